// A page that covers, fades, shrinks, moves or removes what we ask, steals the
// focus, or spoiled the language before we came. A press counts only where the
// worker saw our question; where nobody can see it, the hold is released, the
// badge says so, and no post is lost.
import { Desk } from './desk';
import { fixture, visit } from './editors';
import { expect, risky, test, type Look } from './look';
import { onlyChromium } from './which';
import { badge } from './tabs';

declare global {
  interface Window {
    __caught: string[];
    __dump: () => string;
    __undo: () => void;
  }
}

/** Our host, as the page finds it. */
const attacksThatFail: Record<string, () => void> = {
  'hides our host': () => ours().setProperty('visibility', 'hidden', 'important'),
  'fades our host': () => ours().setProperty('opacity', '0.01', 'important'),
  'filters, blends and scales our host': () => {
    for (const [k, v] of [['filter', 'opacity(0)'], ['mix-blend-mode', 'difference'], ['transform', 'scale(.1)'], ['clip-path', 'inset(50%)']]) ours().setProperty(k!, v!, 'important');
  },
  'fades, filters, moves and clips the whole document': () => {
    document.documentElement.style.cssText = 'opacity: .01; filter: blur(9px); transform: translateX(2000px); clip-path: inset(0 0 90% 0); overflow: hidden';
  },
  'covers with the highest z-index': () => {
    document.body.append(Object.assign(document.createElement('div'), { id: 'cover' }));
    document.querySelector<HTMLElement>('#cover')!.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: white; pointer-events: none';
  },
};
const attacksThatHide: Record<string, () => void> = {
  'covers with a popover that lets presses through': () => {
    const cover = Object.assign(document.createElement('div'), { id: 'cover', popover: 'manual' });
    cover.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; background: white; pointer-events: none';
    document.body.append(cover);
    cover.showPopover();
  },
  'blurs with a popover': () => {
    const cover = Object.assign(document.createElement('div'), { id: 'cover', popover: 'manual' });
    cover.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; background: none; pointer-events: none; backdrop-filter: blur(30px)';
    document.body.append(cover);
    cover.showPopover();
  },
  'opens a modal dialog': () => {
    const cover = Object.assign(document.createElement('dialog'), { id: 'cover' });
    document.body.append(cover);
    cover.showModal();
  },
  'takes our host out of the layout': () => ours().setProperty('display', 'none', 'important'),
  'shrinks the document': () => document.documentElement.style.setProperty('zoom', '0.1'),
  'makes the document inert': () => void (document.documentElement.inert = true),
};
const prelude = `window.ours = () => [...document.querySelectorAll('*')].find((el) => el.localName.startsWith('look-')).style;
window.__undo = () => {
  document.querySelector('#cover')?.remove();
  document.documentElement.style.cssText = '';
  document.documentElement.inert = false;
  for (const p of ['opacity', 'filter', 'mix-blend-mode', 'transform', 'clip-path', 'visibility', 'display']) ours().setProperty(p, p === 'display' ? 'inline' : '', 'important');
};`;
declare function ours(): CSSStyleDeclaration;

/** Opens a page into which code comes before any script, ours included. */
async function openWith(look: Look, name: string, code: string): Promise<Desk> {
  const page = await look.context.newPage();
  await page.addInitScript(`if (!location.href.startsWith('${new URL(look.origin).protocol}')) {${code}}`);
  const f = fixture(name);
  return new Desk(page, f, await visit(page, f, look.site.port));
}

async function asked(desk: Desk): Promise<void> {
  await desk.insert(risky);
  await desk.seesWarning('hold');
  await (await desk.postButton()).click();
  await desk.seesDialog();
}

test('what cannot reach the top layer changes nothing: the question stands and its answer counts', async ({ look }) => {
  onlyChromium('Firefox has its own: hostile-firefox.spec.ts');
  const desk = await openWith(look, 'textarea', prelude);
  const posted: string[] = [];
  for (const [what, attack] of Object.entries(attacksThatFail)) {
    await test.step(what, async () => {
      await asked(desk);
      await desk.page.evaluate(attack);
      await desk.pressesCount();
      await desk.answer('post');
      posted.push(risky);
      await expect.poll(() => desk.posts()).toEqual(posted);
      await desk.page.evaluate(() => window.__undo());
      await desk.seesNothing();
    });
  }
});

