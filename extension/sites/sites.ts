// The adapters, most particular first. A new site is a file and a line here.

import { bluesky } from './bluesky';
import { generic } from './generic';
import { mastodon } from './mastodon';
import type { Site } from './site';
import { x } from './x';

const named: readonly Site[] = [x, bluesky, mastodon];

/** The adapter for the page as it is now. */
export function siteOf(page: { host: string; root: Element | null }): Site {
  return named.find((s) => s.is(page)) ?? generic;
}
