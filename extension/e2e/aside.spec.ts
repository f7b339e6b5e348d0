// What a worker may do beside posting: supervision by signals, after a post, a
// friend request, a consent that is claimed, the tally, the first opening, and
// one call a draft.
import type { Page } from '@playwright/test';
import { expect, type Look, risky, test } from './look';
import { onlyChromium } from './which';
import { messages } from './messages';

const say = (key: string) => messages[key]!;

/** A draft that is a caution and no more. */
const advice = 'Stop taking your lithium and double the Zoloft';

/** The page that a press opens. */
async function opens(look: Look, press: () => Promise<unknown>): Promise<Page> {
  const opened = look.context.waitForEvent('page');
  await press();
  const page = await opened;
  await page.locator('h1').waitFor();
  return page;
}

test('from the card to supervision: signals and no word, nothing in the address', async ({ look }) => {
  const options = await look.own('pages/options.html');
  await options.evaluate(() => chrome.runtime.sendMessage({ t: 'settings.set', patch: { setting: 'shelter' } }));
  const desk = await look.open('x');
  await desk.type(risky);
  await desk.seesWarning('hold');
  const frame = await desk.opensCard();
  const page = await opens(look, () => frame.getByRole('button', { name: say('reflect_supervise') }).click());
  expect(new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash).toBe('/pages/supervision.html');
  const card = await page.locator('#card').innerText();
  for (const key of ['category_client_identifier', 'level_hold', 'setting_shelter']) expect(card).toContain(say(key));
  for (const word of ['Marisol', 'Vega', '14', 'court', 'Tuesday', 'Osterville']) expect(await page.locator('body').innerText()).not.toContain(word);
  await look.readsClipboard();
  await page.getByRole('button', { name: say('reflect_copy'), exact: true }).click();
  await expect(page.getByText(say('reflect_copied'))).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(say('level_hold'));
  expect(copied).not.toContain('Marisol');
  await page.evaluate(() => (window.print = () => void (document.title = 'printed')));
  await page.getByRole('button', { name: say('reflect_sup_print') }).click();
  await expect(page).toHaveTitle('printed');
});

test('supervision without anything to take along says so', async ({ look }) => {
  const page = await look.own('pages/supervision.html');
  await expect(page.locator('.lead')).toHaveText(say('reflect_sup_none'));
  await expect(page.locator('#card')).toHaveCount(0);
});

test('already posted: by site, kind of work and country', async ({ look }) => {
  onlyChromium('Firefox tells its driver of no tab that a link of ours opens');
  const options = await look.own('pages/options.html');
  await options.evaluate(() => chrome.runtime.sendMessage({ t: 'settings.set', patch: { setting: 'health', region: 'US' } }));
  const popup = await look.own('pages/popup.html');
  const page = await opens(look, () => popup.getByRole('link', { name: say('reflect_more_posted') }).click());
  await expect(page.getByText(say('reflect_law_US_health'))).toBeVisible();
  await page.locator('select[name=region]').selectOption('GB');
  await expect(page.getByText(say('reflect_law_GB'))).toBeVisible();
  await expect(page.getByText(say('reflect_law_US_health'))).toHaveCount(0);
  await page.locator('select[name=site]').selectOption('tumblr');
  await expect(page.getByText(say('reflect_site_tumblr'))).toBeVisible();
  await expect(page.getByText(say('reflect_posted_work'))).toBeVisible();
  expect(await options.evaluate(async () => (await chrome.runtime.sendMessage({ t: 'settings.get' })).region), 'a look at another country is no choice').toBe('US');
});

test('a friend request: words by kind of work, to copy', async ({ look }) => {
  await look.readsClipboard();
  const page = await look.own('pages/request.html');
  await expect(page.locator('#say')).toHaveText(say('reflect_request_to_any'));
  await page.locator('select[name=setting]').selectOption('shelter');
  await expect(page.locator('#say')).toHaveText(say('reflect_request_to_shelter'));
  await page.getByRole('button', { name: `${say('reflect_copy')}: ${say('reflect_request_say')}` }).click();
  await expect(page.getByText(say('reflect_copied'))).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(say('reflect_request_to_shelter'));
});

test('a friend request on a card leads to the words; a claimed consent asks its questions', async ({ look }) => {
  const popup = await look.own('pages/popup.html');
  await popup.locator('textarea').fill('I accepted my client’s friend request on Facebook');
  await expect(popup.locator('.card')).toContainText(say('category_boundary'));
  const page = await opens(look, () => popup.getByRole('button', { name: say('reflect_request_words') }).click());
  expect(page.url()).toContain('/pages/request.html');
  await popup.bringToFront();
  await popup.locator('textarea').fill('Photo of my client at her stall, shared with her written consent');
  await expect(popup.locator('.asks li')).toHaveCount(5);
});

test('a card of support has no rule, no mute and no way to a card for others', async ({ look }) => {
  const popup = await look.own('pages/popup.html');
  await popup.evaluate(() => chrome.runtime.sendMessage({ t: 'settings.set', patch: { region: 'AU' } }));
  await popup.reload();
  await popup.locator('textarea').fill('I can’t do this anymore. I want to kill myself tonight');
  const card = popup.locator('.card[data-mark="support"]');
  await expect(card).toContainText('13 11 14');
  await expect(card).toContainText(say('reflect_emergency_AU'));
  expect(await card.innerText()).not.toMatch(/\b(988|rule|mute|level|supervision)\b/i);
});

