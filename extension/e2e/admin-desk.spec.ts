// What runs in the server's pages: a post that is tried under rules being written
// stays in the page; YAML has an editor that the policy allows; and everything
// can be written without any script.
import { expect, test, type Page } from '@playwright/test';
import { complaints, found, look, open, rooted, type Office } from './office';

let office: Office;
let state: Awaited<ReturnType<Awaited<ReturnType<Office['browser']['newContext']>>['storageState']>>;

test.beforeAll(async () => {
  office = await open();
  const page = await office.browser.newPage();
  await found(page, office);
  await rooted(page, office);
  state = await page.context().storageState();
  await page.close();
});

test.afterAll(async () => office?.close());

/** A page of the administrator's, and what went wrong in it. */
async function desk(path: string, javaScriptEnabled = true): Promise<{ page: Page; wrong: string[] }> {
  const context = await office.browser.newContext({ storageState: state, javaScriptEnabled, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const wrong: string[] = [];
  await complaints(page, office, wrong);
  await page.goto(office.origin + path);
  return { page, wrong };
}

/** The ways in which a word may stand in a request. */
const ways = (word: string) => [word, encodeURIComponent(word), Buffer.from(word).toString('base64').slice(0, -3), Buffer.from(word).toString('hex')];
const said = (word: string) => office.heard.filter((r) => ways(word).some((w) => r.includes(w)));

const fields: Record<string, string> = {
  'Name': 'visits.swings', 'What the worker reads': 'Would somebody who was there know the child in this?', 'Why for': 'Our visits are in a park.',
  'These, a line each': 'visit at the swings', 'Posts it must see': '[Visit at the swings] again\nThat [visit at the swings]\nCold [visit at the swings]',
  'Posts it must leave alone': 'The swings are new\nI like my sister\nMood swings all day',
};

test('a post is tried under rules that are not saved yet, and never sent', async () => {
  const { page, wrong } = await desk('/admin/rule');
  const post = page.locator('#preview').getByLabel('A post', { exact: true });
  await expect(page.getByText('Your rules cannot be used as they are.')).toBeVisible();
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(new RegExp(`^${label}`)).fill(text);
  await page.getByLabel('What it is about').selectOption('client-story');
  await expect(page.getByText('Judged under your rules as they stand')).toBeVisible();

  const before = office.heard.length;
  await post.fill('Cold visit at the swings, warm quincunx');
  const seen = page.locator('#preview .seen');
  await expect(seen.getByText('A worker sees a quiet hint.')).toBeVisible();
  await expect(seen.getByRole('heading', { name: 'Would somebody who was there' })).toBeVisible();
  await expect(seen.getByText('Our visits are in a park.')).toBeVisible();
  await expect(seen.getByText('Maple County')).toBeVisible();
  await expect(page.locator('#preview mark')).toHaveText('visit at the swings');
  expect(office.heard.slice(before), 'trying a post asks the server for nothing').toEqual([]);

  // the same post, a louder rule, the other account: seen at once
  await page.getByLabel(/^How loud/).selectOption('caution');
  await page.locator('#preview').getByLabel("the agency's account").check();
  await expect(seen.getByText('A worker sees a warning beside the post.')).toBeVisible();
  await look(page, 'preview');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Would somebody who was there' })).toBeVisible();

  // and under what is saved
  await page.locator('#preview').getByLabel('A post', { exact: true }).fill('Zephyrine: cold visit at the swings');
  await expect(page.locator('#preview').getByRole('heading', { name: 'Would somebody who was there' })).toBeVisible();
  await look(page, 'rules-preview');
  for (const word of ['quincunx', 'Zephyrine']) expect(said(word), `${word} reached the server`).toEqual([]);
  expect(said('Mood swings').length + said('Mood+swings').length, 'the counter hears what is sent').toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

test('rules that the engine does not take say so, and nothing hangs', async () => {
  const { page, wrong } = await desk('/admin/file?path=words.yaml');
  await expect(page.getByText('Judged under your rules as they stand')).toBeVisible();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('nonsense: [');
  await expect(page.locator('#preview').getByText('words.yaml')).toBeVisible();
  await page.locator('#preview').getByLabel('A post', { exact: true }).fill('My client Maria Delgado relapsed, call her at 503-555-0147');
  await expect(page.locator('#preview').getByText('A worker is asked once before posting.')).toBeVisible();
  expect(wrong).toEqual([]);
});

test('YAML has an editor that the policy allows, over a field that does without', async () => {
  const { page, wrong } = await desk('/admin/file?path=rules/visits.yaml');
  const editor = page.getByRole('textbox', { name: /^Text of the file/ });
  await expect(editor).toBeVisible();
  await expect(page.locator('.cm-lineNumbers')).toBeVisible();
  await expect(page.locator('textarea[name=text]')).toBeHidden();
  const colour = await page.locator('.cm-line span').first().evaluate((e) => getComputedStyle(e).fontStyle);
  expect(colour, 'its styles are there: a note is in italics').toBe('italic');
  await editor.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# by hand\n');
  await look(page, 'editor');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.done')).toHaveText('Saved.');
  expect(wrong).toEqual([]);

  const plain = await desk('/admin/file?path=rules/visits.yaml', false);
  await expect(plain.page.getByLabel(/^Text/)).toHaveValue(/^# by hand\n# Rules of your own/);
  await plain.page.getByLabel(/^Text/).fill('rules: []\n');
  await plain.page.getByRole('button', { name: 'Save' }).click();
  await expect(plain.page.locator('.done')).toHaveText('Saved.');
});

test('everything can be written without script', async () => {
  const { page } = await desk('/admin/rule', false);
  await expect(page.getByText('This needs a script')).toBeVisible();
  for (const [label, text] of Object.entries({ ...fields, 'Name': 'visits.bench', 'These, a line each': 'bench', 'Second list': 'visit', 'At most so many words': '5', 'Posts it must see': '[Visit on the bench]\nThe [bench of the visit]\n[Bench, then a visit]' })) {
    await page.getByLabel(new RegExp(`^${label}`)).fill(text);
  }
  await page.getByLabel('What it is about').selectOption('client-story');
  await page.getByLabel(/^It looks for/).selectOption('near');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('visits.bench')).toBeVisible();

  await page.getByRole('link', { name: 'Your words and names' }).click();
  await page.getByLabel(/^What you call/).fill('guest; guests\nmember; members');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.done')).toHaveText('Saved.');

  await page.getByRole('link', { name: 'Edit the policy' }).click();
  await page.getByLabel('Whom a worker asks').fill('ask@maple.test');
  await page.getByLabel('Own phones at work').selectOption('after-work');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('ask@maple.test')).toBeVisible();
  await expect(page.getByText('Not covered: own phones at work')).toHaveCount(0);

  await page.getByRole('link', { name: 'Guidance', exact: true }).click();
  await page.getByRole('link', { name: 'guidance/after-work.md' }).click();
  await page.getByLabel(/^Text/).fill('# After work\n\nHello <b onclick="x()">there</b><script>window.hit = 1</script>');
  await page.getByRole('button', { name: 'See it' }).click();
  await expect(page.locator('article')).toContainText('Hello there');
  await expect(page.getByLabel(/^Text/)).toHaveValue('# After work\n\nHello **there**\n');
  await page.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('link', { name: 'Practice' }).click();
  await page.getByRole('link', { name: 'Add a post' }).click();
  await page.getByRole('textbox', { name: 'The post' }).fill('Tea, and a visit on the bench.');
  await page.getByLabel(/^Why/).fill('Who was there knows.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Tea, and a visit on the bench.')).toBeVisible();
});

test('the new forms, looked at', async () => {
  const { page, wrong } = await desk('/admin/words');
  for (const [name, path] of Object.entries({ words: '/admin/words', facts: '/admin/policy/form', page: '/admin/guidance/page?path=guidance/friend-requests.md', post: '/admin/practice/post' })) {
    await page.goto(office.origin + path);
    await look(page, name);
  }
  expect(wrong).toEqual([]);
});
