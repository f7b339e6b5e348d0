// The worker has the last word: asked once for a draft and a finding, never
// again about what they answered, until the words change or the draft is new.
import type { Page } from '@playwright/test';
import { clear, expect, risky, test } from './look';

test('after Edit the same words are not asked about again', async ({ look }) => {
  const desk = await look.open('x');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await (await desk.postButton()).click();
  await desk.seesDialog();
  await desk.answer('edit');
  await expect.poll(() => desk.focused()).toBe(true);
  await (await desk.postButton()).click();
  await expect.poll(() => desk.posts()).toEqual([risky]);
});

test('words typed in the last moment before Post belong to the same question', async ({ look }) => {
  const desk = await look.open('x');
  await desk.type('My client Marisol Vega, 14,');
  await desk.seesWarning('hold');
  const post = await desk.postButton();
  await desk.page.keyboard.insertText(' goes to court Tuesday in Osterville');
  await post.click();
  await desk.seesDialog();
  await expect.poll(async () => (await desk.frame()).locator('#hold-text .small').count(), { message: 'the details joined in' }).toBe(1);
  await desk.answer('edit');
  await expect.poll(() => desk.focused()).toBe(true);
  await post.click();
  await expect.poll(() => desk.posts()).toEqual([risky]);
});

test('the card closed and Post pressed in one breath: the question stands', async ({ look }) => {
  const desk = await look.open('x');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.opensCard();
  await Promise.all([desk.page.keyboard.press('Escape'), (await desk.postButton()).click()]);
  await desk.seesDialog();
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([risky]);
});

test('the next draft with the same words is asked about', async ({ look }) => {
  const desk = await look.open('mastodon');
  for (const posted of [[risky], [risky, risky]]) {
    await desk.type(risky);
    await desk.seesWarning('hold');
    await (await desk.postButton()).click();
    await desk.seesDialog();
    await desk.answer('post');
    await expect.poll(() => desk.posts()).toEqual(posted);
  }
});

test('"not this post" takes the finding away for this draft', async ({ look }) => {
  const desk = await look.open('x');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.opensCard();
  await desk.dismissesAll();
  await desk.seesNothing();
  await (await desk.postButton()).click();
  await expect.poll(() => desk.posts()).toEqual([risky]);
});

test('a muted rule is silent everywhere, until it is put back', async ({ look }) => {
  const draft = 'Stop taking your lithium and double the Zoloft';
  const desk = await look.open('x');
  await desk.type(draft);
  await desk.seesWarning('caution');
  const frame = await desk.opensCard();
  await frame.locator('.card-foot .quiet').first().click();
  await desk.seesNothing();
  const other = await look.open('mastodon');
  await other.type(draft);
  await other.type(risky);
  await other.seesWarning('hold'); // it is awake
  await other.type(draft);
  await other.seesNothing();
  const options = await look.own('pages/options.html');
  const rules = await options.evaluate(async () => (await chrome.runtime.sendMessage({ t: 'settings.get' })).mutedRules as string[]);
  expect(rules).toHaveLength(1);
  await options.evaluate((rule) => chrome.runtime.sendMessage({ t: 'unmute', rule }), rules[0]);
  await other.page.bringToFront();
  await other.type(`${draft}!`);
  await other.seesWarning('caution');
});

test('switched off here: no warning, no question', async ({ look }) => {
  const options = await look.own('pages/options.html');
  await options.evaluate(() => chrome.runtime.sendMessage({ t: 'site.off', site: 'x.com' }));
  const desk = await look.open('x');
  await desk.type(risky);
  await (await desk.postButton()).click();
  await expect.poll(() => desk.posts()).toEqual([risky]);
  await desk.seesNothing();
  await options.evaluate(() => chrome.runtime.sendMessage({ t: 'site.on', site: 'x.com' }));
  await desk.page.bringToFront();
  await desk.type(`${clear} ${risky}`);
  await desk.seesWarning('hold');
});

/** Drawn frames: our script reads a changed draft in the first, and checks it after a pause of many. */
const drawn = (page: Page, n: number) => page.evaluate(async (many) => {
  for (let i = 0; i < many; i++) await new Promise(requestAnimationFrame);
}, n);

// Faster than the pause after which a draft is checked: no verdict comes for what stood in between.
for (const name of ['x', 'mastodon', 'editable']) {
  test(`${name}: what was changed and put back in one breath is warned of and asked about as before`, async ({ look }) => {
    const desk = await look.open(name);
    await desk.insert(risky);
    await desk.seesWarning('hold');
    for (const between of [1, 2, 3, 4]) {
      await desk.press('Control+A');
      await desk.page.keyboard.insertText('Fine.');
      await drawn(desk.page, between);
      await desk.press('Control+A');
      await desk.page.keyboard.insertText(risky);
      await drawn(desk.page, 4);
      await desk.seesWarning('hold');
    }
    await desk.clickPost();
    await desk.seesDialog();
    expect(await desk.posts()).toEqual([]);
  });
}
