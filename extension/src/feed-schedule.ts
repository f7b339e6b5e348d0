// When the feed is asked next. It knows the clock of the server's answers and
// chance, and nothing of tabs, sites or drafts: whoever watches the requests
// learns that a browser runs, and no more. Seconds throughout.

/** The browser's alarms come no sooner. */
const soonest = 30;
const usual = 60;
const capOfBackOff = 30 * 60;
/** A server may ask for a pause, but not for silence without end. */
const capOfPause = 24 * 60 * 60;

/** After an answer: at random within the half minute that follows the first. `random` is in [0, 1). */
export const afterAnswer = (random: number): number => soonest + random * (usual - soonest);

/** After the nth failure in a row: full jitter under a bound that doubles, and no sooner than the server asked. */
export function afterFailure(failures: number, pause: number, random: number): number {
  const bound = Math.min(capOfBackOff, usual * 2 ** Math.max(0, failures));
  return Math.max(soonest, Math.min(pause, capOfPause) + random * bound);
}

/** A Retry-After, in seconds or as a date; 0 where it says nothing. `now` is unix seconds. */
export function pauseOf(retryAfter: string, now: number): number {
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? 0 : Math.max(0, at / 1000 - now);
}
