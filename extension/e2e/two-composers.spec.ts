// Several composers on one page: each is guarded by its own words.
import { clear, expect, risky, test } from './look';

test('a thread: one risky post holds the whole of it', async ({ look }) => {
  const desk = await look.open('x');
  await desk.type(clear);
  await desk.page.getByTestId('addButton').click();
  const second = desk.at('[data-testid="tweetTextarea_1"]');
  await second.type(risky);
  await second.seesWarning('hold');
  await (await desk.postButton()).click();
  await desk.seesDialog();
  expect(await desk.posts()).toEqual([]);
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([clear, risky]);
});

test('a thread: the risky post is not the one in hand', async ({ look }) => {
  const desk = await look.open('bsky');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.page.getByLabel('Add another post to thread').click();
  const second = desk.at('[role="textbox"] >> nth=1');
  await second.type(clear);
  await second.box.press('Control+Enter');
  await desk.seesDialog();
  expect(await desk.posts()).toEqual([]);
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([risky, clear]);
});

test('two forms: the other one posts freely, the risky one asks', async ({ look }) => {
  const desk = await look.open('textarea');
  await desk.type(risky);
  await desk.seesWarning('hold');
  const other = desk.at('form:last-of-type textarea');
  await other.type(clear);
  await other.seesNothing();
  await desk.page.locator('form:last-of-type button').click();
  await expect.poll(() => desk.posts()).toEqual([clear]);
  expect(await desk.view()).not.toBe('hold');
  await (await desk.postButton()).click();
  await desk.seesDialog();
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([clear, risky]);
});

test('a composer under a modal keeps its own draft apart', async ({ look }) => {
  const desk = await look.open('x');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.page.getByTestId('SideNav_NewTweet_Button').click();
  const modal = desk.at('[role="dialog"] [data-testid="tweetTextarea_0"]');
  await modal.type(clear);
  await modal.seesNothing();
  await desk.page.getByTestId('tweetButton').click();
  await expect.poll(() => desk.posts()).toEqual([clear]);
});
