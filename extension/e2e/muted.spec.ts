// A mute says how far it reaches and where it is brought back, once, and offers
// the way back at once; it goes when the worker writes on.
import type { Frame } from '@playwright/test';
import { faults } from './axe';
import type { Desk } from './desk';
import { expect, type Look, risky, test } from './look';
import { messages } from './messages';

/** A text that one rule alone speaks of. */
const alone = 'Stop taking your lithium and double the Zoloft';

const mute = (frame: Frame) => frame.getByRole('button', { name: messages.card_mute! });
const undo = (frame: Frame) => frame.getByRole('button', { name: messages.muted_undo! });
const line = (frame: Frame) => frame.locator('.muted');
const question = (frame: Frame) => frame.locator('.question');

async function cardOn(look: Look, draft: string, level: 'caution' | 'hold'): Promise<{ desk: Desk; frame: Frame }> {
  const desk = await look.open('x');
  await desk.type(draft);
  await desk.seesWarning(level);
  return { desk, frame: await desk.opensCard() };
}

/** Rules muted, as the background has them. */
const muted = async (look: Look): Promise<string[]> => {
  const page = await look.own('pages/options.html');
  const rules = await page.evaluate(async () => (await chrome.runtime.sendMessage({ t: 'settings.get' })).mutedRules as string[]);
  await page.close();
  return rules;
};

/** From now on, all that the frame's live regions come to say; one line a change. */
async function listen(frame: Frame): Promise<() => Promise<string[]>> {
  await frame.evaluate(() => {
    const said: string[] = ((window as unknown as { said: string[] }).said = []);
    const note = (all: MutationRecord[]) => {
      for (const el of new Set(all.map((m) => (m.target instanceof Element ? m.target : m.target.parentElement)?.closest('[role=status]')))) {
        if (el?.textContent) said.push(el.textContent);
      }
    };
    new MutationObserver(note).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  return () => frame.evaluate(() => (window as unknown as { said: string[] }).said);
}

test('the last finding muted: the card says how far that reaches, once, and Undo brings it back', async ({ look }) => {
  const { desk, frame } = await cardOn(look, alone, 'caution');
  const asked = await question(frame).innerText();
  const said = await listen(frame);
  await mute(frame).click();
  await expect(line(frame)).toContainText(messages.muted_said!);
  await expect(question(frame)).toHaveText(messages.muted_rest!);
  await expect.poll(() => desk.underlines()).toBe(0);
  await expect.poll(() => muted(look)).toHaveLength(1);
  await desk.page.bringToFront();
  expect(await desk.view()).toBe('card');
  await desk.pressesCount();
  await undo(frame).click();
  await expect(question(frame)).toHaveText(asked);
  await expect(question(frame)).toBeFocused();
  await expect(line(frame)).toBeEmpty();
  await desk.closesCard();
  await desk.seesWarning('caution');
  expect(await muted(look)).toEqual([]);
  expect(await said(), 'read out once, with nothing else').toEqual([messages.muted_said! + messages.muted_undo!]);
});

test('by keyboard, with a finding left: the card goes on with it, and Undo returns to the one that was muted', async ({ look }) => {
  const { desk, frame } = await cardOn(look, risky, 'hold');
  const { page } = desk;
  const first = await question(frame).innerText();
  await mute(frame).focus();
  await page.keyboard.press('Enter');
  await expect(question(frame)).not.toHaveText(first);
  await expect(question(frame), 'the next question is read out').toBeFocused();
  await expect(line(frame)).toContainText(messages.muted_said!);
  await expect(undo(frame)).toHaveAccessibleDescription(messages.muted_said!);
  expect(await faults(frame)).toEqual([]);
  await desk.pressesCount();
  await frame.locator('.card-foot button').first().focus();
  await page.keyboard.press('Shift+Tab');
  await expect(undo(frame), 'just before what it was pressed beside').toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question(frame)).toHaveText(first);
  await expect(question(frame)).toBeFocused();
  await expect(line(frame)).toBeEmpty();
  expect(await muted(look)).toEqual([]);
});

test('the next key in the composer ends it: the card that had no more to say goes', async ({ look }) => {
  const { desk, frame } = await cardOn(look, alone, 'caution');
  await mute(frame).click();
  await expect(line(frame)).toContainText(messages.muted_said!);
  await desk.focusBox();
  await desk.press('End');
  await expect.poll(() => desk.view()).toBe('chip');
  await desk.seesNothing();
  expect(await muted(look)).toHaveLength(1);
});

test('the next key in the composer ends it: a card with a finding left stays', async ({ look }) => {
  const { desk, frame } = await cardOn(look, risky, 'hold');
  await mute(frame).click();
  await expect(line(frame)).toContainText(messages.muted_said!);
  await desk.focusBox();
  await desk.press('End');
  await expect(line(frame)).toBeEmpty();
  await expect(question(frame)).not.toHaveText(messages.muted_rest!);
  expect(await desk.view()).toBe('card');
});

test('Escape ends it, keeps the mute and gives the words back', async ({ look }) => {
  const { desk, frame } = await cardOn(look, alone, 'caution');
  await mute(frame).click();
  await expect(line(frame)).toContainText(messages.muted_said!);
  await desk.press('Escape');
  await expect.poll(() => desk.view()).toBe('chip');
  await expect.poll(() => desk.focused()).toBe(true);
  await desk.seesNothing();
  expect(await muted(look)).toHaveLength(1);
});

test('in the popup too', async ({ look }) => {
  const popup = await look.own('pages/popup.html');
  const pad = popup.locator('textarea');
  await pad.fill(alone);
  const asked = await popup.locator('.question').innerText();
  const button = popup.getByRole('button', { name: messages.card_mute! });
  await button.click();
  await expect(popup.locator('.muted')).toContainText(messages.muted_said!);
  await popup.getByRole('button', { name: messages.muted_undo! }).click();
  await expect(popup.locator('.question')).toHaveText(asked);
  await expect(popup.locator('.question')).toBeFocused();
  await button.click();
  await pad.press('End');
  await pad.pressSequentially('!');
  await expect(popup.locator('.card')).toHaveCount(0);
});
