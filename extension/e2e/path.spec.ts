// The whole path on every editor: risky words get a warning, the warning goes
// with them, and a post that names a client is asked about once, however it is
// sent. What is posted is exactly what was written.
import { fixtures } from './editors';
import type { Desk } from './desk';
import { clear, expect, risky, test } from './look';

const presses: Record<string, (desk: Desk) => Promise<void>> = {
  'by mouse': async (d) => (await d.postButton()).click(),
  'by Ctrl+Enter': async (d) => {
    await d.box.focus();
    await d.page.keyboard.press('Control+Enter');
  },
  'by Enter in the composer': async (d) => {
    await d.box.focus();
    await d.page.keyboard.press('Enter');
  },
  'by Enter on the button': async (d) => (await d.postButton()).press('Enter'),
  'by Space on the button': async (d) => (await d.postButton()).press(' '),
};

for (const f of fixtures) {
  test.describe(f.name, () => {
    test('a warning comes with the words and goes with them', async ({ look }) => {
      const desk = await look.open(f);
      await desk.type(risky);
      await desk.seesWarning('hold');
      await desk.type(clear);
      await desk.seesNothing();
    });

    test('a clear post goes out at once, untouched', async ({ look }) => {
      const desk = await look.open(f);
      await desk.type(clear);
      await (await desk.postButton()).click();
      await expect.poll(() => desk.posts()).toEqual([clear]);
      expect(await desk.view()).not.toBe('hold');
    });

    for (const [how, press] of Object.entries(presses)) {
      if (how === 'by Ctrl+Enter' && !f.chord) continue;
      if (how === 'by Enter in the composer' && !f.enter) continue;

      test(`held ${how}: edit posts nothing until it is posted again`, async ({ look }) => {
        const desk = await look.open(f);
        await desk.type(risky);
        await desk.seesWarning('hold');
        await press(desk);
        await desk.seesDialog();
        expect(await desk.posts()).toEqual([]);
        await desk.answer('edit');
        await expect.poll(() => desk.focused(), { message: 'focus is back in the composer' }).toBe(true);
        expect(await desk.posts()).toEqual([]);
        await desk.type(clear);
        await desk.seesNothing();
        await press(desk);
        await expect.poll(() => desk.posts()).toEqual([clear]);
      });

      test(`held ${how}: post as is`, async ({ look }) => {
        const desk = await look.open(f);
        await desk.type(risky);
        await desk.seesWarning('hold');
        await press(desk);
        await desk.seesDialog();
        expect(await desk.posts()).toEqual([]);
        await desk.answer('post');
        await expect.poll(() => desk.posts()).toEqual([risky]);
        await expect.poll(() => desk.view()).not.toBe('hold');
        expect(await desk.posts()).toEqual([risky]);
        expect(await desk.page.evaluate(() => [window.__violations, window.__errors])).toEqual([[], []]);
      });
    }
  });
}
