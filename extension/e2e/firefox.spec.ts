// One way through Firefox, by the very dist/firefox that ships: type, warning,
// hold, post as is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fixture } from './editors';
import { frameOf, launchFirefox } from './firefox';
import { risky } from './look';
import { distFirefox } from './paths';
import { startSite } from './site';

interface Manifest {
  browser_specific_settings: { gecko: { id: string } };
}

test('x in Firefox: type, warning, hold, edit, post as is', async () => {
  test.setTimeout(120_000);
  const { browser_specific_settings: { gecko } } = JSON.parse(readFileSync(join(distFirefox, 'manifest.json'), 'utf8')) as Manifest;
  const site = await startSite();
  const browser = await launchFirefox(site.port, gecko.id);
  try {
    const page = await browser.newPage();
    const f = fixture('x');
    await page.goto(f.url);
    const box = (await page.waitForSelector(f.composer))!;
    const posts = () => page.evaluate(() => window.__posts);
    await page.bringToFront();
    await box.click();
    await page.waitForFunction((css) => document.hasFocus() && document.activeElement === document.querySelector(css), {}, f.composer);
    await page.keyboard.type(risky);
    const frame = await frameOf(page);
    await frame.waitForSelector('.chip[data-mark="hold"]');
    await page.click(f.button);
    await frame.waitForSelector('body[data-settled=true] [role="alertdialog"]');
    expect(await posts()).toEqual([]);
    const [edit] = await frame.$$('.hold-foot button');
    await edit!.click();
    await frame.waitForSelector('[role="alertdialog"]', { hidden: true });
    expect(await posts()).toEqual([]);
    await page.keyboard.type(' at 9');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    const next = await Promise.race([
      page.waitForFunction(() => window.__posts.length === 1).then(() => 'posted'),
      frame.waitForSelector('body[data-settled=true] [role="alertdialog"]').then(() => 'asked'),
    ]);
    if (next === 'asked') await (await frame.$('.hold-foot .post'))!.click();
    await page.waitForFunction(() => window.__posts.length === 1);
    expect(await posts()).toEqual([`${risky} at 9`]);
  } finally {
    await browser.close();
    await site.close();
  }
});
