// Everything that we draw, one view at a time, for the tests that look at all
// of it: in the frame beside a composer, and on pages of our own.
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { ask, built, enrolled, found, issued } from './agency';
import type { Desk } from './desk';
import { type Look, risky } from './look';
import { root } from './paths';

const tryHost = 'https://try.example/';
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.png': 'image/png' };

/** The Try it page, from the files that are served. */
export async function openTry(look: Look, path = ''): Promise<Page> {
  const page = await look.context.newPage();
  await page.route(`${tryHost}**`, (route) => {
    const file = join(root, 'dist/try', new URL(route.request().url()).pathname.replace(/\/$/, '/index.html'));
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? 'text/plain' });
  });
  await page.goto(tryHost + path);
  return page;
}

/** Our own pages, each as full as it gets. */
export const pages: Record<string, (look: Look) => Promise<Page>> = {
  async popup(look) {
    const page = await look.own('pages/popup.html');
    await page.locator('textarea').fill(risky);
    await page.locator('.card').waitFor();
    return page;
  },
  async options(look) {
    const page = await look.own('pages/options.html');
    const patch = { mutedRules: ['identifier.name', 'model.client-story', 'employer.shelter-place'], offSites: ['bsky.app'] };
    await page.evaluate((p) => chrome.runtime.sendMessage({ t: 'settings.set', patch: p }), patch);
    await page.reload();
    await page.locator('h1').waitFor();
    return page;
  },
  async rules(look) {
    const page = await look.own('pages/rules.html');
    const p = await found();
    await enrolled(page, p, await p.release(built().first, issued()));
    await ask(page, { t: 'rules.take', code: 'no code' });
    await page.reload();
    await page.locator('.notice').waitFor();
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
    return page;
  },
  async approve(look) {
    const page = await look.own('pages/approve.html');
    const p = await found();
    const buffer = Buffer.from(await p.release(built().first, issued(), {}, []));
    await page.locator('input[type=file]').setInputFiles({ name: 'a.rbundle', mimeType: 'application/octet-stream', buffer });
    await page.locator('.trial').waitFor();
    return page;
  },
  async prove(look) {
    const page = await look.own('pages/prove.html');
    await page.locator('.hash').waitFor();
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
    return page;
  },
  async welcome(look) {
    const page = await look.own('pages/welcome.html');
    await page.locator('h1').waitFor();
    return page;
  },
  /** A post that was guessed, with the reading and the box below it. */
  async practice(look) {
    const page = await look.own('pages/practice.html#post-1');
    await page.locator('.guess').first().click();
    await page.locator('.engine .card').waitFor();
    await page.locator('.safer summary').click();
    // A post in Spanish is read in part alone, and has no box to rewrite it in.
    if ((await page.locator('#rewrite').count()) > 0) await page.locator('.fall-said:not(:empty)').waitFor();
    return page;
  },
  async 'practice-start'(look) {
    const page = await look.own('pages/practice.html');
    await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase('second-look-practice').onsuccess = done)));
    await page.reload();
    await page.locator('.every summary').click();
    return page;
  },
  /** For the room, with the reading shown. */
  async team(look) {
    const page = await look.own('pages/practice.html#team');
    await page.locator('.group .primary').click();
    await page.locator('.group .reading').waitFor();
    // Of the posts in Spanish, the first has no words that are marked.
    if ((await page.locator('html[lang="es"]').count()) === 0) await page.locator('.group .post mark').first().waitFor();
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
    return page;
  },
  async 'try-practice'(look) {
    const page = await openTry(look, 'practice.html');
    await page.locator('h1').waitFor();
    return page;
  },
  async kept(look) {
    await keep(look, risky);
    const page = await look.own('pages/kept.html');
    await page.locator('.kept-text').waitFor();
    return page;
  },
  async supervision(look) {
    const page = await look.own('pages/supervision.html');
    await page.evaluate((s) => chrome.storage.session.set({ supervision: s }), signals);
    await page.evaluate(() => chrome.runtime.sendMessage({ t: 'settings.set', patch: { setting: 'shelter' } }));
    await page.reload();
    await page.locator('#card').waitFor();
    return page;
  },
  async posted(look) {
    const page = await look.own('pages/posted.html');
    await page.evaluate(() => chrome.runtime.sendMessage({ t: 'settings.set', patch: { setting: 'health', region: 'US' } }));
    await page.reload();
    await page.locator('select[name=site]').selectOption('facebook');
    return page;
  },
  async request(look) {
    const page = await look.own('pages/request.html');
    await page.locator('#say').waitFor();
    return page;
  },
  async tally(look) {
    const page = await look.own('pages/tally.html');
    await page.locator('h1').waitFor(); // its place is there
    await page.evaluate(tallied);
    await page.reload();
    await page.locator('table').waitFor();
    return page;
  },
  async 'welcome-2'(look) {
    const page = await pages.welcome!(look);
    await page.locator('.button.primary').click();
    await page.locator('.points li').nth(3).waitFor();
    return page;
  },
  async 'welcome-3'(look) {
    const page = await pages['welcome-2']!(look);
    await page.locator('.button.primary').click();
    await page.locator('select').first().waitFor();
    return page;
  },
  async try(look) {
    const page = await openTry(look);
    await page.locator('textarea').fill(risky);
    await page.locator('.card[data-mark="hold"]').waitFor();
    return page;
  },
};

