// The Prove it page: what it shows is what there is, and what it deletes is gone.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask, built, enrolled, found, issued } from './agency';
import { copy, prepend, replace } from './copies';
import { expect, Look, risky, test } from './look';
import { messages } from './messages';
import { root } from './paths';

test('the hash, the imports, the policy and the permissions are those of this build', async ({ look }) => {
  const page = await look.own('pages/prove.html');
  await expect(page.locator('.hash')).toHaveText(createHash('sha256').update(readFileSync(join(look.extension, 'engine.wasm'))).digest('hex'));
  const imports = readFileSync(join(root, 'wasm/imports.txt'), 'utf8').trim().split('\n');
  await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
  const shown = await page.locator('.imports dt').allTextContents();
  expect(shown.sort()).toEqual(imports.sort());
  const manifest = JSON.parse(readFileSync(join(look.extension, 'manifest.json'), 'utf8')) as { permissions: string[]; content_security_policy: { extension_pages: string } };
  for (const name of manifest.permissions) {
    await expect(page.getByText(messages[`prove_permission_${name}`]!)).toBeVisible();
  }
  for (const line of manifest.content_security_policy.extension_pages.split(';')) {
    await expect(page.locator('code', { hasText: line.trim() }).first()).toBeVisible();
  }
});

test('the counter: a draft is checked, and nothing but own files was asked for', async ({ site }) => {
  // A browser of its own: the engine is loaded once, and counted then.
  const look = await Look.start(site);
  try {
    const desk = await look.open('mastodon');
    await desk.type(risky);
    await desk.seesWarning('hold');
    const page = await look.own('pages/prove.html');
    await expect(page.locator('.count strong')).toHaveText('0');
    const list = page.getByRole('list', { name: messages.prove_network_list! });
    await expect(list).toContainText(`${look.origin}/engine.wasm`);
    expect((await list.textContent())!.replaceAll(`${look.origin}/`, '')).not.toMatch(/https?:/);
  } finally {
    await look.stop();
  }
});

/** A build with a leak: its background asks another computer for something, and notes nothing. */
const leaking = () => copy('asking', (dir) => {
  replace(dir, 'manifest.json', "connect-src 'self'", "connect-src 'self' https:");
  prepend(dir, 'background.js', "chrome.runtime.onMessage.addListener((m) => { if (m.t === 'mute') fetch('https://planted.example/a').catch(() => null); });");
});

test('the counter counts live, and sees a request that nobody noted', async ({ site }) => {
  const look = await Look.start(site, { extension: leaking() });
  try {
    const page = await look.own('pages/prove.html');
    await expect(page.locator('.count strong')).toHaveText('0');
    await expect(page.getByText(messages.prove_network_standard!)).toBeVisible();
    await ask(page, { t: 'mute', rule: 'a' });
    await expect(page.locator('.count strong')).toHaveText('1');
    await expect(page.getByRole('list', { name: messages.prove_network_list! })).toContainText('https://planted.example/a');
  } finally {
    await look.stop();
  }
});

/** Everything the browser holds for this extension, by the browser's own account. */
const stored = (page: Page) => page.evaluate(async () => {
  const databases = await indexedDB.databases();
  const entries: string[] = [];
  for (const { name } of databases) {
    await new Promise<void>((done) => {
      const request = indexedDB.open(name!);
      request.onsuccess = () => {
        const db = request.result;
        const shelves = [...db.objectStoreNames];
        if (shelves.length === 0) return (db.close(), done());
        const tx = db.transaction(shelves);
        for (const s of shelves) {
          const keys = tx.objectStore(s).getAllKeys();
          keys.onsuccess = () => entries.push(...keys.result.map((k) => `${name}/${s}/${String(k)}`));
        }
        tx.oncomplete = () => (db.close(), done());
      };
    });
  }
  const { local, session, sync } = chrome.storage;
  const kept = await Promise.all([local.get(null), session.get(null), sync.get(null)]);
  const scripts = await chrome.scripting.getRegisteredContentScripts();
  const origins = (await chrome.permissions.getAll()).origins ?? [];
  return {
    entries, kept: kept.flatMap((k) => Object.keys(k)), caches: await caches.keys(), scripts: scripts.length, localStorage: localStorage.length,
    given: origins.filter((o) => !chrome.runtime.getManifest().content_scripts!.some((s) => s.matches!.includes(o))),
  };
});

test('delete everything: settings, rules, key, permissions, all of it', async ({ site }) => {
  // A browser of its own: the permissions given to it go too.
  const look = await Look.start(site);
  try {
    const page = await look.own('pages/prove.html');
    const p = await found();
    await enrolled(page, p, await p.release(built().first, issued()));
    await ask(page, { t: 'settings.set', patch: { setting: 'shelter', region: 'US', mutedRules: ['identifier.name'], offSites: ['bsky.app'] } });
    const approve = await look.own('pages/approve.html');
    await approve.locator('input').first().fill('ann.lee');
    await approve.locator('.button.make').click();
    await approve.getByRole('button', { name: messages.approve_key_save! }).waitFor();
    await approve.close();
    await page.evaluate(() => Promise.all([chrome.storage.local.set({ stray: 1 }), chrome.storage.session.set({ stray: 1 }), chrome.storage.sync.set({ stray: 1 })]));
    await page.reload();
    for (const name of ['second-look', 'second-look-rules', 'second-look-keys']) await expect(page.locator('.stored')).toContainText(name);
    const before = await stored(page);
    expect(before.entries.length).toBeGreaterThan(2);
    expect(before.given.length).toBeGreaterThan(0);

    await page.getByRole('button', { name: messages.prove_delete!, exact: true }).click();
    await page.getByRole('button', { name: messages.prove_delete_yes! }).click();
    await expect(page.locator('.deleted')).toHaveText(messages.prove_deleted!);
    await expect(page.locator('.nothing-stored')).toBeVisible();
    expect(await stored(page)).toEqual({ entries: [], kept: [], caches: [], scripts: 0, localStorage: 0, given: [] });
    // And it works as on the first day.
    expect(await ask(page, { t: 'settings.get' })).toMatchObject({ setting: '', region: '', mutedRules: [], offSites: [], extraOrigins: [] });
    expect(await ask(page, { t: 'rules.get' })).toMatchObject({ view: null });
  } finally {
    await look.stop();
  }
});
