// The pictures of docs/first-ten-minutes.md, from the real server: one walk from
// the token on the console to the code that staff paste. Take them again with
//   npm run pictures -- pictures-admin
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { found, open, rooted } from './office';
import { pictures } from './paths';

test('pictures of the first ten minutes', async () => {
  test.slow();
  const office = await open();
  try {
    const page = await (await office.browser.newContext({ acceptDownloads: true, viewport: { width: 960, height: 640 } })).newPage();
    const shot = async (name: string) => {
      await page.waitForLoadState('load');
      await page.screenshot({ path: join(pictures, `admin-${name}.png`), caret: 'hide' });
    };
    const at = async (words: string) => page.getByText(words).first().evaluate((e) => scrollTo(0, e.getBoundingClientRect().top + scrollY - 90));

    await found(page, office, async (name) => {
      // The field that was filled last has the focus, and a browser may yet scroll to it.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await expect.poll(() => page.evaluate(() => (scrollTo(0, 0), new Promise((done) => requestAnimationFrame(() => done(scrollY)))))).toBe(0);
      await shot(name);
    });
    await shot('home');
    await page.getByRole('link', { name: 'Make the root and bring it' }).click();
    await shot('approvers');
    await rooted(page, office);
    await rule(page, office.origin, shot, at);

    await page.getByRole('link', { name: 'Proof' }).click();
    await page.getByRole('button', { name: 'Try them out' }).click();
    await expect(page.getByText('Nothing speaks against these rules.')).toBeVisible({ timeout: 60_000 });
    await shot('proof');
    await page.getByLabel('In your words').fill('A visit at the swings is a quiet hint.');
    await page.getByRole('button', { name: 'Propose' }).click();
    await at('Posts that are met otherwise');
    await shot('review');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await at('This is release 1');
    await shot('sign');
    const [draft] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the release file' }).click()]);
    await draft.saveAs(join(office.dir, 'release.rbundle'));
    office.run('bundle', 'sign', 'release.rbundle', '--key', 'ada.key', '--passphrase-file', 'pass');
    await page.getByLabel('The signed file').setInputFiles(join(office.dir, 'release.rbundle'));
    await page.getByRole('button', { name: 'Bring it' }).click();
    await expect(page.getByText('Published. Browsers have it within a minute.')).toBeVisible({ timeout: 60_000 });
    await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
    await shot('published');
    await page.getByRole('navigation').getByRole('link', { name: 'Browsers' }).click();
    await shot('browsers');
  } finally {
    await office.close();
  }
});

/** Writes a rule, and tries a post on it before it is saved. */
async function rule(page: Page, origin: string, shot: (name: string) => Promise<void>, at: (words: string) => Promise<void>): Promise<void> {
  await page.goto(`${origin}/admin/rule`);
  await page.getByLabel(/^Name/).fill('visits.swings');
  await page.getByLabel('What it is about').selectOption('client-story');
  await page.getByLabel('What the worker reads').fill('Would somebody who was there know the child in this?');
  await page.getByLabel(/^Why for/).fill('Our visits are in a park that all of town walks through.');
  await page.getByLabel('These, a line each').fill('visit at the swings\nswings visit');
  await page.getByLabel('Posts it must see').fill('[Visit at the swings] again\nThat [swings visit] broke my heart\nCold [visit at the swings], warm tea');
  await page.getByLabel('Posts it must leave alone').fill('The swings are new\nI like to visit my sister\nMood swings all day');
  await page.evaluate(() => scrollTo(0, 0));
  await shot('rule');
  await page.locator('#preview').getByLabel('A post', { exact: true }).fill('Cold visit at the swings today, and not one of us wanted to go home.');
  await expect(page.getByText('A worker sees a quiet hint.')).toBeVisible();
  await at('Try a post');
  await shot('preview');
  await page.getByRole('button', { name: 'Save' }).click();
  await shot('rules');
}
