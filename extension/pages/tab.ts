// The tab that the popup was opened on, and what can be done there.

import type { BadgeState } from '../src/protocol';
import { covers, namedPatterns, patternFor } from '../src/background-patterns';
import { getRules, tabState } from './ask';

export interface Here {
  tab: number;
  /** Host name; '' where the browser lets no extension in. */
  site: string;
  origin: string;
  /** Named in the manifest: on from the start, unless the worker took it back in the browser. */
  named: boolean;
  /** The browser lets Second Look in. */
  granted: boolean;
  state: BadgeState;
  engine: 'ready' | 'failed';
}

/** Reads the tab at hand. `?tab=` names one, where the popup is opened as a page. */
export async function readHere(): Promise<Here> {
  const asked = Number(new URLSearchParams(location.search).get('tab'));
  const tab = asked ? await chrome.tabs.get(asked) : (await chrome.tabs.query({ active: true, currentWindow: true }))[0];
  const id = tab?.id ?? -1;
  const { state, engine, origin } = await tabState(Math.max(0, id));
  const address = tab?.url ?? origin;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !patternFor(url.origin)) return { tab: id, site: '', origin: '', named: false, granted: false, state, engine };
  const named = namedPatterns().some((p) => covers(p, url));
  // Not permissions.contains: Chrome does not count the manifest's own sites in it.
  const { feed } = await getRules();
  const given = ((await chrome.permissions.getAll()).origins ?? []).filter((p) => p !== feed?.apart);
  const granted = given.some((p) => covers(p, url));
  return { tab: id, site: url.hostname, origin: url.origin, named, granted, state, engine };
}
