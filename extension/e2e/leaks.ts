// Where a draft could have gone: every request, name and header that left the
// browser, everything it logged, and everything it kept.
import type { Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { risky, type Look } from './look';
import type { Fixture } from './editors';

/** A draft with a token that stands nowhere else, inside the words that are flagged. */
export const draftWith = (token: string) => `${risky}. ${token}`;

/** Random letters: no case to fold, nothing to escape. */
export function freshToken(): string {
  return Array.from({ length: 20 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');
}

/** The forms in which the token would be recognised: raw, UTF-16, hex, base64 at each alignment. */
export function forms(token: string): Buffer[] {
  const raw = Buffer.from(token);
  const wide = Buffer.from(token, 'utf16le');
  const base64 = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), raw]).toString('base64').slice(4, -4));
  const texts = [raw.toString('hex'), ...base64, [...token].reverse().join('')].map((t) => Buffer.from(t));
  return [raw, wide, Buffer.from(wide).swap16(), ...texts];
}

export interface Diary {
  said: string[];
}

/** Writes down what pages and the worker log, and what is downloaded. */
export async function listen(look: Look): Promise<Diary> {
  const diary: Diary = { said: [] };
  look.context.on('console', (m) => diary.said.push(m.text()));
  look.context.on('weberror', (e) => diary.said.push(String(e.error())));
  look.context.on('page', (p) => p.on('download', (d) => diary.said.push(d.url())));
  // What a background of Firefox logs, nobody tells a driver.
  if (!look.isFirefox) (await look.worker()).on('console', (m) => diary.said.push(m.text()));
  return diary;
}

/** A worker's whole way through one editor: type, read the card, hold, edit, post as is. */
export async function useAll(look: Look, f: Fixture, draft: string): Promise<Page> {
  const desk = await look.open(f);
  await desk.type(draft);
  await desk.seesWarning('hold');
  const frame = await desk.frame();
  await frame.locator('.chip').click();
  await frame.locator('.card').waitFor();
  await desk.page.keyboard.press('Escape');
  await frame.locator('.chip').waitFor();
  await desk.clickPost();
  await desk.seesDialog();
  await desk.answer('post');
  await desk.page.waitForFunction(() => window.__posts.length === 1);
  return desk.page;
}

type Area = 'local' | 'session' | 'sync';

/** All that an origin keeps, read from one of its pages; of an extension's areas those that are named. */
export async function kept(page: Page, areas: Area[] = ['local', 'session', 'sync']): Promise<string> {
  return page.evaluate(async (names) => {
    const all: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, document.title, location.href];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done) => {
        const open = indexedDB.open(name!);
        open.onsuccess = () => done(open.result);
      });
      for (const store of db.objectStoreNames) {
        const read = (what: 'getAll' | 'getAllKeys') => new Promise((done) => {
          const rows = db.transaction(store).objectStore(store)[what]();
          rows.onsuccess = () => done(rows.result);
        });
        all.push(name, store, await read('getAllKeys'), await read('getAll'));
      }
      db.close();
    }
    for (const key of await caches.keys()) all.push(key, (await (await caches.open(key)).keys()).map((r) => r.url));
    if (typeof chrome === 'object' && chrome.storage) for (const name of names) all.push(await chrome.storage[name].get(null));
    return JSON.stringify(all);
  }, areas);
}

/** Requests and names in which a form of the token is found, the page's own post apart. */
export function sentWith(look: Look, token: string): string[] {
  const marks = forms(token);
  const bad = (text: string) => marks.some((m) => Buffer.from(decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'))).includes(m));
  const requests = look.site.seen
    .filter((s) => bad(s.url) || bad(s.host) || s.headers.some(bad) || (s.url !== '/posted' && bad(s.body)))
    .map((s) => `request ${s.method} ${s.host}`);
  const asked = [...look.site.names].filter(bad).map(() => 'name');
  return [...requests, ...asked];
}

/**
 * Files under a closed profile in which a form of the token is found. The
 * browser's own memory of open tabs is left out: it keeps the fields of every
 * page, with us or without.
 */
export function filesWith(profile: string, token: string): string[] {
  const marks = forms(token);
  const own = /^Default\/(Sessions|Current Session|Current Tabs)/;
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .filter((path) => !own.test(relative(profile, path)))
    .filter((path) => {
      const bytes = readFileSync(path);
      return marks.some((m) => bytes.includes(m));
    })
    .map((path) => `file ${relative(profile, path)}`);
}