test('the tally: counts by month and category, no word, and deleted on the press', async ({ look }) => {
  const desk = await look.open('mastodon');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.clickPost();
  await desk.seesDialog();
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([risky]);
  await desk.type(advice);
  await desk.seesWarning('caution');
  const frame = await desk.opensCard();
  await frame.locator('.card-foot button').first().click(); // not this post
  await desk.seesNothing();
  const page = await look.own('pages/options.html');
  const read = () => page.evaluate(() => chrome.runtime.sendMessage({ t: 'tally.get' }) as Promise<object>);
  const month = new Date().toISOString().slice(0, 7);
  await expect.poll(read).toMatchObject({ [month]: { 'client-identifier': { spoke: 1, posted: 1 }, 'online-advice': { spoke: 1, dismissed: 1 } } });
  const stored = await page.evaluate(() => new Promise<string>((done) => {
    const open = indexedDB.open('second-look-tally', 1);
    open.onsuccess = () => {
      const all = open.result.transaction('tally').objectStore('tally').getAll();
      all.onsuccess = () => done(JSON.stringify(all.result));
    };
  }));
  const names = [...stored.matchAll(/"([^"]+)":/g)].map((m) => m[1]!);
  const known = ['client-identifier', 'client-story', 'online-advice', 'spoke', 'posted', 'dismissed', 'edited', month];
  expect(names.filter((n) => !known.includes(n)), 'names that were there before any draft').toEqual([]);
  expect(stored.replace(/"[^"]+"/g, ''), 'and numbers').toMatch(/^[[\]{}:,\d]*$/);
  await page.goto(page.url().replace('options', 'tally'));
  await expect(page.getByRole('row').filter({ hasText: say('category_online_advice') })).toContainText('1');
  await page.getByRole('button', { name: say('reflect_tally_clear') }).click();
  await expect(page.getByText(say('reflect_tally_none'))).toBeVisible();
  expect(await read()).toEqual({});
});

test('changed after the question counts as agreed', async ({ look }) => {
  const desk = await look.open('mastodon');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.clickPost();
  await desk.seesDialog();
  await desk.answer('edit');
  await desk.type('Long day, glad it is Friday');
  await desk.seesNothing();
  await desk.clickPost();
  await expect.poll(async () => (await desk.posts()).length).toBe(1);
  const page = await look.own('pages/options.html');
  const read = () => page.evaluate(async () => Object.values(await chrome.runtime.sendMessage({ t: 'tally.get' }) as object)[0] as object);
  await expect.poll(read).toMatchObject({ 'client-identifier': { spoke: 1, edited: 1 } });
});

test('one call a draft: after an answer the chip is quiet and silent, and what Post asks about still calls', async ({ look }) => {
  const desk = await look.open('mastodon');
  await desk.type(advice);
  await desk.seesWarning('caution');
  const frame = await desk.opensCard();
  await frame.locator('.card-foot button').first().click();
  await desk.seesNothing();
  const spoken = say('announce_clear');
  await expect(frame.locator('#spoken')).toHaveText(spoken);
  await desk.type(`${advice}. Those lazy welfare moms, all of them, make me sick`);
  await desk.seesWarning('caution');
  await expect(frame.locator('.chip')).toHaveAttribute('data-quiet');
  await expect(frame.locator('.chip')).toHaveAccessibleName(/Open the card/);
  expect(await frame.locator('#spoken').innerText(), 'nothing is read out').toBe(spoken);
  await desk.opensCard();
  await desk.closesCard();
  await desk.type(risky);
  await desk.seesWarning('hold');
  await expect(frame.locator('.chip')).not.toHaveAttribute('data-quiet');
  await desk.clickPost();
  await desk.seesDialog();
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([risky]);
});

test('the first opening: three screens by keyboard, kept at the end', async ({ look }) => {
  const page = await look.own('pages/welcome.html');
  const title = page.locator('h1');
  await expect(title).toHaveText(say('welcome_title'));
  await page.getByRole('button', { name: say('reflect_first_next') }).focus();
  await page.keyboard.press('Enter');
  await expect(title).toHaveText(say('reflect_first_never'));
  await expect(title).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(title).toHaveText(say('welcome_ask'));
  await page.locator('select[name=setting]').selectOption('school');
  await page.locator('select[name=region]').selectOption('IE');
  await page.getByRole('button', { name: say('welcome_start') }).focus();
  await page.keyboard.press('Enter');
  await expect(title).toHaveText(say('welcome_done'));
  expect(await page.evaluate(() => chrome.runtime.sendMessage({ t: 'settings.get' }))).toMatchObject({ setting: 'school', region: 'IE', welcomed: true });
});

for (const steps of [0, 1, 2]) {
  test(`the first opening can be skipped at screen ${steps + 1}; nothing is chosen by it`, async ({ look }) => {
    const page = await look.own('pages/welcome.html');
    for (let i = 0; i < steps; i++) await page.getByRole('button', { name: say('reflect_first_next') }).click();
    if (steps === 2) await page.locator('select[name=region]').selectOption('IE');
    await page.getByRole('button', { name: say('welcome_skip') }).click();
    await expect(page.locator('h1')).toHaveText(say('welcome_done'));
    expect(await page.evaluate(() => chrome.runtime.sendMessage({ t: 'settings.get' }))).toMatchObject({ setting: '', region: '', welcomed: true });
  });
}
