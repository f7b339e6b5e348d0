// What places do beyond the common path: rows that are used again, views that
// are replaced, frames beside which something else is posted.
import { fixture } from './editors';
import { clear, expect, risky, test } from './look';
import { besideFrames, onlyChromium } from './which';

test('a row that is used again shows nothing of the draft before, and asks when that is back', async ({ look }) => {
  const desk = await look.open('virtual');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.page.evaluate(() => scrollTo(0, 9_000));
  await expect.poll(() => desk.page.locator('[data-row="62"]').count(), { message: 'the rows are others' }).toBe(1);
  const other = desk.at('[data-row="62"] textarea');
  await other.type(clear);
  await other.seesNothing();
  await desk.page.locator('[data-row="62"] button').click();
  await expect.poll(() => desk.posts()).toEqual([clear]);
  await desk.page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => desk.box.inputValue(), { message: 'the page brings the draft back' }).toBe(risky);
  await desk.clickBox();
  await desk.seesWarning('hold');
  await desk.clickPost();
  await desk.seesDialog();
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([clear, risky]);
});

test('a view replaced by pushState takes its draft along and leaves the next one free', async ({ look }) => {
  const desk = await look.open('spa');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.page.locator('#next').click();
  await expect.poll(() => desk.underlines(), { message: 'lines of a composer that is gone' }).toBe(0);
  const next = desk.at('#topic-2');
  await next.type(clear);
  await next.seesNothing();
  await next.clickPost();
  await expect.poll(() => desk.posts()).toEqual([clear]);
  expect(await desk.view()).not.toBe('hold');
});

test('of two hundred composers one is watched, and only its own button asks', async ({ look }) => {
  const desk = await look.open('many');
  await desk.type(risky);
  await desk.seesWarning('hold');
  const other = desk.at('#reply-7 [role="textbox"]');
  await other.type(clear);
  await other.seesNothing();
  await desk.page.locator('#reply-7 button').click();
  await expect.poll(() => desk.posts()).toEqual([clear]);
  await desk.clickPost();
  await desk.seesDialog();
});

test('a frame that was loaded anew holds nothing any more', async ({ look }) => {
  onlyChromium(besideFrames);
  const desk = await look.open(fixture('frame-other-site-button-over'));
  await desk.type(risky);
  await desk.seesWarning('hold');
  const frame = desk.page.frames().find((f) => f.url().startsWith('https://player.example'))!;
  await frame.goto('https://player.example/comments?bare');
  await desk.type(clear);
  await desk.seesNothing();
  await desk.clickPost();
  await expect.poll(() => desk.posts()).toEqual([clear]);
  expect(await desk.view()).not.toBe('hold');
});
