// Rules that a managed Firefox brings: the policy's file is verified, proved
// and in force with nobody asked, and its account mark is not the policy's.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { CheckReply } from '../src/protocol';
import { flagged } from '../src/rules-built';
import type { RulesState } from '../src/rules-protocol';
import { built, found, issued } from './agency';
import { launchFirefox } from './firefox';
import { firefoxId, firefoxOrigin } from './firefox-world';
import { distFirefox } from './paths';
import { startSite } from './site';

test('a managed Firefox', async () => {
  test.setTimeout(120_000);
  const id = firefoxId(distFirefox);
  const p = await found();
  const file = await p.release(built().first, issued());
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  mkdirSync(join(home, '.mozilla/managed-storage'), { recursive: true });
  const data = { rules: Buffer.from(file).toString('base64'), root: await p.fingerprint(), agencySites: ['x.com'] };
  writeFileSync(join(home, `.mozilla/managed-storage/${id}.json`), JSON.stringify({ name: id, description: 'policy', type: 'storage', data }));
  const site = await startSite();
  const browser = await launchFirefox(site.port, distFirefox, {}, home);
  try {
    const page = await browser.newPage();
    // Firefox never says that a page of ours was loaded.
    void page.goto(`${firefoxOrigin}/pages/options.html`).catch(() => {});
    await page.waitForSelector('.agency');
    const ask = <T>(m: object) => page.evaluate((x) => chrome.runtime.sendMessage(x), m) as Promise<T>;
    await expect.poll(async () => (await ask<RulesState>({ t: 'rules.get' })).view?.seq, { timeout: 30_000 }).toBe(1);
    const reply = await ask<CheckReply & { verdict: { bundle: { seq: number } } }>({ t: 'check.own', seq: 1, text: flagged, context: {} });
    expect(reply.verdict.bundle.seq).toBe(1);
    expect((await ask<RulesState>({ t: 'rules.leave' })).view?.source).toBe('managed');
    expect((await ask<{ agencySites: string[] }>({ t: 'settings.get' })).agencySites).toEqual([]);
  } finally {
    await browser.close();
    await site.close();
  }
});
