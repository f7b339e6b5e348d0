// Rewrites from the card in every editor and place, in one Firefox, with the very
// dist/firefox that ships. Other sites than the named ones are turned on by the
// worker's own way, the options page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import { fixtures, places } from './editors';
import { launchFirefox, turnOn } from './firefox';
import { FirefoxDesk } from './firefox-desk';
import { grantedHosts } from './grants';
import { distFirefox } from './paths';
import { sample } from './sample';
import { startSite, type Site } from './site';
import { rewritePath } from './rewrite';

interface Manifest {
  browser_specific_settings: { gecko: { id: string } };
}

test.describe.configure({ mode: 'default' });
let site: Site;
let browser: Browser;

test.beforeAll(async () => {
  const { browser_specific_settings: { gecko } } = JSON.parse(readFileSync(join(distFirefox, 'manifest.json'), 'utf8')) as Manifest;
  site = await startSite();
  browser = await launchFirefox(site.port, gecko.id);
  await turnOn(browser, grantedHosts.map((pattern) => pattern.slice(0, -2)));
});
test.afterAll(async () => {
  await browser.close();
  await site.close();
});

for (const f of [...fixtures, ...places]) {
  test(`Firefox: ${f.name}`, async ({}, info) => {
    sample(info);
    const page = await browser.newPage();
    try {
      await rewritePath(await FirefoxDesk.open(page, f, site.port));
    } finally {
      await page.close();
    }
  });
}
