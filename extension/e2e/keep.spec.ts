// Keep for later: the one exception to "a draft is never kept", on the worker's
// press alone. A unique token is kept, and everything that a browser keeps, sends
// or logs is searched for it: it may be in session memory and nowhere else.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { copy, prepend } from './copies';
import type { Desk } from './desk';
import { draftWith, filesWith, forms, freshToken, kept, listen, sentWith } from './leaks';
import { inside } from './inside';
import { killWorker } from './kill';
import { expect, Look, risky, test } from './look';
import { startSite, type Site } from './site';
import { sitePages } from './site-pages';
import { isFirefox, onlyChromium } from './which';
import { freshProfile } from './world';

/** Brings a held draft to its question and keeps it. */
async function keeps(desk: Desk, draft: string): Promise<void> {
  await desk.type(draft);
  await desk.seesWarning('hold');
  await desk.clickPost();
  await desk.seesDialog();
  await desk.clickOurs('.hold-foot .keep');
  await expect.poll(() => desk.ours(() => document.querySelectorAll('.hold .further button').length), { message: 'it was kept' }).toBe(2);
}

/** All that session memory holds, read from a page of ours. */
/** Session memory but for the addresses of requests, which the Prove it page shows. */
const inMemory = (page: Page) => page.evaluate(async () => JSON.stringify({ ...(await chrome.storage.session.get(null)), requests: undefined }));

/** Everywhere the token was found after one draft was written and, with press, kept. */
async function searched(site: Site, press: boolean, extension?: string): Promise<string[]> {
  const token = freshToken();
  const profile = freshProfile();
  const look = await Look.start(site, { extension, profile, args: [`--log-net-log=${join(profile, 'net-log.json')}`, '--net-log-capture-mode=IncludeSensitive'] });
  const diary = await listen(look);
  const found: string[] = [];
  const check = (what: string, text: string) => forms(token).some((m) => Buffer.from(text).includes(m)) && found.push(what);
  const desk = await look.open('x');
  if (press) await keeps(desk, draftWith(token));
  else {
    await desk.type(draftWith(token));
    await desk.seesWarning('hold');
    await desk.clickPost();
    await desk.seesDialog();
    await desk.answer('post');
    await expect.poll(async () => (await desk.posts()).length).toBe(1);
  }
  const ours = await look.own('pages/kept.html');
  await ours.locator('h1').waitFor();
  check('session memory', await inMemory(ours));
  check('shown', await ours.locator('body').innerText());
  check('kept by the page', await kept(desk.page));
  check('kept by the extension', await kept(ours, ['local', 'sync']));
  check('cookies', JSON.stringify(await look.context.cookies()));
  check('address or title', `${ours.url()} ${await ours.title()}`);
  await look.context.newPage(); // a browser whose last page closes is slow to write
  await desk.page.close();
  await ours.close();
  check('console', diary.said.join('\n'));
  await look.stop();
  found.push(...sentWith(look, token), ...filesWith(profile, token));
  if (press) {
    const again = await Look.start(site, { extension, profile });
    const page = await again.own('pages/kept.html');
    await page.locator('h1').waitFor();
    check('session memory of the next browser', await inMemory(page));
    check('shown in the next browser', await page.locator('body').innerText());
    await again.stop();
  }
  rmSync(profile, { recursive: true });
  return found;
}

test('kept on the press: in session memory and nowhere else, and gone with the browser', async () => {
  test.setTimeout(90_000);
  const site = await startSite();
  expect(await searched(site, true)).toEqual(['session memory', 'shown']);
  await site.close();
});

test('without the press nothing is kept', async () => {
  const site = await startSite();
  expect(await searched(site, false)).toEqual([]);
  await site.close();
});

test('a build that keeps unasked, or keeps on disk, is caught', async ({ site }) => {
  test.setTimeout(90_000);
  const unasked = copy('keep-unasked', (dir) => prepend(dir, 'background.js', `chrome.runtime.onMessage.addListener((m) => {
    if (m?.t === 'check') chrome.storage.session.set({ last: m.text });
  });`));
  expect(await searched(site, false, unasked)).toEqual(['session memory']);
  const onDisk = copy('keep-on-disk', (dir) => prepend(dir, 'background.js', `chrome.runtime.onMessage.addListener((m) => {
    if (m?.t === 'keep') chrome.storage.local.set({ kept: m.text });
  });`));
  expect(await searched(site, true, onDisk)).toEqual(expect.arrayContaining(['kept by the extension', ...(isFirefox() ? [] : [expect.stringContaining('file Default/')])]));
});

test('the composer keeps its text, the question ends as Edit, and Post then posts', async ({ look }) => {
  const desk = await look.open('mastodon');
  await keeps(desk, risky);
  expect(await desk.posts()).toEqual([]);
  await desk.answer('edit');
  await expect.poll(() => desk.focused()).toBe(true);
  expect(await desk.box.inputValue()).toBe(risky);
  await desk.clickPost();
  await expect.poll(() => desk.posts(), { message: 'not asked twice' }).toEqual([risky]);
});