const signals = { level: 'hold', categories: ['client-identifier', 'client-story', 'boundary'], parts: ['place', 'time', 'family'] };

/** Keeps a draft as a press does. */
async function keep(look: Look, text: string): Promise<void> {
  const page = await look.own('pages/options.html');
  const until = Date.now() + 24 * 3_600_000;
  await page.evaluate((d) => chrome.storage.session.set({ kept: [d] }), { id: 'draft', text, until, signals });
  await page.close();
}

/** Some numbers, of a month long ago. */
function tallied(): Promise<void> {
  return new Promise((done) => {
    const open = indexedDB.open('second-look-tally', 1);
    open.onsuccess = () => {
      const tx = open.result.transaction('tally', 'readwrite');
      const row = (spoke: number, edited: number, dismissed: number, posted: number) => ({ spoke, edited, dismissed, posted });
      tx.objectStore('tally').put({ '2026-03': { 'client-identifier': row(12, 9, 1, 2), 'client-story': row(5, 2, 1, 2), boundary: row(1, 0, 1, 0) } }, 'counts');
      tx.oncomplete = () => {
        open.result.close();
        done();
      };
    };
  });
}

/** What the frame shows beside a composer with a risky draft, and how it is brought there. */
export const frames: Record<string, (desk: Desk) => Promise<Frame>> = {
  async chip(desk) {
    await desk.type(risky);
    await desk.seesWarning('hold');
    return desk.frame();
  },
  async card(desk) {
    await frames.chip!(desk);
    return desk.opensCard();
  },
  async hold(desk) {
    await frames.chip!(desk);
    await (await desk.postButton()).click();
    await desk.seesDialog();
    return desk.frame();
  },
  /** A held draft that was kept for later. */
  async 'hold-kept'(desk) {
    const frame = await frames.hold!(desk);
    await frame.locator('.keep').click();
    await frame.locator('.hold .further').waitFor();
    return frame;
  },
  /** The page takes no press but the worker's own. */
  async again(desk) {
    await desk.page.evaluate(() => {
      for (const type of ['click', 'submit', 'keydown']) {
        addEventListener(type, (e) => {
          if (e.isTrusted && type !== 'submit') return;
          e.preventDefault();
          e.stopImmediatePropagation();
        }, true);
      }
    });
    await frames.hold!(desk);
    await desk.answer('post');
    const frame = await desk.frame();
    await frame.locator('.again').waitFor();
    return frame;
  },
};
