// What Second Look costs a page: per key on every fixture in both browsers, at
// rest, and in memory. Nothing here is asserted.
import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { askCost, costedCopy } from './costed';
import { Desk } from './desk';
import { fixture, fixtures, visit, type Fixture } from './editors';
import { quantile, row, sparse, table } from './figures';
import { launchFirefox } from './firefox';
import { FirefoxDesk } from './firefox-desk';
import { risky, test } from './look';
import { dist, distFirefox } from './paths';
import { launch } from './world';

/** Keys per figure; fewer to see that all of it runs. */
const keys = Number(process.env.SECONDLOOK_BENCH_KEYS ?? 40);
const warming = Math.min(10, keys);
const rest = 60_000; // ms
/** Every editor, and the places in which one is reached another way. */
const measured = [...fixtures, ...['codemirror', 'ckeditor', 'tinymce', 'trix', 'gutenberg', 'shadow-open'].map(fixture)];
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
  for (let i = 0; i < keys + warming; i++) {
    await ask();
    await press(i % 6 === 5 ? ' ' : 'e');
    await paint();
    const ms = await ask();
    if (i >= warming) costs.push(ms); // the first ones warm the compiler
  }
  if (costs.every((ms) => ms === 0)) throw new Error('nothing of ours was heard to run');
  return { median: quantile(costs, 0.5), p95: quantile(costs, 0.95) };
}

async function inChromium(context: BrowserContext, f: Fixture, port: number, length: number): Promise<Cost> {
  const page = await context.newPage();
  try {
    const desk = new Desk(page, f, await visit(page, f, port));
    await desk.insert(sparse(length));
    await expect.poll(() => desk.level()).toBe('hold');
    return await perKey((k) => page.keyboard.press(k === ' ' ? 'Space' : k), () => page.evaluate(painted), () => costIn(page.frames()));
  } finally {
    await page.close();
  }
}

/** A composer in a frame has a tap of its own there: the sum over all frames. */
async function costIn(frames: { evaluate(ask: () => number): Promise<number> }[]): Promise<number> {
  const all = await Promise.all(frames.map((f) => f.evaluate(askCost).catch(() => 0)));
  return all.reduce((sum, ms) => sum + (ms || 0), 0); // our own frame has no tap and gives no number
}

async function inFirefox(page: FirefoxPage, f: Fixture, port: number): Promise<Cost> {
  const desk = await FirefoxDesk.open(page, f, port);
  await desk.clickBox();
  await desk.keys(sparse(280));
  await expect.poll(() => desk.level(), { message: 'the warning' }).toBe('hold');
  return perKey((k) => page.keyboard.press(k as ' ' | 'e'), () => page.evaluate(painted), () => costIn(page.frames()));
}

/** The figure, or none and why: one page that fails is not the end of the table. */
async function figure(where: string, f: Fixture, measure: () => Promise<Cost>): Promise<Cost | undefined> {
  return measure().catch((cause: Error) => {
    console.log(`no figure for ${f.name} in ${where}: ${cause.message.split('\n')[0]}`);
    return undefined;
  });
}

const cells = (cost?: Cost) => (cost ? [cost.median.toFixed(2), cost.p95.toFixed(2)] : ['', '']);

test('per key, on every fixture', async ({ site }) => {
  test.setTimeout(420_000);
  const chromium = new Map<string, Cost | undefined>();
  const context = await launch({ port: site.port, extension: costedCopy('costed', dist) });
  for (const f of measured) {
    for (const n of lengths) {
      if (n > 280 && !long.includes(f.name)) continue;
      chromium.set(`${f.name} ${n}`, await figure('Chromium', f, () => inChromium(context, f, site.port, n)));
    }
  }
  await context.close();
  const firefox = new Map<string, Cost | undefined>();
  const browser = await launchFirefox(site.port, costedCopy('costed-firefox', distFirefox), { 'privacy.reduceTimerPrecision': false });
  for (const f of measured) {
    const page = await browser.newPage();
    firefox.set(f.name, await figure('Firefox', f, () => inFirefox(page, f, site.port)));
    await page.close();
  }
  await browser.close();
  table(
    ['ms a key', 'Chromium 280', '95 %', 'Chromium 10,000', '95 %', 'Firefox 280', '95 %'],
    measured.map((f) => [f.name, ...cells(chromium.get(`${f.name} 280`)), ...cells(chromium.get(`${f.name} 10000`)), ...cells(firefox.get(f.name))]),
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
