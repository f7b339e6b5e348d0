// Each named site on a stand-in made of its real editor and the marks its
// adapter relies on: the warning, the hold by button and by the site's own key,
// exactly one post, silence in private messages, and the badge where the
// adapter no longer knows the page.
import { faces } from '../src/badge-faces';
import { clear, expect, risky, test } from './look';
import type { Desk } from './desk';
import { sitePages, type SitePage } from './site-pages';
import { badge } from './tabs';

/** Presses the control that posts, in one step or two. */
async function presses(desk: Desk, f: SitePage, asked: () => Promise<void>): Promise<void> {
  await (await desk.postButton()).click();
  await asked();
  if (f.last) await desk.page.locator(f.last).click();
}

async function asksOnce(desk: Desk, press: (answer: () => Promise<void>) => Promise<void>): Promise<void> {
  await desk.type(risky);
  await desk.seesWarning('hold');
  await press(async () => {
    await desk.seesDialog();
    expect(await desk.posts()).toEqual([]);
    await desk.answer('post');
    await expect.poll(() => desk.view()).not.toBe('hold');
  });
  await expect.poll(() => desk.posts()).toEqual([risky]);
  expect(await desk.view()).not.toBe('hold');
  expect(await desk.posts()).toEqual([risky]);
  expect(await desk.page.evaluate(() => [window.__violations, window.__errors])).toEqual([[], []]);
}

for (const f of sitePages) {
  test.describe(f.name, () => {
    if (f.button) {
      test('asks by the button, and posts once as it is', async ({ look }) => {
        const desk = await look.open(f);
        await asksOnce(desk, (answer) => presses(desk, f, answer));
      });

      test('lets a clear post through', async ({ look }) => {
        const desk = await look.open(f);
        await desk.type(clear);
        await expect.poll(() => badge(look)).toBe('✓');
        await presses(desk, f, async () => {});
        await expect.poll(() => desk.posts()).toEqual([clear]);
        expect(await desk.view()).not.toBe('hold');
      });
    }

    if (f.key) {
      test(`asks by ${f.key}, and posts once as it is`, async ({ look }) => {
        const desk = await look.open(f);
        await asksOnce(desk, async (answer) => {
          await desk.page.keyboard.press(f.key!);
          await answer();
        });
      });
    }

    const { dm } = f;
    if (dm) {
      test('leaves private messages alone', async ({ look }) => {
        const desk = await look.open({ ...f, url: dm.url, composer: dm.composer, opener: undefined, open: undefined } as SitePage);
        await desk.type(risky);
        await expect.poll(() => badge(look)).toBe(faces.private.text);
        await desk.page.keyboard.press(dm.sends ?? 'Enter');
        await expect.poll(() => desk.posts()).toEqual([risky]);
        expect(desk.page.frames().some((frame) => frame.url().includes('/ui/frame.html'))).toBe(false);
      });
    }

    // Where a key posts, there is something to hold without any control.
    if (f.button && f.key !== 'Enter' && !f.byGeneric) {
      test('says so where it does not know the page, and is in no way', async ({ look }) => {
        const desk = await look.open({ ...f, url: f.url + (f.url.includes('?') ? '&' : '?') + 'broken' });
        await desk.type(clear);
        await expect.poll(() => badge(look)).toBe('?');
        await desk.page.locator('.q9').first().click();
        if (f.last) await desk.page.locator(f.last).click();
        await expect.poll(() => desk.posts()).toEqual([clear]);
      });
    }
  });
}
