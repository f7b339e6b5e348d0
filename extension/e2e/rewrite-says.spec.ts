// What the card says of a rewrite: how many it takes, whether the level fell, and
// what it does where a page takes no change.
import { expect, test } from './look';
import { changes, ended } from './rewrite';

const visit = 'Home visit with the twins and their grandma in Maple Heights this morning.';
const said = (desk: { ours<T>(read: () => T): Promise<T | undefined> }) => desk.ours(() => document.querySelector('.ended')?.textContent ?? '');

test('how many changes it takes, and that the level fell', async ({ look }) => {
  const desk = await look.open('textarea');
  await desk.type(visit);
  await desk.seesWarning('hold');
  await desk.readsCard();
  await expect.poll(() => desk.ours(() => document.querySelector('.least')?.textContent)).toMatch(/2 changes/);
  expect(await desk.ours(() => document.querySelectorAll('.offers li').length)).toBe(3);
  await changes(desk, 'time');
  await expect.poll(() => said(desk)).toMatch(/One more change needed: .+/);
  expect(await desk.text()).toBe('Home visit with the twins and their grandma in Maple Heights.');
  await changes(desk, 'place');
  await expect.poll(() => said(desk)).toMatch(/Now: worth a look/);
  expect(await desk.text()).toBe('Home visit with the twins and their grandma.');
});

test('the last finding gone, the card says so and takes it back', async ({ look }) => {
  const desk = await look.open('textarea');
  await desk.type('My client Sarah is so funny');
  await desk.seesWarning('hold');
  await changes(desk, 'person');
  await expect.poll(() => said(desk)).toMatch(/Now: nothing stands out/);
  expect(await desk.view()).toBe('card');
  await desk.pressesCount();
  await desk.clickOurs('.ended button');
  await expect.poll(() => ended(desk)).toBe('back');
  expect(await desk.text()).toBe('My client Sarah is so funny');
});

test('the two readings differ on what a colleague alone would know', async ({ look }) => {
  const desk = await look.open('textarea');
  await desk.type('On my night shift my client Sarah, 14, came to the shelter in Osterville from room 12.');
  await desk.seesWarning('hold');
  await desk.readsCard();
  await desk.clickOurs('.more');
  await desk.clickOurs('.readings summary');
  const read = await desk.ours(() => [...document.querySelectorAll('.readings dd')].map((dd) => dd.textContent));
  expect(read).toHaveLength(2);
  expect(read![0]).not.toBe(read![1]);
  expect(read![1]).toMatch(/that room/);
});

test('a page that takes no change: undone, said, and the text to copy', async ({ look }) => {
  const desk = await look.open('textarea');
  await desk.type('My client Sarah is so funny');
  await desk.seesWarning('hold');
  await desk.box.evaluate((box: HTMLTextAreaElement) => {
    const kept = box.value;
    (window as unknown as { keep: boolean }).keep = true;
    box.addEventListener('input', () => void ((window as unknown as { keep: boolean }).keep && (box.value = kept)));
  });
  await changes(desk, 'person');
  await expect.poll(() => ended(desk)).toBe('undone');
  expect(await desk.text()).toBe('My client Sarah is so funny');
  await desk.clickOurs('.copy .button');
  await desk.box.evaluate(() => void ((window as unknown as { keep: boolean }).keep = false));
  await desk.clickBox();
  await desk.press('Control+A');
  await desk.press('Control+V');
  await expect.poll(() => desk.text()).toBe('My client is so funny');
});

test('a list of people is open: nothing is changed', async ({ look }) => {
  const desk = await look.open('textarea');
  await desk.type('My client Sarah is so funny');
  await desk.seesWarning('hold');
  await desk.box.evaluate((box) => box.setAttribute('aria-expanded', 'true'));
  await changes(desk, 'person');
  await expect.poll(() => ended(desk)).toBe('busy');
  expect(await desk.text()).toBe('My client Sarah is so funny');
});
