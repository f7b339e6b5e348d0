// The pictures of docs/pictures, made from the extension that ships:
// underlines with the chip, the card, and the dialog, in light and dark.
import type { Frame } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, risky, test } from './look';
import { pictures } from './paths';

/** Waits until the frame has the size of what it shows, and has been painted so. */
async function settled(frame: Frame, shown: string): Promise<void> {
  await frame.waitForFunction((css) => {
    const box = document.querySelector(css)?.getBoundingClientRect();
    return box !== undefined && box.width > 100 && box.right <= innerWidth && box.bottom <= innerHeight;
  }, shown);
  await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

for (const theme of ['light', 'dark'] as const) {
  test(`pictures in ${theme}`, async ({ look }) => {
    mkdirSync(pictures, { recursive: true });
    const desk = await look.open('x');
    const { page } = desk;
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 720, height: 640 });
    const shot = (name: string, height = 640) => page.screenshot({ path: join(pictures, `${name}-${theme}.png`), caret: 'hide', clip: { x: 0, y: 0, width: 720, height } });
    await desk.type(`Home visit ran long. ${risky} and I am so proud of her.`);
    await desk.seesWarning('hold');
    const frame = await desk.frame();
    await settled(frame, '.chip');
    await shot('underline', 230);
    await frame.locator('.chip').click();
    await settled(frame, '.card');
    await shot('card');
    await page.keyboard.press('Escape');
    await expect.poll(() => desk.view()).toBe('chip');
    await (await desk.postButton()).click();
    await desk.seesDialog();
    await settled(frame, '.hold');
    await shot('dialog');
  });
}

test('pictures of the popup', async ({ look }) => {
  const popup = await look.own('pages/popup.html');
  await popup.setViewportSize({ width: 400, height: 720 });
  await popup.locator('textarea').fill(risky);
  await popup.locator('.card').waitFor();
  await popup.screenshot({ path: join(pictures, 'popup-light.png') });
});

for (const theme of ['light', 'dark'] as const) {
  test(`pictures of the options in ${theme}`, async ({ look }) => {
    const options = await look.own('pages/options.html');
    await options.emulateMedia({ colorScheme: theme });
    await options.setViewportSize({ width: 720, height: 900 });
    const patch = { setting: 'shelter', region: 'US', mutedRules: ['image.attached', 'demeaning.light'], offSites: ['fosstodon.org'] };
    await options.evaluate((p) => chrome.runtime.sendMessage({ t: 'settings.set', patch: p }), patch);
    await options.reload();
    await options.locator('h1').waitFor();
    await options.screenshot({ path: join(pictures, `options-${theme}.png`), fullPage: true });
  });
}
