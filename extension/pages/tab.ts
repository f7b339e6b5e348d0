// The tab that the popup was opened on, and what can be done there.

import type { BadgeState } from '../src/protocol';
import { patternFor } from '../src/background-origins';
import { tabState } from './ask';

export interface Here {
  tab: number;
  /** Host name; '' where the browser lets no extension in. */
  site: string;
  origin: string;
  /** Named in the manifest: on from the start. */
  named: boolean;
  /** Given by the worker through "Turn on here". */
  granted: boolean;
  state: BadgeState;
  engine: 'ready' | 'failed';
}

/** Says whether a manifest pattern such as https://x.com/* covers the address. */
export function covers(pattern: string, url: URL): boolean {
  const m = /^(\*|https?):\/\/([^/]+)\/\*$/.exec(pattern);
  if (!m) return false;
  const [, scheme, host] = m;
  if (scheme !== '*' && `${scheme}:` !== url.protocol) return false;
  return host === '*' || host === url.hostname || (host!.startsWith('*.') && url.hostname.endsWith(host!.slice(1)));
}

/** Reads the tab at hand. `?tab=` names one, where the popup is opened as a page. */
export async function readHere(): Promise<Here> {
  const asked = Number(new URLSearchParams(location.search).get('tab'));
  const tab = asked ? await chrome.tabs.get(asked) : (await chrome.tabs.query({ active: true, currentWindow: true }))[0];
  const id = tab?.id ?? -1;
  const { state, engine, origin } = await tabState(Math.max(0, id));
  const address = tab?.url ?? origin;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const pattern = url ? patternFor(url.origin) : '';
  if (!url || !pattern) return { tab: id, site: '', origin: '', named: false, granted: false, state, engine };
  const scripts = chrome.runtime.getManifest().content_scripts ?? [];
  const named = scripts.some((s) => s.matches?.some((p) => covers(p, url)));
  const granted = !named && (await chrome.permissions.contains({ origins: [pattern] }));
  return { tab: id, site: url.hostname, origin: url.origin, named, granted, state, engine };
}
