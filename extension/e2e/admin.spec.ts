// The first ten minutes of an agency, with the real server, the real command
// line and the real proof: from the token on the console to what browsers
// fetch. Every page on the way is looked at by axe, in light and dark, and at
// 320 CSS pixels.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { codeOf } from './authenticator';

const program = join(import.meta.dirname, '../../bin/secondlook');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const password = 'four odd words here';

let dir: string;
let server: ChildProcess;
let browser: Browser;
let begin: string;

test.beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'secondlook-admin-'));
  server = spawn(program, ['serve', '--addr', '127.0.0.1:0', '--metrics-addr', 'none', '--db', join(dir, 's.db')], { stdio: ['ignore', 'pipe', 'inherit'] });
  begin = await new Promise((found, failed) => {
    let said = '';
    server.stdout!.on('data', (part: Buffer) => {
      said += part.toString();
      const at = /Begin at (\S+)/.exec(said);
      if (at) found(at[1]!);
    });
    server.on('exit', () => failed(new Error(`the server ended: ${said}`)));
  });
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
});

test.afterAll(async () => {
  await browser?.close();
  server?.kill();
  rmSync(dir, { recursive: true, force: true });
});

interface Report {
  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
}

/** What is wrong with the page as it stands. */
async function look(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('load'); // with its style sheet
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const report = await page.evaluate((values) => {
      const { run } = (window as unknown as { axe: { run(d: Document, o: object): Promise<Report> } }).axe;
      return run(document, { runOnly: { type: 'tag', values } });
    }, tags);
    expect.soft(report.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html} ${n.failureSummary}`)), `${name}, ${colorScheme}`).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${name} at 320 px`).toBeLessThanOrEqual(320);
  await page.screenshot({ path: test.info().outputPath(`${name}-320.png`), fullPage: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
}

const run = (...args: string[]) => execFileSync(program, args, { cwd: dir, encoding: 'utf8' });

test('the first ten minutes', async () => {
  test.slow();
  const context = await browser.newContext({ acceptDownloads: true, javaScriptEnabled: true });
  const page = await context.newPage();
  const outside: string[] = [];
  page.on('request', (r) => new URL(r.url()).origin === new URL(begin).origin || r.url().startsWith('data:') || outside.push(r.url()));
  page.on('console', (m) => m.type() === 'error' && /Content.Security/.test(m.text()) && outside.push(m.text()));

  await page.goto(begin);
  await look(page, 'begin');
  await page.getByLabel('Its name').fill('Maple County');
  await page.getByLabel('A short name').fill('maple');
  await page.getByLabel('Your e-mail address').fill('ada@maple.test');
  await page.getByLabel('Your name').fill('Ada Lin');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByLabel('The password again').fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();

  await expect(page.getByRole('heading', { name: 'Your second factor' })).toBeVisible();
  await look(page, 'second');
  const key = await page.locator('code.key').innerText();
  await page.getByLabel(/^Code/).fill(codeOf(key));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'The first ten minutes' })).toBeVisible();
  await look(page, 'home');

  await page.getByRole('link', { name: 'Make the root and bring it' }).click();
  await look(page, 'approvers');
  const [head] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download this server' }).click()]);
  await head.saveAs(join(dir, 'maple-head.pub'));
  writeFileSync(join(dir, 'pass'), `${password}\n`);
  run('key', 'new', 'ada', '--passphrase-file', 'pass');
  run('root', 'new', 'maple.root', '--agency', 'maple', '--name', 'Maple County', '--head', 'maple-head.pub',
    '--approver', 'ada.pub', '--need', '1', '--key', 'ada.key', '--passphrase-file', 'pass');
  await page.getByLabel('The root file').setInputFiles(join(dir, 'maple.root'));
  await page.getByRole('button', { name: 'Bring it' }).click();
  await expect(page.getByText('1 of 1 decide')).toBeVisible();

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
  await draft.saveAs(join(dir, 'release.rbundle'));
  run('bundle', 'sign', 'release.rbundle', '--key', 'ada.key', '--passphrase-file', 'pass');
  await page.getByLabel('The signed file').setInputFiles(join(dir, 'release.rbundle'));
  await page.getByRole('button', { name: 'Bring it' }).click();
  await expect(page.getByText('Published. Browsers have it within a minute.')).toBeVisible({ timeout: 60_000 });

  await page.getByRole('navigation').getByRole('link', { name: 'Browsers' }).click();
  await look(page, 'enrol');
  const code = await page.locator('code.key').first().innerText();
  const [feed, fingerprint] = code.split('#') as [string, string];
  await expect.poll(async () => (await fetch(`${feed}/head`)).status).toBe(200);
  writeFileSync(join(dir, 'export.rbundle'), Buffer.from(await (await fetch(`${feed}/export.rbundle`)).arrayBuffer()));
  expect(run('bundle', 'show', 'export.rbundle')).toContain('A visit at the swings is a quiet hint.');
  expect(run('root', 'show', 'maple.root')).toContain(fingerprint);
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
