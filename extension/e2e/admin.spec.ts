// The first ten minutes of an agency, with the real server, the real command
// line and the real proof: from the token on the console to what browsers
// fetch. Every page on the way is looked at by axe, in light and dark, and at
// 320 CSS pixels.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { codeOf } from './authenticator';
import { complaints, found, look, open, password, rooted, type Office } from './office';

let office: Office;

test.beforeAll(async () => {
  office = await open();
});

test.afterAll(async () => office?.close());

test('the first ten minutes', async () => {
  test.slow();
  const context = await office.browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  const outside: string[] = [];
  await complaints(page, office, outside);

  const key = await found(page, office, (name) => look(page, name));
  await look(page, 'home');
  await page.getByRole('link', { name: 'Make the root and bring it' }).click();
  await look(page, 'approvers');
  await rooted(page, office);

  await page.getByRole('link', { name: 'Rules', exact: true }).click();
  await look(page, 'rules');
  await page.getByRole('link', { name: 'Add a rule' }).click();
  await page.getByLabel(/^Name/).fill('visits.swings');
  await page.getByLabel('What it is about').selectOption('client-story');
  await page.getByLabel('What the worker reads').fill('Would somebody who was there know the child in this?');
  await page.getByLabel(/^Why/).fill('Our visits are in a park that all of town walks through.');
  await page.getByLabel('These, a line each').fill('visit at the swings\nswings visit');
  await page.getByLabel('Posts it must see').fill('[Visit at the swings] again\nThat [swings visit] broke my heart\nCold [visit at the swings], warm tea');
  await page.getByLabel('Posts it must leave alone').fill('The swings are new\nI like to visit my sister\nMood swings all day');
  await look(page, 'rule');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Would somebody who was there' })).toBeVisible();
  for (const name of ['Policy', 'Guidance', 'Practice', 'Browsers', 'Members', 'Log', 'History', 'Review']) {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await look(page, name.toLowerCase());
  }

  await page.getByRole('navigation').getByRole('link', { name: 'Proof' }).click();
  await page.getByRole('button', { name: 'Try them out' }).click();
  await expect(page.getByText('Nothing speaks against these rules.')).toBeVisible({ timeout: 60_000 });
  await look(page, 'proof');
  await page.getByLabel('In your words').fill('A visit at the swings is a quiet hint.');
  await page.getByRole('button', { name: 'Propose' }).click();
  await look(page, 'proposal');
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await look(page, 'approved');
  const [draft] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the release file' }).click()]);
  await draft.saveAs(join(office.dir, 'release.rbundle'));
  office.run('bundle', 'sign', 'release.rbundle', '--key', 'ada.key', '--passphrase-file', 'pass');
  await page.getByLabel('The signed file').setInputFiles(join(office.dir, 'release.rbundle'));
  await page.getByRole('button', { name: 'Bring it' }).click();
  await expect(page.getByText('Published. Browsers have it within a minute.')).toBeVisible({ timeout: 60_000 });

  await page.getByRole('navigation').getByRole('link', { name: 'Browsers' }).click();
  await look(page, 'enrol');
  const code = await page.locator('code.key').first().innerText();
  const [feed, fingerprint] = code.split('#') as [string, string];
  await expect.poll(async () => (await fetch(`${feed}/head`)).status).toBe(200);
  writeFileSync(join(office.dir, 'export.rbundle'), Buffer.from(await (await fetch(`${feed}/export.rbundle`)).arrayBuffer()));
  expect(office.run('bundle', 'show', 'export.rbundle')).toContain('A visit at the swings is a quiet hint.');
  expect(office.run('root', 'show', 'maple.root')).toContain(fingerprint);
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
  await look(page, 'published');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await look(page, 'sign-in');
  await page.getByLabel('E-mail address').fill('ada@maple.test');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByLabel(/^Code/).fill(codeOf(key, 1));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'In force: release 1' })).toBeVisible();
  await look(page, 'in-force');
  expect(outside, 'nothing from elsewhere, nothing that the policy refused').toEqual([]);
});
