// What a browser does to pages and extensions over a day: an update under an
// open page (web-monetization-extension #418), Memory Saver (harper #2776),
// Back, sleep, and a worker that dies in the middle of a check.
import { copy, prepend } from './copies';
import { Desk } from './desk';
import { killWorker } from './kill';
import { clear, expect, Look, risky, test } from './look';
import { seesUnder } from './lines';

const words = ['Marisol Vega', '14', 'Tuesday', 'Osterville'];
const draft = `${risky}, again.`;

/** How many hosts of ours the page has, and the errors thrown into it. */
const traces = (desk: Desk) => desk.page.evaluate(() => ({
  hosts: [...document.querySelectorAll('*')].filter((el) => el.localName.startsWith('look-')).length,
  errors: window.__errors,
}));

test('updated under an open page: started twice there is one of all, and what has no extension any more ends at the first key', async ({ site }) => {
  const look = await Look.start(site);
  const desk = await look.open('editable');
  await desk.type(draft);
  await desk.seesWarning('hold');
  const said: string[] = [];
  desk.page.on('pageerror', (e) => said.push(e.message));
  desk.page.on('console', (m) => said.push(m.text()));
  const worker = await look.worker();
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://forum.example/*' });
    await chrome.scripting.executeScript({ target: { tabId: tab!.id! }, files: ['content.js'] });
  });
  await desk.page.keyboard.type(' ok');
  await seesUnder(look, desk, words);
  expect(await traces(desk)).toEqual({ hosts: 1, errors: [] });
  const closed = new Promise((done) => worker.once('close', done));
  void worker.evaluate(() => chrome.runtime.reload()).catch(() => null);
  await closed;
  await desk.page.keyboard.press('!');
  await expect.poll(() => traces(desk)).toEqual({ hosts: 0, errors: [] });
  await (await desk.postButton()).click();
  await expect.poll(() => desk.posts()).toEqual([`${draft} ok!`]);
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
  // The first worker answers no check, the second does.
  const extension = copy('stuck-check', (dir) => prepend(dir, 'background.js', `
    const listen = chrome.runtime.onMessage.addListener.bind(chrome.runtime.onMessage);
    const second = caches.has('second').then((known) => caches.open('second').then(() => known));
    chrome.runtime.onMessage.addListener = (f) => listen((m, s, r) => {
      if (m?.t !== 'check') return f(m, s, r);
      second.then((known) => known ? f(m, s, r) : (globalThis.stuck = true));
      return true;
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

/** Ends the extension as an update does and waits until its new worker is there. */
async function reloads(look: Look): Promise<void> {
  const worker = await look.worker();
  const closed = new Promise((done) => worker.once('close', done));
  const next = look.context.waitForEvent('serviceworker', (w) => w !== worker && w.url().includes(look.id));
  void worker.evaluate(() => chrome.runtime.reload()).catch(() => null);
  await closed;
  await next;
}

test('reloaded under an open page that the worker turned it on for: the old tap ends, a new one takes over by itself', async ({ site }) => {
  const look = await Look.start(site);
  const desk = await look.open('editable');
  await desk.type(risky);
  await desk.seesWarning('hold');
  const old = await desk.frame();
  await reloads(look);
  await expect.poll(() => old.isDetached(), { message: 'the frame of before is gone' }).toBe(true);
  await desk.seesWarning('hold'); // nobody typed
  await desk.page.keyboard.press('End');
  await desk.page.keyboard.type(', again.');
  await seesUnder(look, desk, words);
  expect(await traces(desk)).toEqual({ hosts: 1, errors: [] });
  await (await desk.postButton()).click();
  await desk.seesDialog();
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([draft]);
  await look.stop();
});

test('reloaded under an open page of a named site: the old tap ends, posts go out, and the page loaded anew has a new one', async ({ site }) => {
  const look = await Look.start(site);
  const desk = await look.open('x');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await reloads(look);
  await desk.page.keyboard.press('End');
  await desk.page.keyboard.type(', again.');
  await expect.poll(() => traces(desk)).toEqual({ hosts: 0, errors: [] });
  await (await desk.postButton()).click();
  await expect.poll(() => desk.posts()).toEqual([draft]);
  await desk.page.reload();
  await desk.type(risky);
  await desk.seesWarning('hold');
  await (await desk.postButton()).click();
  await desk.seesDialog();
  expect(await desk.posts()).toEqual([]);
  await look.stop();
});

/** Writes the draft, has the tab discarded, and comes back to it. */
async function discarded(look: Look, desk: Desk): Promise<Desk> {
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.page.evaluate(() => history.replaceState(null, '')); // with it Chromium notes the fields
  const worker = await look.worker();
  const tab = await worker.evaluate(async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]!.id!);
  const other = await look.context.newPage(); // a tab in front is never discarded
  await other.bringToFront();
  const now = await worker.evaluate(async (id) => (await chrome.tabs.discard(id))?.id, tab);
  await expect.poll(() => worker.evaluate(async (id) => (await chrome.tabs.get(id!)).discarded, now)).toBe(true);
  const back = desk.page.isClosed() ? look.context.waitForEvent('page') : Promise.resolve(desk.page);
  await worker.evaluate((id) => chrome.tabs.update(id!, { active: true }), now);
  const page = await back;
  await page.waitForLoadState();
  await other.close();
  return new Desk(page, desk.f, page.locator(desk.f.composer));
}

test('discarded to save memory: the draft that the browser puts back is read at a click, though nobody typed it', async ({ look }) => {
  let again = await look.open('textarea');
  // The browser notes what stands in a page's fields now and then, and tells nobody when.
  await expect(async () => {
    again = await discarded(look, again);
    await expect(again.box, 'the browser puts the draft back').toHaveValue(risky, { timeout: 1000 });
  }).toPass({ timeout: 40_000 });
  await again.box.click();
  await again.seesWarning('hold');
  await (await again.postButton()).click();
  await again.seesDialog();
  await again.answer('post');
  await expect.poll(() => again.posts()).toEqual([risky]);
});
