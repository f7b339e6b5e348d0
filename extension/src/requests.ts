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

/** Requests to addresses that are listed no more, by where those were. */
export interface Earlier {
  /** To other computers. */
  far: number;
  /** For files of our own. */
  own: number;
}

export interface Requests {
  /** At most mostAddresses. */
  listed: Asked[];
  earlier: Earlier;
}

export const requestsKey = 'requests';
/** Beside the list, and only where it was once full. */
const earlierKey = 'requests-earlier';
export const requestsKeys = [requestsKey, earlierKey] as const;
export const mostAddresses = 200;

let known: Promise<Requests> | undefined;
let writing: Promise<unknown> = Promise.resolve();
whenForgotten(() => {
  known = undefined;
});

/** What was noted since the browser started. */
export async function readRequests(): Promise<Requests> {
  const kept = (await chrome.storage.session.get([...requestsKeys])) as { [requestsKey]?: Asked[]; [earlierKey]?: Earlier };
  return { listed: kept[requestsKey] ?? [], earlier: kept[earlierKey] ?? { far: 0, own: 0 } };
}

/** How often an address was asked for: a request that is noted is seen as well, and is one. */
export const timesOf = (a: Asked): number => Math.max(a.noted, a.seen);

/** Counts one more for url in all; own: what addresses of our own files begin with. Where the list is full, what was asked for longest ago leaves it and stays counted. */
export function count(all: Requests, url: string, how: 'noted' | 'seen', at: number, own: string): void {
  let one = all.listed.find((a) => a.url === url);
  if (!one) {
    if (all.listed.length >= mostAddresses) drop(all, own);
    one = { url, noted: 0, seen: 0, last: at };
    all.listed.push(one);
  }
  one[how]++;
  one.last = at;
}

function drop({ listed, earlier }: Requests, own: string): void {
  const oldest = listed.reduce((a, b) => (b.last < a.last ? b : a));
  listed.splice(listed.indexOf(oldest), 1);
  earlier[oldest.url.startsWith(own) ? 'own' : 'far'] += timesOf(oldest);
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
  count(all, url, how, at, chrome.runtime.getURL(''));
  const { far, own } = all.earlier;
  await chrome.storage.session.set({ [requestsKey]: all.listed, ...(far + own > 0 && { [earlierKey]: all.earlier }) });
}