test('what hides the question: no press answers it, after a second nobody is held up, and the badge says so', async ({ look }) => {
  onlyChromium('Firefox has its own: hostile-firefox.spec.ts');
  test.setTimeout(120_000);
  const desk = await openWith(look, 'textarea', prelude);
  const posted: string[] = [];
  for (const [what, attack] of Object.entries(attacksThatHide)) {
    await test.step(what, async () => {
      await asked(desk);
      const frame = await desk.frame();
      const at = (await frame.locator('.hold-foot .post').boundingBox())!;
      await desk.page.evaluate(attack);
      await expect.poll(async () => (await desk.view()) !== 'hold' || (await frame.evaluate(() => document.body.dataset.settled)) !== 'true').toBe(true);
      await desk.page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
      await expect.poll(() => desk.view(), { message: 'the hold is released' }).not.toBe('hold');
      expect(await desk.posts(), 'nobody answered').toEqual(posted);
      await expect.poll(() => badge(look), { message: 'the badge' }).toBe('!?');
      await desk.page.evaluate(() => window.__undo());
      await (await desk.postButton()).click();
      posted.push(risky);
      await expect.poll(() => desk.posts(), { message: 'the next press goes through' }).toEqual(posted);
      await desk.seesNothing();
    });
  }
});

test('our host removed once: the question comes back; removed in a loop: posts go out', async ({ look }) => {
  const desk = await openWith(look, 'textarea', prelude);
  await asked(desk);
  await desk.page.evaluate(() => [...document.querySelectorAll('*')].find((el) => el.localName.startsWith('look-'))!.remove());
  await desk.seesDialog();
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([risky]);
  await desk.seesNothing();
  await desk.page.evaluate(() => {
    const sweep = () => document.querySelectorAll('*').forEach((el) => el.localName.startsWith('look-') && el.remove());
    new MutationObserver(sweep).observe(document, { childList: true, subtree: true });
    sweep();
  });
  await desk.insert(risky);
  await expect.poll(() => badge(look)).toBe('!');
  await expect.poll(async () => {
    if ((await desk.posts()).length < 2) await (await desk.postButton()).click();
    return desk.posts();
  }).toEqual([risky, risky]);
});

test('a page that steals the focus gets no answer out of it', async ({ look }) => {
  const desk = await look.open('textarea');
  await asked(desk);
  await desk.page.evaluate(() => {
    const button = document.querySelector('button')!;
    button.focus();
    addEventListener('blur', () => button.focus(), true);
  });
  await desk.page.keyboard.press('Enter');
  await desk.page.evaluate(() => document.querySelector('button')!.click());
  await desk.seesDialog();
  expect(await desk.posts()).toEqual([]);
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([risky]);
});

/** Spoils what scripts are made of and writes down what passes through. */
const pollution = `
  const caught = [];
  window.__dump = () => { let all = ''; for (let i = 0; i < caught.length; i++) all += caught[i] + '\\n'; return all; };
  const catching = (owner, name) => {
    const real = owner[name];
    if (typeof real !== 'function') return;
    owner[name] = function (...args) {
      for (const a of [this, ...args]) if (typeof a === 'string' && a.length < 400) caught[caught.length] = a;
      return real.apply(this, args);
    };
  };
  for (const name of ['push', 'map', 'filter', 'join', 'includes', 'flatMap', 'some', 'every']) catching(Array.prototype, name);
  for (const name of ['get', 'set', 'has']) catching(Map.prototype, name);
  for (const name of ['add', 'has']) catching(Set.prototype, name);
  for (const name of ['slice', 'trim', 'includes', 'split', 'replace', 'startsWith', 'toLowerCase']) catching(String.prototype, name);
  catching(JSON, 'stringify');
  catching(Promise.prototype, 'then');
  catching(MessagePort.prototype, 'postMessage');
  catching(CSSStyleDeclaration.prototype, 'setProperty');
  for (const name of ['findings', 'level', 'rule', 'category', 'places', 'nonce']) {
    Object.defineProperty(Object.prototype, name, { configurable: true, set(v) { caught[caught.length] = name + ' ' + v; Object.defineProperty(this, name, { value: v, writable: true, configurable: true, enumerable: true }); } });
  }
  Event.prototype.stopImmediatePropagation = function () {};
  Event.prototype.composedPath = () => [];
  Document.prototype.elementFromPoint = () => null;
  Element.prototype.checkVisibility = () => false;
  window.IntersectionObserver = class { observe() {} disconnect() {} };
  Element.prototype.attachShadow = function () { return this; };
  crypto.getRandomValues = (a) => a.fill(0);
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, f, o) { return add.call(this, type, f, o); };
  for (const type of ['pointerdown', 'pointerup', 'mouseup']) add.call(window, type, (e) => { e.cancelBubble = true; }, true);
`;

