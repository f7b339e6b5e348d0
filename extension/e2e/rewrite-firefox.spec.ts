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

for (const f of [...fixtures, ...places]) {
  test(`Firefox: ${f.name}`, async ({}, info) => {
    sample(info);
    const page = await world.browser.newPage();
    try {
      await rewritePath(await FirefoxDesk.open(page, f, world.site.port));
    } finally {
      await page.close();
    }
  });
}
