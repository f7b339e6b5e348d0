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

test('a draft in Spanish: the name goes, then the rest, in its own words', async ({ look }) => {
  const desk = await look.open('textarea');
  await desk.type('Mi clienta Marisol Vega, de 14 años, va a la corte el martes en Osterville.');
  await desk.seesWarning('hold');
  await changes(desk, 'person');
  await expect.poll(() => desk.text()).toBe('Mi clienta, de 14 años, va a la corte el martes en Osterville.');
  await expect.poll(() => ended(desk)).toBe('made');
  await changes(desk, 'time');
  await expect.poll(() => desk.text()).toBe('Mi clienta, de 14 años, va a la corte en Osterville.');
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

const copied = (desk: { ours<T>(read: () => T): Promise<T | undefined> }) => desk.ours(() => document.querySelector<HTMLTextAreaElement>('.copy textarea')?.value);

test('a page that keeps the selection for itself: nothing is put anywhere, and the text to copy', async ({ look }) => {
  const desk = await look.open('editable');
  await desk.type('My client Sarah is so funny');
  await desk.seesWarning('hold');
  await desk.box.evaluate((box) => {
    const seen = window as unknown as { puts: number };
    seen.puts = 0;
    box.addEventListener('beforeinput', () => void seen.puts++);
    document.addEventListener('selectionchange', () => {
      const at = document.getSelection();
      if (at && !at.isCollapsed) at.collapse(box, box.childNodes.length);
    });
  });
  await changes(desk, 'person');
  await expect.poll(() => ended(desk)).toBe('undone');
  expect(await copied(desk)).toBe('My client is so funny');
  expect(await desk.text()).toBe('My client Sarah is so funny');
  expect(await desk.page.evaluate(() => (window as unknown as { puts: number }).puts)).toBe(0);
});

test('a name in a link is left alone, and the text to copy', async ({ look }) => {
  const desk = await look.open('editable');
  await desk.type('My client Sarah is so funny');
  await desk.seesWarning('hold');
  await desk.box.evaluate((box) => {
    const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT).nextNode() as Text;
    const range = document.createRange();
    range.setStart(words, words.data.indexOf('Sarah'));
    range.setEnd(words, words.data.indexOf('Sarah') + 5);
    const link = document.createElement('a');
    link.href = '/sarah';
    range.surroundContents(link);
  });
  await changes(desk, 'person');
  await expect.poll(() => ended(desk)).toBe('undone');
  expect(await copied(desk)).toBe('My client is so funny');
  expect(await desk.box.locator('a').textContent()).toBe('Sarah');
});

test('words in the second block of a canvas: that block is changed, and one undo takes it back', async ({ look }) => {
  const desk = await look.open('gutenberg');
  await desk.type('Long day at work.');
  await desk.press('Enter');
  await desk.keys('My client Sarah is so funny');
  await desk.seesWarning('hold');
  const blocks = desk.page.frameLocator(desk.f.frame!).locator(desk.f.composer);
  await changes(desk, 'person');
  await expect.poll(() => ended(desk)).toBe('made');
  expect(await blocks.allTextContents()).toEqual(['Long day at work.', 'My client is so funny']);
  await desk.closesCard();
  await desk.press('Control+Z');
  await expect.poll(() => blocks.allTextContents()).toEqual(['Long day at work.', 'My client Sarah is so funny']);
});

test('a page that makes another text of it, and whose undo takes more than that: it is undone once, said, and the text to copy', async ({ look }) => {
  const desk = await look.open('textarea');
  await desk.type('My client Sarah is so funny');
  await desk.seesWarning('hold');
  await desk.box.evaluate((box: HTMLTextAreaElement) => {
    const seen = window as unknown as { undone: number };
    seen.undone = 0;
    box.addEventListener('input', () => void (box.value += '!'));
    box.addEventListener('keydown', (e) => {
      if (e.key.toLowerCase() !== 'z' || !e.ctrlKey) return;
      seen.undone++;
      box.value = 'M';
    });
  });
  await changes(desk, 'person');
  await expect.poll(() => ended(desk)).toBe('stuck');
  expect(await copied(desk)).toBe('My client is so funny');
  expect(await desk.page.evaluate(() => (window as unknown as { undone: number }).undone)).toBe(1);
});
