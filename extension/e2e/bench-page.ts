// What Second Look costs a page: per key on every fixture in both browsers, at
// rest, and in memory. Nothing here is asserted.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { askCost, costedCopy } from './costed';
import { Desk } from './desk';
import { fixture, fixtures, visit, type Fixture } from './editors';
import { quantile, row, sparse, table } from './figures';
import { frameOf, launchFirefox } from './firefox';
import { risky, test } from './look';
import { dist, distFirefox } from './paths';
import { launch } from './world';

const keys = 40;
const rest = 20_000; // ms
const lengths = [280, 10_000];
/** Fixtures on which the long draft is measured too; the others would say the same of the same editor. */
const long = ['x', 'mastodon', 'lexical', 'prosemirror', 'quill', 'slate'];

interface Cost {
  median: number;
  p95: number;
}

const painted = () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

/** One key after another: the content script's ms for each, layout it asked for included. */
async function perKey(press: (key: string) => Promise<unknown>, paint: () => Promise<unknown>, ask: () => Promise<number>): Promise<Cost> {
  const costs: number[] = [];
  for (let i = 0; i < keys + 10; i++) {
    await ask();
    await press(i % 6 === 5 ? ' ' : 'e');
    await paint();
    const ms = await ask();
    if (i >= 10) costs.push(ms); // the first ones warm the compiler
  }
  return { median: quantile(costs, 0.5), p95: quantile(costs, 0.95) };
}

async function inChromium(context: BrowserContext, f: Fixture, port: number, length: number): Promise<Cost> {
  const page = await context.newPage();
  const desk = new Desk(page, f, await visit(page, f, port));
  await desk.insert(sparse(length));
  await expect.poll(() => desk.level()).toBe('hold');
  const cost = await perKey((k) => page.keyboard.press(k === ' ' ? 'Space' : k), () => page.evaluate(painted), () => page.evaluate(askCost));
  await page.close();
  return cost;
}

async function inFirefox(page: FirefoxPage, f: Fixture, port: number): Promise<Cost> {
  await page.goto(f.url.replace('{port}', String(port)));
  if (f.name === 'bsky') await (await page.waitForSelector('[data-testid="composeFAB"]'))!.click();
  const box = (await page.waitForSelector(f.composer))!;
  await page.bringToFront();
  await box.click();
  await page.keyboard.type(sparse(280));
  await (await frameOf(page)).waitForSelector('.chip[data-mark="hold"]');
  return perKey((k) => page.keyboard.press(k === ' ' ? 'Space' : 'e'), () => page.evaluate(painted), () => page.evaluate(askCost));
}

const cells = (cost?: Cost) => (cost ? [cost.median.toFixed(2), cost.p95.toFixed(2)] : ['', '']);

test('per key, on every fixture', async ({ site }) => {
  const chromium = new Map<string, Cost>();
  const context = await launch({ port: site.port, extension: costedCopy('costed', dist) });
  for (const f of fixtures) {
    for (const n of lengths) {
      if (n > 280 && !long.includes(f.name)) continue;
      chromium.set(`${f.name} ${n}`, await inChromium(context, f, site.port, n));
    }
  }
  await context.close();
  const firefox = new Map<string, Cost>();
  const { browser_specific_settings: { gecko } } = JSON.parse(readFileSync(join(distFirefox, 'manifest.json'), 'utf8'));
  const browser = await launchFirefox(site.port, gecko.id, costedCopy('costed-firefox', distFirefox), { 'privacy.reduceTimerPrecision': false });
  const page = await browser.newPage();
  for (const f of fixtures) {
    firefox.set(f.name, await inFirefox(page, f, site.port).catch((cause: Error) => {
      console.log(`no figure for ${f.name} in Firefox: ${cause.message.split('\n')[0]}`);
      return undefined as never;
    }));
  }
  await browser.close();
  table(
    ['ms a key', 'Chromium 280', '95 %', 'Chromium 10,000', '95 %', 'Firefox 280', '95 %'],
    fixtures.map((f) => [f.name, ...cells(chromium.get(`${f.name} 280`)), ...cells(chromium.get(`${f.name} 10000`)), ...cells(firefox.get(f.name))]),
  );
});

test('a key in 50,000 characters', async ({ site }) => {
  const context = await launch({ port: site.port, extension: costedCopy('costed', dist) });
  for (const name of ['textarea', 'editable']) {
    const { median, p95 } = await inChromium(context, fixture(name), site.port, 50_000);
    row(`chromium-${name}-key-50000`, median, 'ms');
    row(`chromium-${name}-key-50000-95`, p95, 'ms');
  }
  await context.close();
});

test('at rest, with thirty composers', async ({ site }) => {
  const context = await launch({ port: site.port, extension: costedCopy('costed', dist) });
  const page = await context.newPage();
  const desk = new Desk(page, fixture('textarea'), await visit(page, fixture('textarea'), site.port));
  await page.evaluate(() => {
    for (let i = 0; i < 30; i++) document.querySelector('#root')!.append(document.createElement('textarea'));
  });
  const atRest = async (name: string) => {
    await page.evaluate(askCost);
    await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), rest);
    row(name, (await page.evaluate(askCost) * 60_000) / rest, 'ms a minute');
  };
  await page.evaluate(painted);
  await atRest('chromium-idle-30-composers');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await atRest('chromium-idle-30-composers-one-checked');
  await context.close();
});

/** MB of JS heap after collection. */
async function heap(page: Page, where: Parameters<BrowserContext['newCDPSession']>[0] = page): Promise<number> {
  const cdp = await page.context().newCDPSession(where);
  await cdp.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize / 2 ** 20;
}

test('memory of a page, with and without', async ({ site }) => {
  const heaps: Record<'with' | 'without' | 'frame', number[]> = { with: [], without: [], frame: [] };
  for (const which of ['with', 'without'] as const) {
    const context = await launch({ port: site.port, extension: which === 'with' ? dist : undefined });
    for (let i = 0; i < 5; i++) {
      const page = await context.newPage();
      const desk = new Desk(page, fixture('mastodon'), await visit(page, fixture('mastodon'), site.port));
      await desk.type(risky);
      if (which === 'with') {
        await desk.seesWarning('hold');
        heaps.frame.push(await heap(page, await desk.frame()));
      }
      heaps[which].push(await heap(page));
      await page.close();
    }
    await context.close();
  }
  row('chromium-page-heap-with', quantile(heaps.with, 0.5), 'MB');
  row('chromium-page-heap-without', quantile(heaps.without, 0.5), 'MB');
  row('chromium-frame-heap', quantile(heaps.frame, 0.5), 'MB');
  row('chromium-heap-added', quantile(heaps.with, 0.5) - quantile(heaps.without, 0.5) + quantile(heaps.frame, 0.5), 'MB');
});
