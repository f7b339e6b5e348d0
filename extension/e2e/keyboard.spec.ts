// Everything without a pointer: the card is opened, read and closed, the
// dialog is answered, and the focus is always where the worker left it.
import type { Frame } from '@playwright/test';
import { expect, risky, test } from './look';

/** The name of what has the focus inside the frame. */
const focusedIn = (frame: Frame) => frame.evaluate(() => document.hasFocus() && (document.activeElement as HTMLElement | null)?.innerText);

for (const name of ['x', 'bsky', 'mastodon', 'modal']) {
  test(`${name}: the card by Alt+Shift+Down, and back by Escape`, async ({ look }) => {
    const desk = await look.open(name);
    await desk.box.focus();
    await desk.page.keyboard.type(risky);
    await desk.seesWarning('hold');
    await desk.page.keyboard.press('Alt+Shift+ArrowDown');
    await expect.poll(() => desk.view()).toBe('card');
    const frame = await desk.frame();
    await expect.poll(() => frame.evaluate(() => document.activeElement?.className), { message: 'the card has the focus' }).toContain('question');
    const stops = new Set<string>();
    for (let i = 0; i < 2; i++) {
      await desk.page.keyboard.press('Tab');
      stops.add(String(await focusedIn(frame)));
    }
    expect(stops.size, 'Tab reaches the controls of the card').toBeGreaterThan(1);
    await desk.page.keyboard.press('Escape');
    await expect.poll(() => desk.view()).toBe('chip');
    await expect.poll(() => desk.focused(), { message: 'the composer has the focus' }).toBe(true);
    await desk.page.keyboard.type(' ok');
    await desk.seesWarning('hold');
    expect(await desk.posts()).toEqual([]);
  });

  test(`${name}: the dialog by keys alone`, async ({ look }) => {
    const desk = await look.open(name);
    await desk.box.focus();
    await desk.page.keyboard.type(risky);
    await desk.seesWarning('hold');
    await (await desk.postButton()).focus();
    await desk.page.keyboard.press('Enter');
    await desk.seesDialog();
    const frame = await desk.frame();
    const [edit, keep, post] = await frame.locator('.hold-foot button').allInnerTexts();
    await expect.poll(() => focusedIn(frame), { message: 'Edit is the default' }).toBe(edit);
    for (const next of [keep, post]) {
      await desk.page.keyboard.press('Tab');
      expect(await focusedIn(frame)).toBe(next);
    }
    await desk.page.keyboard.press('Tab');
    expect(await focusedIn(frame), 'Tab stays in the dialog').toBe(edit);
    await desk.page.keyboard.press('Escape');
    await expect.poll(() => desk.view()).not.toBe('hold');
    await expect.poll(() => desk.focused(), { message: 'Escape is Edit' }).toBe(true);
    expect(await desk.posts()).toEqual([]);
    await desk.page.keyboard.type(' Her file is at 4 Elm Street');
    await (await desk.postButton()).focus();
    await desk.page.keyboard.press(' ');
    if ((await desk.posts()).length === 0) {
      await desk.seesDialog();
      await expect.poll(() => focusedIn(frame)).toBe(edit);
      for (const key of ['Tab', 'Tab', 'Enter']) await desk.page.keyboard.press(key);
    }
    await expect.poll(async () => (await desk.posts()).length).toBe(1);
  });
}
