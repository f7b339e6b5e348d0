// Enrolment by a code, on the options page: what is said of every code that
// leads nowhere, a no that leaves nothing, and how the pages look.
import type { Page } from '@playwright/test';
import type { Asked } from '../src/requests';
import { AgencyServer } from './agency-server';
import { faults } from './axe';
import { enrols, follower, follows, rules, type Follower } from './feed-desk';
import { expect, test } from './look';

let server: AgencyServer;
let f: Follower;

test.beforeAll(async () => {
  server = await AgencyServer.start();
  await server.founded();
  f = await follower(server);
});

test.afterAll(async () => {
  await f?.stop();
  await server?.end();
});

async function paste(page: Page, code: string): Promise<void> {
  await page.locator('input[name=feed]').fill(code);
  await page.locator('.agency-code button').click();
}

/** As people see it: light, dark and narrow, and by axe. */
async function looked(page: Page, name: string): Promise<void> {
  const part = page.locator('section', { has: page.locator('.feed, .notice') }).first();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await faults(page), `${name}, ${colorScheme}`).toEqual([]);
    await part.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) });
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${name} at 320 px`).toBeLessThanOrEqual(320);
  await part.screenshot({ path: test.info().outputPath(`${name}-320.png`) });
  await page.setViewportSize({ width: 900, height: 700 });
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a code that leads nowhere is told why', async () => {
  const good = await server.code();
  const nobody = good.replace(/\/a\/[^#]*/, `/a/${'a'.repeat(26)}`);
  const cases: [code: string, reason: string, words: string][] = [
    ['hello', 'feed-code', 'begins with https://'],
    [good.replace(/#.{5}/, '#00000'), 'feed-root', 'not signed with the keys that the code names'],
    [nobody, 'feed-gone', 'no rules at this address'],
    [good.replace('127.0.0.1', 'rules.example'), 'feed-http', 'no https'],
    [good.replace(server.host, '127.0.0.1:1'), 'feed-offline', 'cannot be reached'],
  ];
  f.site.real.add('127.0.0.1:1');
  for (const [code, reason, words] of cases) {
    await paste(f.options, code);
    const notice = f.options.locator(`.agency .notice[data-reason="${reason}"]`);
    await expect(notice).toContainText(words);
    await expect(notice).toContainText('built-in checks work');
  }
  expect((await rules(f.options)).view).toBeNull();
});

test('a no leaves nothing; a yes is followed, and the pages say so', async () => {
  const code = await server.code();
  await paste(f.options, code);
  await expect(f.options.locator('.agency .fingerprint')).toHaveText(code.split('#')[1]!);
  await looked(f.options, 'confirm');
  await f.options.locator('.agency .notice .button:not(.primary)').click();
  await expect(f.options.locator('.agency')).toContainText('No agency');
  expect((await rules(f.options)).feed).toBeNull();
  expect(await f.options.evaluate(async () => (await chrome.alarms.getAll()).length)).toBe(0);

  const popup = await f.look.own('pages/popup.html');
  await expect(popup.locator('.agency-note a')).toHaveText('Add my agency’s rules');
  await popup.close();
  await f.options.bringToFront();
  await f.options.locator('.agency summary').click();
  await f.options.locator('textarea[name=code]').fill(code); // in the wrong field, and understood
  await f.options.locator('.agency-file details .button').click();
  await expect(f.options.locator('.agency .notice')).toContainText('Maple County');
  await f.options.locator('.agency .notice .button:not(.primary)').click();
  await enrols(f.options, code);
  await follows(f.options, (s) => s.feed?.problem, '');
  await f.options.reload();
  await expect(f.options.locator('.feed')).toContainText(`New rules come from ${server.host}`);
  const { requests } = (await f.options.evaluate(() => chrome.storage.session.get('requests'))) as { requests: Asked[] };
  const asked = requests.filter((a) => a.url.includes(`//${server.host}/`));
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((a) => a.noted < a.seen), 'every request was noted before it was made').toEqual([]);
  await looked(f.options, 'followed');
  await server.down();
  await follows(f.options, (s) => s.feed?.problem, 'feed-offline');
  await f.options.goto(f.options.url().replace('options.html', 'rules.html'));
  await expect(f.options.locator('.feed')).toContainText('gives no answer now');
  await looked(f.options, 'unanswered');
  await server.up();
});

test('left and followed again on one page: the permission is the feed’s again, and goes with it', async () => {
  const permission = `http://${new URL(`http://${server.host}`).hostname}/*`;
  const has = () => f.options.evaluate((p) => chrome.permissions.contains({ origins: [p] }), permission);
  const leaves = async () => {
    await f.options.locator('.agency .button.quiet', { hasText: 'Leave' }).click();
    await f.options.locator('.agency .actions .primary').click();
    await expect(f.options.locator('.agency')).toContainText('No agency');
  };
  await f.options.goto(f.options.url().replace('rules.html', 'options.html'));
  await leaves();
  // The profile had it from the start; from now on the browser gives it where it is asked for.
  await f.options.evaluate((p) => chrome.permissions.remove({ origins: [p] }), permission);
  await f.options.reload();
  for (const opened of ['before', 'while it is followed']) {
    await enrols(f.options, await server.code());
    expect((await rules(f.options)).feed?.apart, opened).toBe(permission);
    if (opened === 'before') await f.options.reload();
    await leaves();
    await expect.poll(has, { message: opened }).toBe(false);
  }
});

test('the offline edition says that it asks nobody', async ({ look }) => {
  const page = await look.own('pages/options.html');
  await expect(page.locator('.agency-file')).toBeVisible();
  await expect(page.locator('input[name=feed]')).toHaveCount(0);
  await page.locator('.agency summary').click();
  await page.locator('textarea[name=code]').fill(await server.code());
  await page.locator('.agency-file details .button').click();
  await expect(page.locator('.agency .notice[data-reason="feed-edition"]')).toContainText('asks no server');
  expect(look.site.seen.filter((s) => s.host === server.host)).toEqual([]);
});
