// A rewrite from the card: the text becomes exactly what was meant, in the page's
// own model too; one Ctrl+Z gives exactly the old text; nothing else changes.
import { expect } from '@playwright/test';
import type { Seat } from './seat';

/** Characters of two and more units stand before and behind the words that are changed. */
const draft = '😀 My client Marisol Vega, 14, goes to court Tuesday in Osterville, we hope 👩‍👧';
const nameless = '😀 My client, 14, goes to court Tuesday in Osterville, we hope 👩‍👧';
/** What comes next begins with a letter: an editor that lost its caret with the post drops it. */
const [later, laterNameless] = [`So ${draft}`, `So ${nameless}`];

/** Presses Change for one kind, from an open card or not. */
export async function changes(seat: Seat, kind: string): Promise<void> {
  if ((await seat.view()) !== 'card') await seat.readsCard();
  await seat.pressesCount();
  const css = `.offers button[data-kind="${kind}"]`;
  await expect.poll(() => seat.ours(() => document.querySelectorAll('.offers button').length), { message: 'changes are offered' }).toBeGreaterThan(0);
  await seat.rests();
  await seat.pressesCount();
  await seat.clickOurs(css);
}

export const ended = (seat: Seat): Promise<string | undefined> => seat.ours(() => document.querySelector<HTMLElement>('.ended')?.dataset.how);

async function postsAsIs(seat: Seat, all: string[]): Promise<void> {
  if ((await seat.view()) === 'card') await seat.closesCard();
  await seat.clickPost();
  await seat.seesDialog();
  await seat.answer('post');
  await expect.poll(() => seat.posts(), { message: 'what the page takes the draft for' }).toEqual(all);
  await expect.poll(() => seat.view()).not.toBe('hold');
}

export async function rewritePath(seat: Seat): Promise<void> {
  await seat.type(draft);
  await seat.seesWarning('hold');
  await changes(seat, 'person');
  await expect.poll(() => ended(seat), { message: 'the change was made' }).toBe('made');
  await expect.poll(() => seat.text(), { message: 'the text is what was meant' }).toBe(nameless);
  await postsAsIs(seat, [nameless]);
  expect(await seat.complaints()).toEqual([]);
  if (seat.f.closes) return;

  await seat.type(later);
  await seat.seesWarning('hold');
  await changes(seat, 'person');
  await expect.poll(() => ended(seat), { message: 'the change was made' }).toBe('made');
  await expect.poll(() => seat.text()).toBe(laterNameless);
  await seat.closesCard();
  await expect.poll(() => seat.focused(), { message: 'focus is back in the composer' }).toBe(true);
  await seat.press('Control+Z');
  await expect.poll(() => seat.text(), { message: 'one undo gives the old text' }).toBe(later);
  await seat.seesWarning('hold');
  await postsAsIs(seat, [nameless, later]);
  expect(await seat.complaints()).toEqual([]);
}
