// The whole way of a worker without a pointer: a change in the card and back, a
// draft that is kept, found, copied and deleted, a mute that is put back, and
// everything deleted. The focus is never lost on the way.
import type { Frame, Page } from '@playwright/test';
import type { Desk } from './desk';
import { expect, Look, risky, test } from './look';
import { messages } from './messages';

const say = (key: string, ...fill: string[]): string => fill.reduce((text, f, i) => text.replace(`$${i + 1}`, f), messages[key]!);

/** What has the focus, as it is named or reads; '' for nothing. */
const focused = (where: Frame | Page) => where.evaluate(() => {
  const el = document.activeElement as HTMLElement | null;
  if (!el || el === document.body) return '';
  return el.getAttribute('aria-label') ?? el.closest('label')?.innerText ?? el.innerText;
});

/** Presses Tab until what has the focus is named so. */
async function tabTo(page: Page, name: string, where: Frame | Page = page): Promise<void> {
  const met: string[] = [];
  for (let i = 0; i < 120; i++) {
    met.push(await focused(where));
    if (met.at(-1) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach “${name}”: ${[...new Set(met)].join(' | ')}`);
}

/** A risky draft, written and its card opened without the mouse. */
async function cardByKeys(look: Look): Promise<Desk> {
  const desk = await look.open('x');
  await desk.box.focus();
  await desk.page.keyboard.type(risky);
  await desk.seesWarning('hold');
  await desk.page.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(() => desk.view()).toBe('card');
  return desk;
}

test('a change in the card, undone, and the card closed', async ({ look }) => {
  const desk = await cardByKeys(look);
  const { page } = desk;
  await desk.pressesCount();
  const frame = await desk.frame();
  await tabTo(page, say('rewrite_button_of', messages.rewrite_kind_person!), frame);
  await page.keyboard.press('Enter');
  await expect.poll(() => desk.text()).not.toContain('Marisol');
  await expect(frame.locator('.ended')).toContainText('Changed.');
  await expect.poll(() => focused(frame), { message: 'the way back has the focus' }).toBe(messages.rewrite_undo);
  await page.keyboard.press('Enter');
  await expect.poll(() => desk.text()).toBe(risky);
  await page.keyboard.press('Escape');
  await expect.poll(() => desk.view()).toBe('chip');
  await expect.poll(() => desk.focused()).toBe(true);
  expect(await desk.posts()).toEqual([]);
});

test('what is fine is said so, one after the other, and the card goes', async ({ look }) => {
  const desk = await cardByKeys(look);
  const { page } = desk;
  const frame = await desk.frame();
  const first = await frame.locator('.question').innerText();
  await desk.pressesCount();
  await tabTo(page, messages.card_dismiss!, frame);
  await page.keyboard.press('Enter');
  await expect(frame.locator('.question')).not.toHaveText(first);
  await expect(frame.locator('.question'), 'the next question is read out').toBeFocused();
  await desk.pressesCount();
  await tabTo(page, messages.card_dismiss!, frame);
  await page.keyboard.press('Enter');
  await desk.seesNothing();
  await expect.poll(() => desk.focused(), { message: 'the composer has the focus' }).toBe(true);
});

test('a held draft is kept, found, copied and deleted', async ({ look }) => {
  await look.readsClipboard();
  const desk = await look.open('x');
  await desk.box.focus();
  await desk.page.keyboard.type(risky);
  await desk.seesWarning('hold');
  await desk.focusPost();
  await desk.press('Enter');
  await desk.seesDialog();
  const frame = await desk.frame();
  await tabTo(desk.page, messages.reflect_keep!, frame);
  await desk.press('Enter');
  await expect(frame.locator('.hold .eyebrow')).toHaveText(messages.reflect_kept_title!);
  await expect.poll(() => focused(frame)).toBe(messages.reflect_kept_back);
  const opened = look.context.waitForEvent('page');
  await tabTo(desk.page, messages.reflect_kept_see!, frame);
  await desk.press('Enter');
  const page = await opened;
  await page.locator('.kept-text').waitFor();
  const draft = say('reflect_kept_draft', '1');
  await tabTo(page, `${messages.reflect_copy}: ${draft}`);
  await page.keyboard.press('Enter');
  await expect(page.getByText(messages.reflect_copied!)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(risky);
  await tabTo(page, `${messages.reflect_kept_delete}: ${draft}`);
  await page.keyboard.press('Enter');
  await expect(page.locator('.kept-text')).toHaveCount(0);
  await expect(page.locator('h1')).toBeFocused();
});

test('the options: a mute is put back; what is stored is found, and all of it deleted', async ({ site }) => {
  // A browser of its own: the permissions given to it go too.
  const look = await Look.start(site);
  try {
    const page = await look.own('pages/options.html');
    await page.evaluate(() => chrome.runtime.sendMessage({ t: 'settings.set', patch: { mutedRules: ['identifier.name'] } }));
    await page.reload();
    await page.locator('h1').waitFor();
    await tabTo(page, say('options_unmute_rule', messages.rule_identifier_name!));
    await page.keyboard.press('Enter');
    await expect(page.getByText(messages.options_mutes_none!)).toBeVisible();
    expect(await focused(page)).toBe(messages.options_mutes);
    await tabTo(page, messages.options_delete!);
    await page.keyboard.press('Enter');
    await expect(page.locator('h2#stored')).toBeFocused();
    await tabTo(page, messages.prove_delete!);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page), { message: 'the question has the focus, on the way out of it' }).toBe(messages.rules_no);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page), { message: 'back where it was asked' }).toBe(messages.prove_delete);
    await page.keyboard.press('Enter');
    await tabTo(page, messages.prove_delete_yes!);
    await page.keyboard.press('Enter');
    await expect(page.locator('.deleted')).toHaveText(messages.prove_deleted!);
    expect(await focused(page)).toBe(messages.prove_stored);
  } finally {
    await look.stop();
  }
});
