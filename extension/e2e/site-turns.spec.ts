// Sites that put another editor in the place of the one at hand, without a
// load: the next video, another channel, Markdown for rich text.
import { expect, risky, test, type Look } from './look';
import type { Desk } from './desk';
import { sitePages } from './site-pages';

const open = (look: Look, name: string): Promise<Desk> => look.open(sitePages.find((f) => f.name === name)!);

async function asks(desk: Desk, press: () => Promise<void>): Promise<void> {
  await desk.seesWarning('hold');
  await press();
  await desk.seesDialog();
  expect(await desk.posts()).toEqual([]);
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([risky]);
}

test('youtube: the box under the next video', async ({ look }) => {
  const desk = await open(look, 'youtube');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.page.locator('.next').click();
  await expect.poll(() => desk.underlines(), { message: 'nothing is left of the box that went' }).toBe(0);
  await desk.page.locator('.open').click();
  await desk.type(risky);
  await asks(desk, async () => (await desk.postButton()).click());
});

test('discord: the box of another channel', async ({ look }) => {
  const desk = await open(look, 'discord');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.page.locator('.channel').click();
  await desk.type(risky);
  await asks(desk, () => desk.page.keyboard.press('Enter'));
});

test('reddit: Markdown in the place of rich text', async ({ look }) => {
  const desk = await open(look, 'reddit');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.page.locator('.toggle').click();
  const markdown = desk.at('shreddit-markdown-composer textarea');
  await markdown.box.click();
  await asks(markdown, async () => (await desk.postButton()).click());
});
