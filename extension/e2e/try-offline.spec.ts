// The Try it page on a phone: the program serves it, the browser could install
// it, and after the program is gone it works on. What is typed stays in it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { filesWith, freshToken } from './leaks';
import { messages } from './messages';
import { root } from './paths';
import { freshProfile, launch } from './world';

const risky = 'My client Marisol Vega goes to court Tuesday';

/** `secondlook demo`, as `make run` serves it. */
class Program {
  private constructor(private readonly child: ChildProcess, readonly port: number) {}

  static async start(): Promise<Program> {
    const program = join(root, '.cache/secondlook-for-tests');
    mkdirSync(join(root, '.cache'), { recursive: true });
    execFileSync('go', ['build', '-o', program, './server'], { cwd: root });
    const child = spawn(program, ['demo', '--addr', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const port = await new Promise<number>((done, fail) => {
      let said = '';
      child.stdout!.on('data', (some) => {
        const at = /http:\/\/127\.0\.0\.1:(\d+)/.exec((said += some));
        if (at) done(Number(at[1]));
      });
      child.once('exit', () => fail(new Error(`it ended: ${said}`)));
    });
    return new Program(child, port);
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGKILL');
    await gone;
  }
}

interface Phone {
  program: Program;
  context: BrowserContext;
  profile: string;
  page: Page;
  /** Closes the browser and says in which of its files, and in what it sent, the token is found. */
  closed(token: string): Promise<string[]>;
}

const phones = test.extend<{ phone: Phone }>({
  phone: async ({}, use) => {
    const program = await Program.start();
    const profile = freshProfile();
    const log = ['--log-net-log=' + join(profile, 'net-log.json'), '--net-log-capture-mode=IncludeSensitive'];
    const context = await launch({ port: program.port, profile, phone: true, args: log });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${program.port}/`);
    const closed = async (token: string) => {
      await context.close();
      return filesWith(profile, token);
    };
    await use({ program, context, profile, page, closed });
    await context.close();
    await program.kill();
    rmSync(profile, { recursive: true, force: true });
  },
});

/** Waits until the offline worker has all files and serves this very page. */
const keptAll = (page: Page) => page.evaluate(async () => {
  const { active } = await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
  if (active!.state !== 'activated') await new Promise((done) => active!.addEventListener('statechange', done));
});

phones('a browser could install it: a sound manifest, its icons, nothing against it', async ({ phone: { page, context } }) => {
  await keptAll(page);
  const cdp = await context.newCDPSession(page);
  const { errors, data } = await cdp.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const said = JSON.parse(data!) as { name: string; display: string; start_url: string; icons: { src: string; sizes: string; purpose: string }[]; shortcuts: { url: string }[] };
  expect(said).toMatchObject({ name: messages.app_name, display: 'standalone', start_url: './' });
  expect(said.icons.map((i) => `${i.sizes} ${i.purpose}`)).toEqual(['192x192 any', '512x512 any', '512x512 maskable']);
  for (const { src, sizes } of said.icons) {
    const size = await page.evaluate(async (address) => {
      const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
      return `${width}x${height}`;
    }, src);
    expect(size, src).toBe(sizes);
  }
  for (const { url } of said.shortcuts) expect((await page.request.get(new URL(url, page.url()).href)).status(), url).toBe(200);
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
});

phones('the program is killed: it opens, reads, asks before a post, and practice works', async ({ phone: { page, program, context } }) => {
  await keptAll(page);
  await program.kill();
  await context.setOffline(true);
  await page.reload();
  await page.locator('textarea').tap();
  await page.locator('textarea').fill(risky);
  await expect(page.locator('.card')).toHaveAttribute('data-mark', 'hold');
  await page.getByRole('button', { name: messages.try_post, exact: true }).tap();
  await page.locator('.hold .button').first().tap();
  await expect(page.locator('.hold')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  await page.getByRole('link', { name: messages.practice_open }).tap();
  await page.getByRole('button', { name: messages.practice_start }).tap();
  await page.locator('.guess').first().tap();
  await expect(page.locator('.engine')).toHaveAttribute('data-level', 'hold');
  await page.locator('#rewrite').fill('Long day.');
  await expect(page.locator('.fall')).toHaveAttribute('data-now', 'clear');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  // Every address that the manifest or a bookmark may open.
  for (const path of ['', 'index.html', 'practice.html', '?source=homescreen', 'practice.html#team']) {
    await page.goto('about:blank');
    await page.goto(`http://127.0.0.1:${program.port}/${path}`);
    await expect(page.locator('h1'), path).toBeVisible();
  }
});

phones('what is typed is in no request, log or file', async ({ phone: { page, closed } }) => {
  await keptAll(page);
  const token = freshToken();
  await page.locator('textarea').fill(`${risky}. ${token}`);
  await expect(page.locator('.card')).toHaveAttribute('data-mark', 'hold');
  await page.goto(`${page.url()}practice.html#post-1`);
  await page.locator('.guess').first().tap();
  await page.locator('#rewrite').fill(`${risky}. ${token}`);
  await expect(page.locator('.fall-said')).not.toBeEmpty();
  expect(await closed(token)).toEqual([]);
});

phones('a planted leak is found by the same search', async ({ phone: { page, closed } }) => {
  await keptAll(page);
  const token = freshToken();
  await page.evaluate(async (t) => void (await fetch(`nothing?${t}`)), token);
  expect(await closed(token)).toContain('file net-log.json');
});
