// The path of a draft that names a client, from the first key to the one post,
// the same in every editor and in both browsers.
import { expect } from '@playwright/test';
import type { Seat } from './seat';

/** Characters of two and more units stand before, between and after the words that are flagged. */
const first = '😀 My client Marisol Vega, 14, goes to court Tuesday in Osterville 👩‍👧';
const second = '🌧️ My client Dolores Quint, 41, goes to court Friday in Westbury 🏛';
const clear = 'Long day, glad it is Friday';

/** Ways to press the button that posts. */
const presses = {
  mouse: (seat: Seat) => seat.clickPost(),
  enter: async (seat: Seat) => {
    await seat.focusPost();
    await seat.press('Enter');
  },
};

export async function wholePath(seat: Seat): Promise<void> {
  await seat.type(first);
  await seat.seesWarning('hold');
  expect((await seat.readsCard()).join(' '), 'the card quotes the words').toContain('Marisol Vega');
  await seat.closesCard();

  await presses.mouse(seat);
  await seat.seesDialog();
  expect(await seat.posts()).toEqual([]);
  await seat.answer('edit');
  await expect.poll(() => seat.focused(), { message: 'focus is back in the composer' }).toBe(true);
  expect(await seat.posts()).toEqual([]);

  await seat.type(second);
  await seat.seesWarning('hold');
  await presses.enter(seat);
  await seat.seesDialog();
  expect(await seat.posts()).toEqual([]);
  await seat.answer('post');
  await expect.poll(() => seat.posts(), { message: 'exactly what was written' }).toEqual([second]);
  await expect.poll(() => seat.view()).not.toBe('hold');

  expect(await seat.complaints()).toEqual([]);
  if (seat.f.closes) return;

  await seat.clickBox(); // the post emptied it
  await seat.keys(clear);
  await seat.seesNothing();
  await presses.mouse(seat);
  await expect.poll(() => seat.posts(), { message: 'each once' }).toEqual([second, clear]);
  expect(await seat.view()).not.toBe('hold');
  expect(await seat.complaints()).toEqual([]);
}
