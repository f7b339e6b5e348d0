// Which pages: match patterns, origins and what they cover.

import type { Settings } from './protocol';

/**
 * The pattern for all pages of an origin's host, or '' for what is no web
 * page. Without a port, which Firefox does not know in patterns: one host, all
 * of its ports.
 */
export function patternFor(origin: string): string {
  if (!URL.canParse(origin)) return '';
  const { protocol, hostname } = new URL(origin);
  if ((protocol !== 'https:' && protocol !== 'http:') || !hostname) return '';
  return `${protocol}//${hostname}/*`;
}

/** The origin that stands for a pattern in the settings, without a port. */
export function originOf(pattern: string): string {
  return pattern.endsWith('/*') ? pattern.slice(0, -2) : pattern;
}

/** Says whether a pattern such as https://x.com/* covers the address. */
export function covers(pattern: string, url: URL): boolean {
  const m = /^(\*|https?):\/\/([^/]+)\/\*$/.exec(pattern);
  if (!m) return false;
  const [, scheme, host] = m;
  if (scheme !== '*' && `${scheme}:` !== url.protocol) return false;
  return host === '*' || host === url.hostname || (host!.startsWith('*.') && url.hostname.endsWith(host!.slice(1)));
}

/**
 * Says whether the worker wants a second look on pages of the origin. A tap
 * outlives a permission that was taken back, until its page is left.
 */
export function wanted(origin: string, settings: Settings): boolean {
  if (!URL.canParse(origin)) return true; // a frame without an address; its page was let in
  const url = new URL(origin);
  if (offEntry(url.hostname, settings) !== undefined) return false;
  return [...namedPatterns(), ...settings.extraOrigins.map((o) => `${o}/*`)].some((p) => covers(p, url));
}

/** What the worker turned off that host is, or is below; undefined where nothing is. */
export function offEntry(host: string, { offSites }: Pick<Settings, 'offSites'>): string | undefined {
  return offSites.find((site) => host === site || host.endsWith(`.${site}`));
}

/** Patterns of pages the manifest names already. */
export function namedPatterns(): string[] {
  return (chrome.runtime.getManifest().content_scripts ?? []).flatMap((s) => s.matches ?? []);
}
