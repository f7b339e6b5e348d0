// One way through Firefox, by the very dist/firefox that ships: type, warning,
// hold, edit, post. The ways through the question are whole-path-firefox.spec.ts.
import { expect, test } from '@playwright/test';
import { fixture } from './editors';
import { frameOf, launchFirefox } from './firefox';
import { risky } from './look';
import { startSite } from './site';

test('x in Firefox: type, warning, hold, edit, and the next press posts', async () => {
  test.setTimeout(120_000);
  const site = await startSite();
  const browser = await launchFirefox(site.port);
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
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => window.__posts.length === 1);
    expect(await posts(), 'what was answered is not asked again').toEqual([risky]);
  } finally {
    await browser.close();
    await site.close();
  }
});
