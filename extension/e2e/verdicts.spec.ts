// One engine, the same verdict bytes: here Node, Chromium and Firefox. That
// Node, wazero and native code agree is a Go test's part (internal/sandbox).
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchFirefox } from './firefox';
import { dist, root } from './paths';
import { startSite } from './site';
import { answers } from './verdicts-page';
import { launch } from './world';

const engine = readFileSync(join(dist, 'engine.wasm'));
const requests = requestsOf('testdata/drafts').concat(requestsOf('testdata/corpus').slice(0, 600));

// Every line is a request as it stands; keys the engine does not know are skipped.
function requestsOf(folder: string): string[] {
  const names = readdirSync(join(root, folder)).filter((n) => n.endsWith('.jsonl')).sort();
  return names.flatMap((n) => readFileSync(join(root, folder, n), 'utf8').split('\n').filter((l) => l !== ''));
}

const inPage = (): string => execFileSync('go', ['tool', 'esbuild', 'extension/e2e/verdicts-page.ts', '--bundle', '--format=iife', '--target=es2022'],
  { cwd: root, encoding: 'utf8' });

test('Chromium gives the verdict bytes that Node gives', async () => {
  expect(requests.length).toBeGreaterThan(300);
  const site = await startSite();
  const context = await launch({ port: site.port });
  try {
    const page = context.pages()[0]!;
    await page.goto('about:blank');
    await page.evaluate(inPage());
    const got = await page.evaluate(([e, r]) => globalThis.verdictAnswers!(e, r), [engine.toString('base64'), requests] as const);
    expect(got).toEqual(await answers(engine, requests));
  } finally {
    await context.close();
    await site.close();
  }
});

test('Firefox gives the verdict bytes that Node gives', async () => {
  test.setTimeout(120_000);
  const site = await startSite();
  const browser = await launchFirefox(site.port);
  try {
    const page = await browser.newPage();
    await page.evaluate(inPage());
    const got = await page.evaluate((e, r) => globalThis.verdictAnswers!(e, r), engine.toString('base64'), requests);
    expect(got).toEqual(await answers(engine, requests));
  } finally {
    await browser.close();
    await site.close();
  }
});