test('by keyboard alone: keep, see it, delete it', async ({ look }) => {
  const desk = await look.open('x');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.focusPost();
  await desk.press('Enter');
  await desk.seesDialog();
  for (const key of ['Tab', 'Enter']) await desk.press(key);
  const frame = await desk.frame();
  await expect(frame.locator('.hold-foot .primary')).toBeFocused();
  const opened = look.context.waitForEvent('page');
  for (const key of ['Tab', 'Enter']) await desk.press(key); // around to the first
  const page = await opened;
  await expect(page.locator('.kept-text')).toHaveText(risky);
  expect(new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash, 'nothing in the address').toBe('/pages/kept.html');
  await page.getByRole('button', { name: 'Delete now: Draft 1' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.kept-text')).toHaveCount(0);
  await expect(page.locator('h1')).toBeFocused();
  expect(await inMemory(page)).toBe('{}');
});

test('the page of kept drafts: questions, what is left of the time, copy', async ({ look }) => {
  await look.readsClipboard();
  const desk = await look.open('x');
  await keeps(desk, risky);
  const page = await look.own('pages/kept.html');
  await expect(page.locator('ol.said li')).toHaveCount(3);
  await expect(page.locator('.kept .field-note')).toHaveText('Goes by itself in 24 hours');
  expect(await page.locator('textarea, input, [contenteditable]').count(), 'no field that a browser would remember').toBe(0);
  await page.getByRole('button', { name: 'Copy: Draft 1' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(risky);
});

test('due is gone: by the alarm while nobody looks, and at any look', async ({ look }) => {
  const desk = await look.open('x');
  await keeps(desk, risky);
  const page = await look.own('pages/options.html');
  const until = await page.evaluate(async () => ((await chrome.storage.session.get('kept')).kept as { until: number }[])[0]!.until);
  expect(await page.evaluate(async () => (await chrome.alarms.getAll()).map((a) => [a.name, a.scheduledTime]))).toEqual([['kept', until]]);
  const makeDue = () => page.evaluate(async () => {
    const { kept } = await chrome.storage.session.get('kept') as { kept: { until: number }[] };
    await chrome.storage.session.set({ kept: kept.map((d) => ({ ...d, until: 1 })) });
  });
  await makeDue();
  await page.evaluate(() => chrome.alarms.create('kept', { when: Date.now() }));
  await expect.poll(() => inMemory(page), { message: 'the alarm swept', timeout: 30_000 }).toBe('{}');
  expect(await page.evaluate(async () => (await chrome.alarms.getAll()).length), 'no alarm is left').toBe(0);

  await keeps(await look.open('mastodon'), risky);
  await makeDue();
  await page.goto(page.url().replace('options', 'kept'));
  await page.locator('h1').waitFor();
  await expect(page.locator('.kept-text')).toHaveCount(0);
  expect(await inMemory(page)).toBe('{}');
});

test('a kept draft outlives the worker, and no content script can read it', async ({ look }) => {
  onlyChromium('no driver of Firefox asks in the world of a content script; worker-killed.spec.ts has its stopped event page');
  const desk = await look.open('x');
  await keeps(desk, risky);
  const within = await inside(look, desk.page);
  expect(await within<string>('chrome.storage.session ? chrome.storage.session.get(null).then((a) => JSON.stringify(a), (e) => "refused") : "none"')).toMatch(/^(refused|none)$/);
  await killWorker(look, desk.page);
  const page = await look.own('pages/kept.html');
  await expect(page.locator('.kept-text')).toHaveText(risky);
});

test('a draft in a frame whose button is outside is kept where it is read', async ({ look }) => {
  await keeps(await look.open('gutenberg'), risky);
  const page = await look.own('pages/kept.html');
  await expect(page.locator('.kept-text')).toHaveText(risky);
});

test('a post of several parts is kept as one', async ({ look }) => {
  const f = sitePages.find((p) => p.name === 'threads')!;
  const first = await look.open(f);
  await first.type(risky);
  await first.page.locator('.add').click();
  await first.at('[role="dialog"] [data-lexical-editor="true"] >> nth=1').type('She is brave.');
  await first.clickPost();
  await first.seesDialog();
  await first.clickOurs('.hold-foot .keep');
  const page = await look.own('pages/kept.html');
  await expect(page.locator('.kept-text')).toHaveText(`${risky}\n\nShe is brave.`, { useInnerText: true });
});

test('one that is too long is refused and said, and everything else still works', async ({ look }) => {
  const desk = await look.open('mastodon');
  const long = `${'It rained all day. '.repeat(2200)}${risky}`; // a long text is read where it was written last
  await desk.insert(long);
  await desk.seesWarning('hold');
  await desk.clickPost();
  await desk.seesDialog();
  await desk.clickOurs('.hold-foot .keep');
  await expect((await desk.frame()).getByRole('alert')).toContainText('longer than what can be kept');
  await desk.answer('post');
  await expect.poll(async () => (await desk.posts()).length).toBe(1);
});
