// Members of an agency at work in its pages, each in a browser window of their
// own: the founder, somebody invited, a rule written, proved and proposed.
import { expect, type Browser, type Page } from '@playwright/test';
import { codeOf } from './authenticator';
import { password, type AgencyServer } from './agency-server';

async function window(browser: Browser): Promise<Page> {
  return (await browser.newContext({ acceptDownloads: true })).newPage();
}

async function secondFactor(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Your second factor' })).toBeVisible();
  await page.getByLabel(/^Code/).fill(codeOf(await page.locator('code.key').innerText()));
  await page.getByRole('button', { name: 'Go on' }).click();
}

async function account(page: Page, name: string, login: string): Promise<void> {
  await page.getByLabel('Your e-mail address').fill(login);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByLabel('The password again').fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await secondFactor(page);
}

/** Founds the agency with its first administrator, and brings the root of two approvers. */
export async function founder(browser: Browser, server: AgencyServer, begin: string): Promise<Page> {
  const page = await window(browser);
  await page.goto(begin);
  await page.getByLabel('Its name').fill('Maple County');
  await page.getByLabel('A short name').fill('maple-county');
  await account(page, 'Ada Lin', 'ada@maple.test');
  await page.getByRole('link', { name: 'Make the root and bring it' }).click();
  const [head] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download this server' }).click()]);
  await head.saveAs(server.path('maple-county-head.pub'));
  await server.root('maple-county', 'Maple County');
  await page.getByLabel('The root file').setInputFiles(server.path('maple-county.root'));
  await page.getByRole('button', { name: 'Bring it' }).click();
  await expect(page.getByText('2 of 2 decide')).toBeVisible();
  return page;
}

/** Invites somebody and lets them join. */
export async function joined(browser: Browser, by: Page, role: string): Promise<Page> {
  const page = await window(browser);
  await by.getByRole('navigation').getByRole('link', { name: 'Members' }).click();
  await by.locator('form[action="/admin/members"] select').selectOption(role);
  await by.getByRole('button', { name: 'Make a code' }).click();
  await page.goto(await by.locator('code.key').innerText());
  await account(page, `The ${role}`, `${role}@maple.test`);
  return page;
}

/** Writes a rule about visits at the swings, tries everything out and proposes it. */
export async function proposes(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Rules', exact: true }).click();
  await page.getByRole('link', { name: 'Add a rule' }).click();
  await page.getByLabel(/^Name/).fill('visits.swings');
  await page.getByLabel('What it is about').selectOption('client-story');
  await page.getByLabel('How loud').selectOption('caution');
  await page.getByLabel('What it rests on').selectOption('ethics');
  await page.getByLabel('Its source').selectOption('nasw_1_07');
  await page.getByLabel('What the worker reads').fill('Would somebody who was there know the child in this?');
  await page.getByLabel(/^Why/).fill('Our visits are in a park that all of town walks through.');
  await page.getByLabel('These, a line each').fill('visit at the swings\nswings visit');
  await page.getByLabel('Posts it must see').fill('[Visit at the swings] again\nThat [swings visit] broke my heart\nCold [visit at the swings], warm tea');
  await page.getByLabel('Posts it must leave alone').fill('The swings are new\nI like to visit my sister\nMood swings all day');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Would somebody who was there' })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Proof' }).click();
  await page.getByRole('button', { name: 'Try them out' }).click();
  await expect(page.getByText('Nothing speaks against these rules.')).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('In your words').fill('A visit at the swings is a warning.');
  await page.getByRole('button', { name: 'Propose' }).click();
  await expect(page.getByRole('heading', { name: /^Proposal/ })).toBeVisible();
}

/** Approves the proposal at hand, has it signed on the approvers' own machines and brings it. */
export async function publishes(page: Page, server: AgencyServer): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Review' }).click();
  await page.locator('table a').first().click();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const [draft] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the release file' }).click()]);
  await draft.saveAs(server.path('release.rbundle'));
  await server.sign('release.rbundle');
  await page.getByLabel('The signed file').setInputFiles(server.path('release.rbundle'));
  await page.getByRole('button', { name: 'Bring it' }).click();
  await expect(page.getByText('Published. Browsers have it within a minute.')).toBeVisible({ timeout: 60_000 });
}
