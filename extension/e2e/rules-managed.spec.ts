// Rules that a managed Chromium brings, by a policy as a fleet's administrators
// write it: verified, proved and in force with nobody asked, shown on the page,
// left only when the policy does; and marking an account is not the policy's.
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CheckReply } from '../src/protocol';
import { flagged, flaggedRule } from '../src/rules-built';
import type { RulesState } from '../src/rules-protocol';
import { ask, built, found, issued } from './agency';
import { copy } from './copies';
import { idOf } from './grants';
import { expect, Look, test } from './look';

/** Where Chromium on Linux reads policies; nothing else can bring one to a browser that is driven. */
const policies = '/etc/chromium/policies/managed';
/** The first folder on the way there that is missing. */
const made = (dir: string): string => (existsSync(dirname(dir)) ? dir : made(dirname(dir)));

function writable(): boolean {
  try {
    accessSync(dirname(made(policies)), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A policy for one extension alone, told from all others by its id. Returns what takes it away. */
function govern(id: string, values: object): () => void {
  const first = existsSync(policies) ? null : made(policies);
  mkdirSync(policies, { recursive: true });
  const file = join(policies, `second-look-${id}.json`);
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: values } } }));
  return () => rmSync(first ?? file, { recursive: true });
}

test('a managed Chromium', async ({ site }) => {
  test.skip(!writable(), 'a policy is written where only an administrator may');
  const p = await found();
  const file = await p.release(built().first, issued());
  const extension = copy('managed', () => {});
  const values = { rules: Buffer.from(file).toString('base64'), root: await p.fingerprint(), agencySites: ['x.com'], account: 'agency' };
  const away = govern(idOf(extension), values);
  let look: Look | undefined;
  try {
    look = await Look.start(site, { extension });
    const page = await look.own('pages/options.html');
    const held = await page.evaluate(() => chrome.storage.managed.get(null));
    expect(Object.keys(held).sort(), 'the schema lets nothing else through').toEqual(['root', 'rules']);
    await expect.poll(async () => (await ask<RulesState>(page, { t: 'rules.get' })).view?.seq, { timeout: 30_000 }).toBe(1);

    const { verdict } = await ask<CheckReply & { verdict: { bundle: { agency: string; seq: number } } }>(page, { t: 'check.own', seq: 1, text: flagged, context: {} });
    expect(verdict.bundle).toEqual({ agency: p.agency, seq: 1 });
    expect((await ask<{ agencySites: string[] }>(page, { t: 'settings.get' })).agencySites).toEqual([]);
    expect((await ask<RulesState>(page, { t: 'rules.leave' })).view?.source).toBe('managed');

    const rules = await look.own('pages/rules.html');
    await expect(rules.locator('body')).toContainText('Maple County Family Services');
    await expect(rules.locator(`[data-rule="${flaggedRule.split('/')[1]}"]`)).toHaveCount(1);
  } finally {
    await look?.stop();
    away();
  }
});
