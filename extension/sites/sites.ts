// The adapters, most particular first: by their address, then by the marks of
// software that has many. A new site is a file and a line here.

import { tumblr, wordpress } from './blocks';
import { bluesky } from './bluesky';
import { discord } from './discord';
import { elk } from './elk';
import { facebook } from './facebook';
import { generic } from './generic';
import { instagram } from './instagram';
import { linkedin } from './linkedin';
import { mastodon } from './mastodon';
import { medium } from './medium';
import { misskey } from './misskey';
import { phanpy } from './phanpy';
import { quora } from './quora';
import { reddit } from './reddit';
import { semaphore } from './semaphore';
import type { Site } from './site';
import { substack } from './substack';
import { threads } from './threads';
import { tiktok } from './tiktok';
import { x } from './x';
import { youtube } from './youtube';

const named: readonly Site[] = [
  x, bluesky, facebook, linkedin, reddit, threads, instagram, tiktok, youtube, tumblr, discord, medium, substack, quora,
  elk, phanpy, semaphore, misskey, mastodon, wordpress,
];

/** The adapter for the page as it is now. */
export function siteOf(page: { host: string; root: Element | null }): Site {
  return named.find((s) => s.is(page)) ?? generic;
}
