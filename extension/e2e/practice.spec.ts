// Practice: guess, see the reading, rewrite and see it fall; an agency's own
// posts; progress that stays here and can be forgotten; the team meeting.
import type { Page } from '@playwright/test';
import { scenarios } from '../pages/practice/scenarios';
import { built, enrolled, found, issued } from './agency';
import { freshToken, kept } from './leaks';
import { expect, type Look, test } from './look';
import { messages } from './messages';

const number = (id: string) => scenarios.findIndex((s) => s.id === id) + 1;
const post = (id: string) => scenarios.find((s) => s.id === id)!;

/** One post, its guesses before one. */
async function open(look: Look, id: string): Promise<Page> {
  const page = await look.own(`pages/practice.html#post-${number(id)}`);
  await expect(page.locator('.post blockquote')).toHaveText(post(id).post);
  return page;
}

const counts = (page: Page) => page.evaluate(() => new Promise<unknown[]>((done, fail) => {
  const request = indexedDB.open('second-look-practice');
  request.onsuccess = () => {
    const store = request.result.transaction('counts').objectStore('counts');
    const keys = store.getAllKeys();
    const values = store.getAll();
    values.onsuccess = () => {
      request.result.close();
      done(keys.result.map((key, i) => [key, values.result[i]]));
    };
  };
  request.onerror = fail;
}));

test.beforeEach(async ({ look }) => {
  const page = await look.own('pages/practice.html');
  const forget = page.getByRole('button', { name: messages.practice_forget });
  await page.locator('h1').waitFor();
  if (await forget.isVisible()) await forget.click();
  await expect(forget).toHaveCount(0);
  await page.close();
});

test('by keyboard alone: guess, read, take the safer version, see it fall, go on', async ({ look }) => {
  const page = await open(look, 'bought-a-tie');
  const tabTo = async (name: string) => {
    const at = page.getByRole('button', { name }).or(page.getByText(name, { exact: true })).first();
    for (let i = 0; i < 12 && !(await at.evaluate((el) => el === document.activeElement)); i++) await page.keyboard.press('Tab');
    await expect(at).toBeFocused();
  };
  await expect(page.locator('h1')).toBeFocused();
  await tabTo(messages.practice_fine!);
  await page.keyboard.press('Enter');
  await expect(page.locator('.guessed')).toBeFocused();
  await expect(page.locator('.guessed')).toContainText('We would look harder');
  await expect(page.locator('.reading')).toContainText(post('bought-a-tie').why);
  await expect(page.locator('.engine .card')).toHaveAttribute('data-mark', 'hold');
  await expect(page.locator('.post mark[data-level="hold"]').first()).toBeVisible();
  await expect(page.locator('.fall')).toHaveAttribute('data-now', 'hold');
  await tabTo(messages.practice_safer!);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#rewrite')).toBeFocused();
  await expect(page.locator('#rewrite')).toHaveValue(post('bought-a-tie').safer);
  await expect(page.locator('.fall')).toHaveAttribute('data-now', 'clear');
  await expect(page.locator('.fall-said')).toHaveText(messages.practice_fell_clear!);
  await tabTo(messages.practice_next!);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#post-${number('bought-a-tie') + 1}$`));
  await expect(page.locator('h1')).toBeFocused();
});

test('what is typed is read again: it falls, and it rises', async ({ look }) => {
  const page = await open(look, 'headmistress-fell');
  await page.locator('.guess').last().click();
  await expect(page.locator('.guessed')).toHaveText(messages.practice_agreed!);
  const box = page.locator('#rewrite');
  await expect(page.locator('.fall-said')).toContainText('details still add up');
  await box.fill('One of my residents had another fall');
  await expect(page.locator('.fall')).toHaveAttribute('data-now', 'caution');
  await expect(page.locator('.underlined mark').first()).toBeAttached();
  await box.fill('Love this job.');
  await expect(page.locator('.fall')).toHaveAttribute('data-now', 'clear');
  await box.fill('My client Agatha Pellow, 91, fell on Tuesday');
  await expect(page.locator('.fall')).toHaveAttribute('data-now', 'hold');
});

test('where checker and people differ, the page says so; what is fine needs no other version', async ({ look }) => {
  const page = await open(look, 'bus-video');
  await page.locator('.guess').last().click();
  await expect(page.locator('.differs')).toContainText('“Worth a look”');
  await expect(page.locator('.differs')).toContainText('“Look first”');
  const fine = await open(look, 'panic-buttons');
  await fine.locator('.guess').last().click();
  await expect(fine.locator('.guessed')).toContainText('We would worry less');
  await expect(fine.locator('.label')).toContainText(messages.practice_protected!);
  await expect(fine.locator('.notice.good')).toHaveText(messages.practice_leave_it!);
  await expect(fine.locator('#rewrite')).toHaveCount(0);
});

test('a picture is part of the post, and taking it away is part of the answer', async ({ look }) => {
  const page = await open(look, 'stickers-on-faces');
  await page.locator('.guess').last().click();
  await expect(page.locator('.fall')).toHaveAttribute('data-now', 'note');
  await page.getByRole('switch', { name: messages.practice_picture_stays }).click();
  await expect(page.locator('.fall')).toHaveAttribute('data-now', 'clear');
});

