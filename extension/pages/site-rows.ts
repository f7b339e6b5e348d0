// The named sites as people know them: YouTube once, whatever hosts it has. A
// server of Mastodon's is a site of its own. The adapters know the same domains;
// they are the content script's, and no page of ours runs them.

import { offEntry } from '../src/background-patterns';
import { postedSites } from './posted-facts';

export interface NamedSite {
  name: string;
  /** Its hosts, in the order of the manifest. */
  hosts: string[];
}

/** Sites by the name of their adapter: each domain, and what is below it. */
export const domains: Readonly<Record<string, readonly string[]>> = {
  x: ['x.com', 'twitter.com'], bluesky: ['bsky.app'], facebook: ['facebook.com'], linkedin: ['linkedin.com'], reddit: ['reddit.com'],
  threads: ['threads.com', 'threads.net'], instagram: ['instagram.com'], tiktok: ['tiktok.com'], youtube: ['youtube.com'], tumblr: ['tumblr.com'],
  wordpress: ['wordpress.com'], discord: ['discord.com'], medium: ['medium.com'], substack: ['substack.com'], quora: ['quora.com'],
  nextdoor: ['nextdoor.com'], elk: ['elk.zone'], phanpy: ['phanpy.social'], semaphore: ['semaphore.social'], misskey: ['misskey.io'],
};
/** Names that the page about posted drafts has not. */
const alsoNamed: Readonly<Record<string, string>> = { elk: 'Elk', phanpy: 'Phanpy', semaphore: 'Semaphore', misskey: 'Misskey.io' };

/** The site a pattern is for: reddit.com of https://*.reddit.com/*. */
export const hostOf = (pattern: string): string => pattern.replace(/^https:\/\/(\*\.)?/, '').replace(/\/\*$/, '');

function nameOf(host: string): string {
  const site = Object.keys(domains).find((id) => domains[id]!.some((d) => host === d || host.endsWith(`.${d}`))) ?? '';
  return postedSites[site] ?? alsoNamed[site] ?? host;
}

/** What match patterns are for, by name. */
export function namedSites(patterns: readonly string[]): NamedSite[] {
  const sites = new Map<string, string[]>();
  for (const host of new Set(patterns.map(hostOf))) {
    const name = nameOf(host);
    sites.set(name, [...(sites.get(name) ?? []), host]);
  }
  return [...sites].map(([name, hosts]) => ({ name, hosts }));
}

/** What of the worker's list keeps it off on hosts or on what is below them: a blog of wordpress.com. */
export function offWithin(hosts: readonly string[], offSites: readonly string[]): string[] {
  return offSites.filter((entry) => hosts.some((host) => entry.endsWith(`.${host}`) || offEntry(host, { offSites: [entry] }) !== undefined));
}
