// A story told over several posts of a thread, or over a title and its text:
// no part is held alone, the whole is.
import { expect, test, type Look } from './look';
import type { Desk } from './desk';
import { sitePages } from './site-pages';
import { fixtures, type Fixture } from './editors';

/** By itself a note, and twice nothing at all. */
const story = ['I had a client today who broke my heart.', 'She is 14 and lives in Osterville.', 'Court is on Tuesday.'];

const page = (name: string): Fixture => [...fixtures, ...sitePages].find((f) => f.name === name)!;

interface Thread { f: Fixture; add: string; nth: (n: number) => string }

const threads: Thread[] = [
  { f: page('x'), add: '[data-testid="addButton"]', nth: (n) => `[data-testid="tweetTextarea_${n}"]` },
  { f: page('bsky'), add: '[aria-label="Add another post to thread"]', nth: (n) => `[role="textbox"] >> nth=${n}` },
  { f: page('threads'), add: '.add', nth: (n) => `[role="dialog"] [data-lexical-editor="true"] >> nth=${n}` },
  { f: page('elk'), add: '.add', nth: (n) => `.ProseMirror >> nth=${n}` },
];

/** Writes the story, a part a post; no part is held when it is written. */
async function tells(look: Look, { f, add, nth }: Thread, parts: readonly string[]): Promise<Desk[]> {
  const first = await look.open(f);
  const desks = [first];
  await first.type(parts[0]!);
  await first.seesWarning('note');
  for (let n = 1; n < parts.length; n++) {
    await first.page.locator(add).click();
    const desk = first.at(nth(n));
    await desk.type(parts[n]!);
    desks.push(desk);
  }
  return desks;
}

for (const thread of threads) {
  test(`${thread.f.name}: a story over three posts is asked about as a whole`, async ({ look }) => {
    const [first, , last] = await tells(look, thread, story);
    await last!.seesWarning('hold');
    await (await first!.postButton()).click();
    await first!.seesDialog();
    const frame = await first!.frame();
    await expect(frame.locator('[role="alertdialog"]')).toContainText('Osterville');
    expect(await first!.posts()).toEqual([]);
    await first!.answer('post');
    await expect.poll(() => first!.posts()).toEqual(story);
  });

  test(`${thread.f.name}: with a word of it gone from another part, nothing is asked`, async ({ look }) => {
    const [first, middle, last] = await tells(look, thread, story);
    await last!.seesWarning('hold');
    await middle!.type('She is young.');
    await middle!.seesNothing();
    await (await first!.postButton()).click();
    await expect.poll(() => first!.posts()).toEqual([story[0], 'She is young.', story[2]]);
    expect(await first!.view()).not.toBe('hold');
  });
}

test('reddit: a title and its text are read as one', async ({ look }) => {
  const title = await look.open(page('reddit title'));
  await title.type(story[0]!);
  await title.seesWarning('note');
  const body = title.at('[data-lexical-editor="true"]');
  await body.type(`${story[1]} ${story[2]}`);
  await body.seesWarning('hold');
  await (await title.postButton()).click();
  await title.seesDialog();
  await title.answer('post');
  await expect.poll(() => title.posts()).toEqual([`${story[0]} | ${story[1]} ${story[2]}`]);
});
