// Rewrites from the card in every editor and place, in one Firefox, with the very
// dist/firefox that ships. Other sites than the named ones are turned on by the
// worker's own way, the options page.
import { test } from '@playwright/test';
import { fixtures, places } from './editors';
import { oneFirefox } from './firefox';
import { FirefoxDesk } from './firefox-desk';
import { grantedHosts } from './grants';
import { sample } from './sample';
import { rewritePath } from './rewrite';

const world = oneFirefox(grantedHosts.map((pattern) => pattern.slice(0, -2)));

/** In Firefox a Draft.js that was emptied takes no second change: it is undone, and a copy offered. One draft, then. */
const once = new Set(['x']);

/** Where a change does not hold in Firefox yet: it is undone and a copy is offered, or the row's own way to look at it fails. */
const open = new Set(['gutenberg', 'tinymce', 'trix', 'frame-srcdoc-button-over', 'frame-blank-button-over', 'frame-other-site-button-over']);

for (const f of [...fixtures, ...places]) {
  test(`Firefox: ${f.name}`, async ({}, info) => {
    sample(info);
    test.fixme(open.has(f.name), 'not yet in Firefox');
    const page = await world.browser.newPage();
    try {
      await rewritePath(await FirefoxDesk.open(page, once.has(f.name) ? { ...f, closes: true } : f, world.site.port));
    } finally {
      await page.close();
    }
  });
}