test('a muted rule speaks here all the same', async ({ look }) => {
  const page = await open(look, 'goblin-scheduling');
  await page.evaluate(() => chrome.runtime.sendMessage({ t: 'settings.set', patch: { mutedRules: ['venting.named'] } }));
  await page.locator('.guess').nth(1).click();
  await expect(page.locator('.engine')).toHaveAttribute('data-level', 'note');
});

test('progress: counts and nothing else, over a restart of the page, until it is forgotten', async ({ look }) => {
  const page = await open(look, 'med-room');
  const token = freshToken();
  await page.locator('.guess').last().click();
  await page.locator('#rewrite').fill(`My client ${token} cried`);
  await expect(page.locator('.fall')).toHaveAttribute('data-now', /caution|note|hold/);
  expect(await counts(page)).toEqual([['med-room', { read: 1, agreed: 1 }]]);
  expect(await kept(page)).not.toContain(token);
  await page.goto(`${look.origin}/pages/options.html`);
  await page.goto(`${look.origin}/pages/practice.html`);
  await expect(page.locator('.kept')).toContainText('1 of 60 read. You saw 1 as we do.');
  await page.getByRole('button', { name: messages.practice_forget }).click();
  await expect(page.locator('.kept')).not.toContainText('1 of 60');
  await expect(page.getByRole('heading', { name: messages.practice_choose })).toBeFocused();
  expect(await counts(page)).toEqual([]);
});

test('an agency’s own posts, with its own rules in force', async ({ look }) => {
  const page = await look.own('pages/practice.html');
  const p = await found();
  await enrolled(page, p, await p.release(built().first, issued()));
  await page.reload();
  const set = page.locator('select[name=set]');
  await set.selectOption('own');
  await expect(set.locator('option:checked')).toContainText('Maple County Family Services’s own');
  await page.locator('.primary').first().click();
  for (const level of ['clear', 'hold'] as const) {
    await page.locator('.guess').first().click();
    await expect(page.locator('.engine')).toHaveAttribute('data-level', level);
    await expect(page.locator('.label .level-word')).toHaveAttribute('data-mark', level);
    await expect(page.locator('.author-why')).not.toBeEmpty();
    await page.getByRole('button', { name: messages.practice_next }).click();
  }
});

test('for a team: a remote’s two keys show, go on and go back; nothing is counted', async ({ look }) => {
  const page = await look.own('pages/practice.html');
  await page.locator('select[name=set]').selectOption('dv');
  await page.getByRole('button', { name: messages.practice_team_start }).click();
  const group = page.locator('.group');
  const first = scenarios.filter((s) => s.sector === 'dv');
  await expect(group.locator('.post blockquote')).toHaveText(first[0]!.post);
  await expect(group.locator('.reading')).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expect(group.locator('.reading h2')).toBeFocused();
  await expect(group.locator('.talk')).toContainText(messages.practice_question_1!);
  await page.keyboard.press('PageDown');
  await expect(group.locator('.post blockquote')).toHaveText(first[1]!.post);
  await expect(group.locator('.reading')).toHaveCount(0);
  await expect(page.locator('h1')).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(group.locator('.post blockquote')).toHaveText(first[0]!.post);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(group.locator('.reading')).toHaveCount(0);
  const size = await group.locator('blockquote').evaluate((el) => parseFloat(getComputedStyle(el).fontSize));
  expect(size, 'larger than on one’s own').toBeGreaterThan(18);
  await page.keyboard.press('Escape');
  await expect(group).toHaveCount(0);
  expect(await counts(page)).toEqual([]);
});

test('the hand-out: on paper the posts with room to write, the answers on a page of their own', async ({ look }) => {
  const page = await look.own('pages/practice.html');
  await expect(page.locator('.handout')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.handout > ol > li')).toHaveCount(6);
  await expect(page.locator('.handout .answers')).toContainText(scenarios[0]!.why);
  await expect(page.locator('.handout .answers')).toContainText(messages.practice_question_4!);
  await expect(page.locator('.page-head')).toBeHidden();
  expect(await page.locator('.handout .answers').evaluate((el) => getComputedStyle(el).breakBefore)).toBe('page');
});

test('no network: it starts, reads and falls', async ({ look }) => {
  await look.context.setOffline(true);
  try {
    const page = await open(look, 'thirty-days');
    await page.locator('.guess').first().click();
    await page.locator('#rewrite').fill('recovery is real');
    await expect(page.locator('.fall')).toHaveAttribute('data-now', 'clear');
  } finally {
    await look.context.setOffline(false);
  }
});

test('popup and options lead here', async ({ look }) => {
  for (const from of ['popup', 'options']) {
    const page = await look.own(`pages/${from}.html`);
    await expect(page.getByRole('link', { name: messages.practice_open, exact: true })).toHaveAttribute('href', 'practice.html');
  }
});
