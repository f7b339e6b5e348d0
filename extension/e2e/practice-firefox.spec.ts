// Practice in Firefox: the same page, the event page's engine, the counts kept.
import { expect, test } from '@playwright/test';
import { scenarios } from '../pages/practice/scenarios';
import { launchFirefox } from './firefox';
import { firefoxOrigin } from './firefox-world';
import { startSite } from './site';

test('guess, read, rewrite, see it fall, and be counted', async () => {
  test.setTimeout(120_000);
  const site = await startSite();
  const browser = await launchFirefox(site.port);
  try {
    const page = await browser.newPage();
    // Firefox never says that a page of ours was loaded.
    void page.goto(`${firefoxOrigin}/pages/practice.html#post-1`).catch(() => {});
    await page.waitForSelector('.guess');
    expect(await page.$eval('.post blockquote', (el) => el.textContent)).toBe(scenarios[0]!.post);
    await page.click('.guess');
    await page.waitForSelector(`.engine[data-level="${scenarios[0]!.level}"] .card`);
    await page.waitForSelector('.fall-said:not(:empty)');
    await page.click('.safer summary');
    await page.click('.safer .button');
    await page.waitForSelector('.fall[data-now="clear"]');
    expect(await page.$eval('#rewrite', (el) => (el as HTMLTextAreaElement).value)).toBe(scenarios[0]!.safer);
    await page.click('.round-bar .button');
    await page.waitForSelector('.kept .button');
    expect(await page.$eval('.kept', (el) => el.textContent)).toContain('1 of 60 read. You saw 0 as we do.');
  } finally {
    await browser.close();
    await site.close();
  }
});
