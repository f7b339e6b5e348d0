// What a browser does to pages and extensions over a day: an update under an
// open page (web-monetization-extension #418), Memory Saver (harper #2776),
// Back, sleep, and a worker that dies in the middle of a check.
import { copy, prepend } from './copies';
import type { Desk } from './desk';
import { killWorker } from './kill';
import { clear, expect, Look, risky, test } from './look';
import { seesUnder } from './lines';
import { dist } from './paths';

const words = ['Marisol Vega', '14', 'Tuesday', 'Osterville'];
const draft = `${risky}, again.`;

/** How many hosts of ours the page has, and the errors thrown into it. */
const traces = (desk: Desk) => desk.page.evaluate(() => ({
  hosts: [...document.querySelectorAll('*')].filter((el) => el.localName.startsWith('look-')).length,
  errors: window.__errors,
}));

test('updated under an open page: the old one ends, the new one takes over without a reload, and there is one of all', async ({ site }) => {
  const look = await Look.start(site, { args: ['--enable-unsafe-extension-debugging'] });
  const desk = await look.open('editable');
  await desk.type(draft);
  await desk.seesWarning('hold');
  const said: string[] = [];
  desk.page.on('pageerror', (e) => said.push(e.message));
  desk.page.on('console', (m) => said.push(m.text()));
  const detached = new Promise((done) => desk.page.once('framedetached', done));
  const worker = await look.worker();
  const closed = new Promise((done) => worker.once('close', done));
  void worker.evaluate(() => chrome.runtime.reload()).catch(() => null);
  await closed;
  // The browser does not start again what its command line brought; a driver may.
  const browser = await look.context.browser()!.newBrowserCDPSession();
  await browser.send('Extensions.loadUnpacked' as never, { path: dist } as never);
  await detached; // of the old one, without a key or a press
  await desk.seesWarning('hold'); // of the new one: the box has the focus
  await desk.box.click();
  await desk.page.keyboard.press('Control+End');
  await desk.page.keyboard.type(' ok');
  await seesUnder(look, desk, words);
  expect(await traces(desk)).toEqual({ hosts: 1, errors: [] });
  expect(desk.page.frames().filter((f) => f.url().includes('/ui/frame.html'))).toHaveLength(1);
  await (await desk.postButton()).click();
  await desk.seesDialog();
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([`${draft} ok`]);
  expect(said).toEqual([]);
  await look.stop();
});

for (const name of ['editable', 'x']) {
  test(`${name}: left and come Back to: the page was kept, and the draft in it is read`, async ({ look }) => {
    const desk = await look.open(name);
    await desk.page.evaluate(() => addEventListener('pageshow', (e) => (document.documentElement.dataset.kept = String(e.persisted))));
    await desk.type(risky);
    await desk.seesWarning('hold');
    await desk.page.goto('https://forum.example/textarea');
    await desk.page.goBack({ waitUntil: 'commit' });
    await expect(desk.page.locator('html[data-kept]')).toHaveAttribute('data-kept', 'true');
    await desk.box.click();
    await desk.page.keyboard.press('End');
    await desk.page.keyboard.type(', again.');
    await desk.seesWarning('hold');
    await seesUnder(look, desk, words);
    expect((await traces(desk)).hosts).toBe(1);
    await (await desk.postButton()).click();
    await desk.seesDialog();
    await desk.answer('post');
    await expect.poll(() => desk.posts()).toEqual([draft]);
  });
}

test('frozen and woken: warning, hold and post as before', async ({ look }) => {
  const desk = await look.open('mastodon');
  await desk.type(clear);
  const cdp = await look.context.newCDPSession(desk.page);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  await killWorker(look, desk.page);
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await desk.type(draft);
  await desk.seesWarning('hold');
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await (await desk.postButton()).click();
  await desk.seesDialog();
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([draft]);
});

test('the worker is stopped in the middle of a check: the verdict comes all the same', async ({ site }) => {
  // A worker whose first check since it started is never answered, but once.
  const extension = copy('stuck-check', (dir) => prepend(dir, 'background.js', `
    const listen = chrome.runtime.onMessage.addListener.bind(chrome.runtime.onMessage);
    chrome.runtime.onMessage.addListener = (f) => listen((m, s, r) => {
      if (m?.t !== 'check' || globalThis.released) return f(m, s, r);
      globalThis.stuck = true;
      return true;
    });
    chrome.action.getTitle({}).then(() => caches.has('second')).then((known) => {
      globalThis.released = known;
      return caches.open('second');
    });`));
  const look = await Look.start(site, { extension });
  const desk = await look.open('x');
  await desk.insert(draft);
  const worker = await look.worker();
  await expect.poll(() => worker.evaluate(() => 'stuck' in globalThis)).toBe(true);
  await killWorker(look, desk.page);
  await desk.seesWarning('hold');
  await look.stop();
});

test('two composers of an application that builds them anew: each keeps its draft, the lines are in the one at hand', async ({ look }) => {
  const desk = await look.open('editable');
  await desk.type(draft);
  await desk.seesWarning('hold');
  for (let i = 0; i < 5; i++) {
    await desk.box.evaluate((el) => {
      const anew = el.cloneNode(true) as HTMLElement;
      el.replaceWith(anew);
      anew.focus();
    });
    await seesUnder(look, desk, words);
  }
  expect((await traces(desk)).hosts).toBe(1);
});

test('discarded to save memory: a draft that the browser puts back is asked about, though nobody typed it', async ({ look }) => {
  const desk = await look.open('textarea');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.page.reload(); // a driver keeps the browser from discarding; coming back is the same
  await desk.box.evaluate((el, text) => ((el as HTMLTextAreaElement).value = text), risky);
  await (await desk.postButton()).click();
  await desk.seesDialog();
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([risky]);
});