for (const name of ['x', 'textarea']) {
  test(`${name}: prototypes spoiled before our script neither stop us nor tell the page`, async ({ look }) => {
    const desk = await openWith(look, name, pollution);
    await asked(desk);
    const frame = await desk.frame();
    const said = (await frame.locator('body').innerText()).split('\n').map((l) => l.trim()).filter((l) => l.length > 8 && !risky.includes(l.replace(/["“”]/g, '')));
    expect(said.length).toBeGreaterThan(2);
    expect(await desk.posts()).toEqual([]);
    await desk.answer('post');
    await expect.poll(() => desk.posts()).toEqual([risky]);
    const caught = await desk.page.evaluate(() => window.__dump()); // one string: of arrays the driver makes nothing here
    expect(caught.length, 'the spoiled ones were called, by the page').toBeGreaterThan(0);
    for (const word of [...said, 'client-identifier', 'client-story', 'PERSON']) expect(caught).not.toContain(word);
    expect(caught).not.toMatch(/^(findings|rule|category|places|nonce) /m);
  });
}

/** Everything that reports on layout, paint and input by itself. */
const observers = `
  window.__caught = [];
  const saw = (what) => { if (!__caught.includes(what)) __caught.push(what); };
  const name = (n) => (n ? n.localName || n.nodeName : '').replace(/^look-.*/, 'ours');
  for (const type of ['layout-shift', 'element', 'paint', 'longtask', 'visibility-state', 'largest-contentful-paint', 'resource', 'mark', 'measure']) {
    try {
      new PerformanceObserver((l) => l.getEntries().forEach((e) => {
        const at = (e.sources || []).map((s) => name(s.node)).join();
        if (type !== 'longtask' && !/posted/.test(e.name)) saw(type + ' ' + e.name.replace(/\\/[0-9a-f-]{30,}\\/.*/, '') + ' ' + at);
      })).observe({ type, buffered: true });
    } catch {}
  }
  addEventListener('DOMContentLoaded', () => setTimeout(() => {
    const seen = new IntersectionObserver((all) => all.forEach((e) => saw('visible ' + name(e.target) + ' ' + e.isVisible)), { trackVisibility: true, delay: 100, threshold: [0, .5, 1] });
    const size = new ResizeObserver((all) => all.forEach((e) => saw('size ' + name(e.target) + ' ' + Math.round(e.contentRect.width))));
    for (const el of [document.documentElement, document.body, ...document.querySelectorAll('textarea,form,button,#root')]) { seen.observe(el); size.observe(el); }
  }));
`;

test('observers of layout, size, visibility and speed tell no level from another', async ({ look }) => {
  const seen: Record<string, string[]> = {};
  const drafts = { note: 'Rough session with a client today', caution: 'I sent one of my clients a friend request', hold: 'My client Marisol Vega missed court' };
  for (const [level, draft] of Object.entries(drafts)) {
    const desk = await openWith(look, 'textarea', observers);
    await desk.type(draft);
    await desk.seesWarning(level as keyof typeof drafts);
    await desk.opensCard();
    await desk.page.keyboard.press('Escape');
    await expect.poll(() => desk.view()).toBe('chip');
    seen[level] = (await desk.page.evaluate(() => window.__caught)).sort();
    await desk.page.close();
  }
  expect(seen.note!.length).toBeGreaterThan(3);
  expect(seen.caution).toEqual(seen.note);
  expect(seen.hold).toEqual(seen.note);
});
