// The agency server for tests of its pages: the program as it ships on a new
// database, behind a counter that hears every byte that browsers send to it; an
// agency with its first administrator; and a look at a page by axe, in light,
// dark and at 320 CSS pixels.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { codeOf } from './authenticator';
import { root } from './paths';

export const program = join(root, 'bin/secondlook');
export const password = 'four odd words here';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Office {
  /** Where the pages are, such as http://127.0.0.1:1234. */
  origin: string;
  /** The address with the one-time token, as the console says it. */
  begin: string;
  dir: string;
  browser: Browser;
  /** Every request that reached the server: its first line, headers and body. */
  heard: string[];
  /** Runs the program in the folder of the test. */
  run(...args: string[]): string;
  close(): Promise<void>;
}

export async function open(): Promise<Office> {
  const dir = mkdtempSync(join(tmpdir(), 'secondlook-admin-'));
  const heard: string[] = [];
  const front = createServer();
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const child = spawn(program, ['serve', '--addr', '127.0.0.1:0', '--public-url', origin, '--metrics-addr', 'none', '--db', join(dir, 's.db')], { stdio: ['ignore', 'pipe', 'pipe'] });
  const { begin, behind } = await said(child);
  forward(front, behind, heard);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  return {
    origin, begin, dir, browser, heard,
    run: (...args) => execFileSync(program, args, { cwd: dir, encoding: 'utf8' }),
    close: async () => {
      await browser.close();
      child.kill();
      front.closeAllConnections();
      front.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** What the server says when it starts: where to begin; and where it listens, which its own address does not say behind another. */
function said(child: ChildProcess): Promise<{ begin: string; behind: number }> {
  return new Promise((found, failed) => {
    let all = '';
    child.stdout!.on('data', (part: Buffer) => {
      all += part.toString();
      const begin = /Begin at (\S+)/.exec(all);
      if (begin) void listening(child.pid!).then((behind) => found({ begin: begin[1]!, behind }), failed);
    });
    child.stderr!.on('data', (part: Buffer) => (all += part.toString()));
    child.on('exit', () => failed(new Error(`the server ended: ${all}`)));
  });
}

/** The port that a process listens on, by its sockets (proc(5)). */
async function listening(pid: number): Promise<number> {
  const inodes = execFileSync('find', [`/proc/${pid}/fd`, '-lname', 'socket:*', '-printf', '%l\n'], { encoding: 'utf8' });
  const own = new Set([...inodes.matchAll(/\[(\d+)\]/g)].map((m) => m[1]));
  for (const line of readFileSync(`/proc/${pid}/net/tcp`, 'utf8').split('\n').slice(1)) {
    const fields = line.trim().split(/\s+/);
    if (fields[3] === '0A' && own.has(fields[9])) return parseInt(fields[1]!.split(':')[1]!, 16);
  }
  throw new Error('the server listens nowhere');
}

/** Hands each request on, and keeps what it was. */
function forward(front: Server, port: number, heard: string[]): void {
  front.on('request', (asked, answer) => {
    const body: Buffer[] = [];
    asked.on('data', (part: Buffer) => body.push(part));
    asked.on('end', () => {
      const bytes = Buffer.concat(body);
      heard.push(`${asked.method} ${asked.url}\n${asked.rawHeaders.join('\n')}\n\n${bytes.toString('latin1')}`);
      const on = request({ host: '127.0.0.1', port, method: asked.method, path: asked.url, headers: asked.headers }, (got) => {
        answer.writeHead(got.statusCode!, got.rawHeaders);
        got.pipe(answer);
      });
      on.on('error', () => answer.destroy());
      on.end(bytes);
    });
  });
}

/** Makes the agency and its first administrator; the key of the second factor comes back. `seen` is called at each page. */
export async function found(page: Page, office: Office, seen: (name: string) => Promise<void> = async () => {}): Promise<string> {
  await page.goto(office.begin);
  await page.getByLabel('Its name').fill('Maple County');
  await page.getByLabel('A short name').fill('maple');
  await page.getByLabel('Your e-mail address').fill('ada@maple.test');
  await page.getByLabel('Your name').fill('Ada Lin');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByLabel('The password again').fill(password);
  await seen('begin');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'Your second factor' })).toBeVisible();
  await seen('second');
  const key = await page.locator('code.key').innerText();
  await page.getByLabel(/^Code/).fill(codeOf(key));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'The first ten minutes' })).toBeVisible();
  return key;
}

/** Makes the approver's key and the root on the command line, as the page says, and brings it. */
export async function rooted(page: Page, office: Office): Promise<void> {
  await page.goto(`${office.origin}/admin/approvers`);
  const [head] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download this server' }).click()]);
  await head.saveAs(join(office.dir, 'maple-head.pub'));
  writeFileSync(join(office.dir, 'pass'), `${password}\n`);
  office.run('key', 'new', 'ada', '--passphrase-file', 'pass');
  office.run('root', 'new', 'maple.root', '--agency', 'maple', '--name', 'Maple County', '--head', 'maple-head.pub',
    '--approver', 'ada.pub', '--need', '1', '--key', 'ada.key', '--passphrase-file', 'pass');
  await page.getByLabel('The root file').setInputFiles(join(office.dir, 'maple.root'));
  await page.getByRole('button', { name: 'Bring it' }).click();
  await expect(page.getByText('1 of 1 decide')).toBeVisible();
}

/** What the pages' policy refuses, and what is asked of other places, goes into `out`. */
export async function complaints(page: Page, office: Office, out: string[]): Promise<void> {
  page.on('request', (r) => new URL(r.url()).origin === office.origin || r.url().startsWith('data:') || out.push(r.url()));
  page.on('console', (m) => /Content.Security/.test(m.text()) && out.push(m.text()));
  page.on('pageerror', (e) => out.push(e.message));
}

interface Report {
  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
}

/** What is wrong with the page as it stands. */
export async function look(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('load'); // with its style sheet
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const report = await page.evaluate((values) => {
      const { run } = (window as unknown as { axe: { run(d: Document, o: object): Promise<Report> } }).axe;
      return run(document, { runOnly: { type: 'tag', values }, preload: false }); // preloaded, styles of shadow roots are copied inline, and the policy complains of axe
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
