// WCAG 2.2 AA by axe, on all that we draw: in light, in dark and in forced
// colours, each time as full as it gets. By hand: access.spec.ts.
import { faults } from './axe';
import { expect, test } from './look';
import { frames, pages } from './views';

const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours, light': { colorScheme: 'light', forcedColors: 'active' },
  'forced colours, dark': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

for (const [theme, media] of Object.entries(looks)) {
  test(`beside a composer in ${theme}`, async ({ look }) => {
    for (const [name, show] of Object.entries(frames)) {
      const desk = await look.open(name === 'again' ? 'textarea' : 'mastodon');
      await desk.page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      const frame = await show(desk);
      if (theme === 'light' || theme === 'dark') expect(await frame.evaluate(() => document.documentElement.dataset.theme), name).toBe(theme);
      expect(await faults(frame), name).toEqual([]);
      await desk.page.close();
    }
  });

  test(`pages of ours in ${theme}`, async ({ look }) => {
    for (const [name, open] of Object.entries(pages)) {
      const page = await open(look);
      await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      expect(await faults(page), name).toEqual([]);
      await page.close();
    }
  });
}

test('after Edit in a narrow window the focus is back', async ({ look }) => {
  const desk = await look.open('mastodon');
  await desk.page.setViewportSize({ width: 320, height: 568 });
  await frames.hold!(desk);
  await desk.answer('edit');
  await expect.poll(() => desk.focused()).toBe(true);
});

// The browser's own colour of marked text is for its own ground, which axe does not look at.
test('in forced colours the marked words are seen, and their lines', async ({ look }) => {
  for (const name of ['practice', 'team', 'rules', 'try']) {
    const page = await pages[name]!(look);
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    const seen = await page.locator('mark').first().evaluate((el) => {
      const { color, textDecorationColor } = getComputedStyle(el);
      const ground = getComputedStyle(document.body).backgroundColor;
      return { words: el.closest('.layer') !== null || color !== ground, lines: textDecorationColor !== ground && !/, 0\)$/.test(textDecorationColor), ground };
    });
    expect(seen, name).toEqual({ words: true, lines: true, ground: look.isFirefox ? 'rgb(28, 27, 34)' : 'rgb(0, 0, 0)' });
    await page.close();
  }
});
