// The ways in which open-source front ends post, each on a page made of its
// marks and events alone: what their names, toolbars, titles, chords and plain
// boxes ask of holding.
import type { Fixture } from './editors';
import type { Desk } from './desk';
import { clear, expect, risky, test, type Look } from './look';

const of = (kind: string, more: Partial<Fixture> = {}): Fixture => ({
  name: kind, url: `https://forum.example/frontends?k=${kind}`, generic: true, composer: 'textarea', button: 'button', chord: false, enter: false,
  value: true, ...more,
});

const ends: Fixture[] = [
  of('notes', { button: '[data-cy-open-post-form-submit]', chord: true }),
  of('topics', { button: '.create', chord: true }),
  of('chat', { button: '[aria-label^="Send"]', enter: true }),
  of('plane', { button: '.submit-plane' }),
  of('edit', { button: '.save' }),
  of('plain', { button: '.go' }),
  of('video', { button: '.send', chord: true }),
  of('board', { button: '.post' }),
  of('review', { button: '.reply' }),
];

function pressesOf(f: Fixture): Record<string, (d: Desk) => Promise<void>> {
  const inBox = (key: string) => async (d: Desk) => {
    await d.box.focus();
    await d.page.keyboard.press(key);
  };
  return {
    'by mouse': async (d) => (await d.postButton()).click(),
    ...(f.chord || f.enter ? {} : { 'by Enter on the button': async (d: Desk) => (await d.postButton()).press('Enter') }),
    ...(f.chord ? { 'by Ctrl+Enter': inBox('Control+Enter') } : {}),
    ...(f.enter ? { 'by Enter in the composer': inBox('Enter') } : {}),
  };
}

async function write(look: Look, f: Fixture, text: string): Promise<Desk> {
  const desk = await look.open(f);
  await desk.insert(text); // at once: no verdict of half a text
  return desk;
}

for (const f of ends) {
  test(`${f.name}: a clear post goes out at once`, async ({ look }) => {
    const desk = await write(look, f, clear);
    await (await desk.postButton()).click();
    await expect.poll(() => desk.posts()).toEqual([clear]);
    expect(await desk.view()).not.toBe('hold');
  });

  for (const [how, press] of Object.entries(pressesOf(f))) {
    test(`${f.name} ${how}: edit posts nothing; the next draft goes out as it is`, async ({ look }) => {
      const desk = await write(look, f, risky);
      await desk.seesWarning('hold');
      await press(desk);
      await desk.seesDialog();
      await desk.answer('edit');
      await expect.poll(() => desk.focused(), { message: 'focus is back in the composer' }).toBe(true);
      expect(await desk.posts()).toEqual([]);
      await desk.insert(clear);
      await desk.seesNothing();
      await press(desk);
      await expect.poll(() => desk.posts()).toEqual([clear]);
      await expect.poll(() => desk.box.inputValue()).toBe('');
      await desk.insert(risky);
      await desk.seesWarning('hold');
      await press(desk);
      await desk.seesDialog();
      await desk.answer('post');
      await expect.poll(() => desk.posts()).toEqual([clear, risky]);
      expect(await desk.page.evaluate(() => [window.__violations, window.__errors])).toEqual([[], []]);
    });
  }
}

for (const f of ends.filter((one) => ['notes', 'topics', 'board'].includes(one.name))) {
  test(`${f.name}: the line that is posted with the text is looked at too`, async ({ look }) => {
    const desk = await write(look, f, clear);
    const title = desk.at('input.title');
    await title.insert(risky);
    await title.seesWarning('hold');
    await (await desk.postButton()).click();
    await desk.seesDialog();
    expect(await desk.posts()).toEqual([]);
    await desk.answer('post');
    await expect.poll(() => desk.posts()).toEqual([`${risky} | ${clear}`]);
  });
}

test('topics: the quote tool of the toolbar is no post', async ({ look }) => {
  const desk = await write(look, ends[1]!, risky);
  await desk.seesWarning('hold');
  await desk.page.locator('.other').press('Enter');
  await (await desk.postButton()).click();
  await desk.seesDialog();
});

test('board: a preview is no post', async ({ look }) => {
  const desk = await write(look, ends[7]!, risky);
  await desk.seesWarning('hold');
  await desk.page.locator('.preview').click();
  await expect(desk.page.locator('body[data-previewed]')).toBeVisible();
  expect(await desk.view()).not.toBe('hold');
});
