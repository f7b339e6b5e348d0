// WCAG 2.2 AA by axe, on all that we draw, in light and dark; and at 320 px.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import { expect, type Look, risky, test } from './look';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Report {
  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
}

async function faults(where: Page | Frame): Promise<string[]> {
  await where.evaluate(axe);
  const report = await where.evaluate((values) => {
    const { run } = (window as unknown as { axe: { run(d: Document, o: object): Promise<Report> } }).axe;
    return run(document, { runOnly: { type: 'tag', values } });
  }, tags);
  return report.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html} ${n.failureSummary}`));
}

async function warned(look: Look, dark: boolean) {
  const desk = await look.open('mastodon');
  await desk.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  await desk.type(risky);
  await desk.seesWarning('hold');
  return desk;
}

for (const dark of [false, true]) {
  const theme = dark ? 'dark' : 'light';

  test(`chip, card and dialog in ${theme}`, async ({ look }) => {
    const desk = await warned(look, dark);
    const frame = await desk.frame();
    expect(await frame.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
    expect(await faults(frame), 'chip').toEqual([]);
    await frame.locator('.chip').click();
    await frame.locator('.card').waitFor();
    expect(await faults(frame), 'card').toEqual([]);
    await desk.page.keyboard.press('Escape');
    await frame.locator('.chip').waitFor();
    await (await desk.postButton()).click();
    await desk.seesDialog();
    expect(await faults(frame), 'dialog').toEqual([]);
  });

  for (const path of ['pages/popup.html', 'pages/options.html', 'pages/welcome.html']) {
    test(`${path} in ${theme}`, async ({ look }) => {
      const page = await look.own(path);
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
      await page.locator('h1, h2').first().waitFor();
      expect(await faults(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 600 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(over, 'no sideways scrolling at 320 px').toBeLessThanOrEqual(0);
    });
  }
}

test('forced colours and reduced motion change nothing that is said', async ({ look }) => {
  const desk = await look.open('mastodon');
  await desk.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await desk.type(risky);
  await desk.seesWarning('hold');
  const frame = await desk.frame();
  expect(await frame.evaluate(() => document.getAnimations().length)).toBe(0);
  await frame.locator('.chip').click();
  expect(await faults(frame)).toEqual([]);
});

test('a narrow window: the dialog fits in it', async ({ look }) => {
  const desk = await look.open('mastodon');
  await desk.page.setViewportSize({ width: 320, height: 568 });
  await desk.type(risky);
  await desk.seesWarning('hold');
  await (await desk.postButton()).click();
  await desk.seesDialog();
  const box = await (await desk.frame()).frameElement().then((el) => el.boundingBox());
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(320);
  await desk.answer('edit');
  await expect.poll(() => desk.focused()).toBe(true);
});
