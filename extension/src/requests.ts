// Every request that the background makes is noted here before it is made, for
// the Prove it page: its address and how often, nothing of what was asked or
// answered. It lies in the browser's session memory, never on the disk, and is
// gone with the browser. What fetches calls noteRequest first; a test reads the
// sources for it. Beside it stands what the browser itself says that this
// background loaded, so that a request nobody noted shows as well.

import { whenForgotten } from './forget';

/** One address. */
export interface Asked {
  url: string;
  /** How often we noted it. */
  noted: number;
  /** How often the browser's own list of loaded resources had it. */
  seen: number;
  /** Unix ms of the last time. */
  last: number;
}

export const requestsKey = 'requests';
const mostAddresses = 200;

let known: Promise<Asked[]> | undefined;
let writing: Promise<unknown> = Promise.resolve();
whenForgotten(() => {
  known = undefined;
});

/** What was noted since the browser started. */
export async function readRequests(): Promise<Asked[]> {
  const kept = (await chrome.storage.session.get(requestsKey)) as { [requestsKey]?: Asked[] };
  return kept[requestsKey] ?? [];
}

/** Notes a request that is about to be made. Never fails: a request must not wait for its note. */
export function noteRequest(url: string): void {
  note(url, 'noted');
}

/** Notes what the browser says was loaded, from the start of this background on. */
export function watchRequests(): void {
  const take = (entries: PerformanceEntry[]) => entries.forEach((e) => note(e.name, 'seen'));
  new PerformanceObserver((list) => take(list.getEntries())).observe({ type: 'resource', buffered: true });
}

function note(url: string, how: 'noted' | 'seen'): void {
  const at = Date.now();
  writing = writing.then(() => add(url.split('#')[0]!, how, at)).catch(() => null);
}

async function add(url: string, how: 'noted' | 'seen', at: number): Promise<void> {
  known ??= readRequests();
  const all = await known;
  let one = all.find((a) => a.url === url);
  if (!one) {
    if (all.length >= mostAddresses) return;
    one = { url, noted: 0, seen: 0, last: at };
    all.push(one);
  }
  one[how]++;
  one.last = at;
  await chrome.storage.session.set({ [requestsKey]: all });
}
