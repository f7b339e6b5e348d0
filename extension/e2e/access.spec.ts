// WCAG 2.2 AA, the part that no checker sees: what is read out, how often, and
// what a keyboard, a magnifier, a narrow window and another direction meet.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from '@playwright/test';
import { copy, replace } from './copies';
import { cutOff } from './fit';
import { expect, Look, risky, test } from './look';
import { isFirefox, onlyChromium } from './which';
import { messages } from './messages';
import { spoken } from './spoken';
import { frames, pages } from './views';

const fixtureOf: Record<string, string> = { again: 'textarea' };

/** What is read out, but for the engine's own figures, which each build of it has anew. */
const heard = async (where: Frame | Page): Promise<string> => (await spoken(where)).replace(/\b[0-9a-f]{64}\b/g, '(hash)').replace(/"\d{7} bytes"/g, '"(size) bytes"');

/** Waits until what is read out is the kept text; SECOND_LOOK_GOLDEN=write keeps it anew. */
async function readsAs(name: string, where: Frame | Page): Promise<void> {
  const path = fileURLToPath(new URL(`golden/${name}.txt`, import.meta.url));
  if (process.env.SECOND_LOOK_GOLDEN === 'write') {
    let last = '';
    await expect.poll(async () => last === (last = await heard(where)), { intervals: [400], message: 'nothing changes any more' }).toBe(true);
    writeFileSync(path, last);
  }
  await expect.poll(() => heard(where), { message: `e2e/golden/${name}.txt` }).toBe(readFileSync(path, 'utf8'));
}

for (const [name, show] of Object.entries(frames)) {
  test(`read out: ${name}`, async ({ look }) => {
    onlyChromium('Firefox shows a driver no accessibility tree');
    await readsAs(name, await show(await look.open(fixtureOf[name] ?? 'mastodon')));
  });
}

// What these two say is of an agency that is founded anew for each test.
for (const [name, open] of Object.entries(pages).filter(([name]) => name !== 'rules' && name !== 'approve')) {
  test(`read out: ${name}`, async ({ look }) => {
    onlyChromium('Firefox shows a driver no accessibility tree');
    await readsAs(name, await open(look));
  });
}

test('the live region speaks once per change of level, and not otherwise', async ({ look }) => {
  const desk = await look.open('mastodon');
  const { page } = desk;
  await desk.box.focus();
  const frame = await (async () => {
    await page.keyboard.insertText('The library is open');
    return desk.frame();
  })();
  await frame.evaluate(() => {
    const said: string[] = ((window as unknown as { said: string[] }).said = []);
    const region = document.getElementById('spoken')!;
    new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, { childList: true, characterData: true, subtree: true });
  });
  const said = () => frame.evaluate(() => (window as unknown as { said: string[] }).said);
  const words = (...levels: ('note' | 'hold' | 'clear')[]) => levels.map((l) => messages[`announce_${l}`]!);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('Home visit ran long.');
  await expect.poll(said).toEqual(words('note'));
  await page.keyboard.insertText(' My client Marisol Vega cried.');
  await expect.poll(said).toEqual(words('note', 'hold'));
  await page.keyboard.insertText(' Her phone is 555 0142.');
  await page.keyboard.type(' And more');
  await frame.locator('.chip').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('Glad it is Friday');
  await expect.poll(said).toEqual(words('note', 'hold', 'clear'));
});

/** Controls, and how big each is to a pointer, CSS px. */
const targets = (where: Frame | Page) => where.evaluate(() => {
  const inText = (el: Element) => el.matches('p a, li a, dd a');
  return [...document.querySelectorAll('button,a[href],input,select,textarea,[role=button],[tabindex="0"]')]
    .filter((el) => !inText(el) && el.checkVisibility())
    .map((el) => {
      const box = (el.closest('label.switch') ?? el).getBoundingClientRect();
      return { what: el.getAttribute('aria-label') ?? el.textContent?.trim() ?? '', w: Math.round(box.width), h: Math.round(box.height) };
    });
});

/** Takes Tab through a document of ours, backwards to its start and forwards to its end; faults of focus: not to be seen, behind something, or fewer stops than controls. */
async function tabThrough(page: Page, where: Frame | Page, most: number): Promise<string[]> {
  const faults: string[] = [];
  const stops = new Map<string, number>();
  let key = 'Shift+Tab';
  if (isFirefox()) return []; // there Tab goes on into the toolbars; keyboard.spec.ts and by-keys.spec.ts have its stops
  for (let i = 0; i < 2 * most; i++) {
    await page.keyboard.press(key);
    const at = await where.evaluate(() => {
      const el = document.activeElement as HTMLElement | null;
      if (!document.hasFocus() || !el || el === document.body) return { name: '', fault: '' };
      const name = el.getAttribute('aria-label') ?? (el.textContent?.trim().slice(0, 40) || el.id || el.getAttribute('name') || el.tagName);
      const style = getComputedStyle(el);
      if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return { name, fault: `${name}: no focus to be seen` };
      const box = el.getBoundingClientRect();
      const x = Math.max(0, box.left) + Math.min(box.width, innerWidth) / 2;
      const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
      const hit = document.elementFromPoint(x, y);
      return { name, fault: hit && (el.contains(hit) || hit.contains(el)) ? '' : `${name}: behind something` };
    });
    if (!at.name && key === 'Tab') break;
    if (!at.name || i === most) key = 'Tab';
    if (!at.name) continue;
    if (key === 'Tab') stops.set(at.name, (stops.get(at.name) ?? 0) + 1);
    if (at.fault) faults.push(at.fault);
  }
  const controls = (await targets(where)).length;
  const reached = [...stops.values()].reduce((a, b) => a + b, 0);
  if (reached < controls) faults.push(`${reached} stops for ${controls} controls: ${[...stops.keys()].join(', ')}`);
  return faults;
}

const windows = { wide: { width: 900, height: 700 }, '200 %': { width: 450, height: 350 }, '320 px': { width: 320, height: 256 } };

for (const [size, viewport] of Object.entries(windows)) {
  for (const [name, show] of Object.entries(frames)) {
    test(`${name} at ${size}: in the window, not cut off, targets of 24 px, focus to be seen`, async ({ look }) => {
      const desk = await look.open(fixtureOf[name] ?? 'mastodon');
      await desk.page.setViewportSize(viewport);
      const frame = await show(desk);
      const box = (await (await frame.frameElement()).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(viewport.width);
      expect(box.y + box.height).toBeLessThanOrEqual(viewport.height);
      expect(await cutOff(frame)).toEqual([]);
      expect((await targets(frame)).filter((t) => t.w < 24 || t.h < 24)).toEqual([]);
      if (name === 'card' || name === 'hold') expect(await tabThrough(desk.page, frame, 8)).toEqual([]);
      // What is in it can be brought into sight.
      for (const button of await frame.locator('button').all()) {
        await button.scrollIntoViewIfNeeded();
        const at = (await button.boundingBox())!;
        expect(at.y + at.height).toBeLessThanOrEqual(box.y + box.height + 1);
      }
    });
  }

  for (const [name, open] of Object.entries(pages)) {
    test(`${name} at ${size}: not cut off, targets of 24 px, focus to be seen`, async ({ look }) => {
      const page = await open(look);
      await page.setViewportSize(viewport);
      expect(await cutOff(page)).toEqual([]);
      expect((await targets(page)).filter((t) => t.w < 24 || t.h < 24)).toEqual([]);
      await page.locator('h1, h2').first().click();
      expect(await tabThrough(page, page, (await targets(page)).length + 8)).toEqual([]);
    });
  }
}

test('text spaced as its reader wants it is not cut off', async ({ look }) => {
  const space = (where: Frame | Page) => where.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [sheet];
  });
  for (const [name, show] of Object.entries(frames)) {
    const desk = await look.open(fixtureOf[name] ?? 'mastodon');
    const frame = await show(desk);
    await space(frame);
    expect(await cutOff(frame), name).toEqual([]);
    await desk.page.close();
  }
  for (const [name, open] of Object.entries(pages)) {
    const page = await open(look);
    await space(page);
    expect(await cutOff(page), name).toEqual([]);
    await page.close();
  }
});

test('reduced motion: nothing moves or fades', async ({ look }) => {
  const moving = (where: Frame | Page) => where.evaluate(() => [...document.querySelectorAll('*')].flatMap((el) => ['', '::before', '::after'].map((part) => {
    const { transitionDuration, animationName } = getComputedStyle(el, part);
    return /[1-9]/.test(transitionDuration) || animationName !== 'none' ? `${el.className}${part}` : '';
  })).filter(Boolean));
  for (const [name, show] of Object.entries(frames)) {
    const desk = await look.open(fixtureOf[name] ?? 'mastodon');
    await desk.page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving(await show(desk)), name).toEqual([]);
    await desk.page.close();
  }
  for (const [name, open] of Object.entries(pages)) {
    const page = await open(look);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving(page), name).toEqual([]);
    await page.close();
  }
});

/** A build as a browser in Arabic shows it: its direction, and words of other letters, a third longer. */
function fromRightToLeft(): string {
  const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';
  const other = (text: string) => `${text.replace(/(\$\d)|[a-z]/gi, (c, fill) => fill ?? letters[c.charCodeAt(0) % letters.length]!)} ${letters.slice(0, text.length / 3)}`;
  return copy('rtl', (dir) => {
    for (const script of ['ui/frame.js', 'pages/popup.js', 'pages/options.js', 'pages/welcome.js', 'pages/rules.js', 'pages/approve.js', 'pages/prove.js', 'pages/practice.js', 'pages/kept.js', 'pages/supervision.js', 'pages/posted.js', 'pages/request.js', 'pages/tally.js']) {
      replace(dir, script, /chrome\.i18n\.getMessage\("@@bidi_dir"\)/, '"rtl"');
    }
    const path = join(dir, '_locales/en/messages.json');
    const words = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>;
    for (const [key, word] of Object.entries(words)) if (!key.startsWith('app_')) word.message = other(word.message);
    writeFileSync(path, JSON.stringify(words));
  });
}

test('from right to left: a page that is, and a browser that is', async ({ site }) => {
  const look = await Look.start(site, { extension: fromRightToLeft() });
  try {
    const desk = await look.open('mastodon');
    await desk.page.evaluate(() => (document.documentElement.dir = 'rtl'));
    const frame = await frames.card!(desk);
    expect(await frame.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(await cutOff(frame)).toEqual([]);
    const close = (await frame.locator('.icon-button').boundingBox())!;
    const head = (await frame.locator('.eyebrow').boundingBox())!;
    expect(close.x, 'Close is at the end of the line, which is left').toBeLessThan(head.x);
    const box = (await (await frame.frameElement()).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(900);
    for (const [name, open] of Object.entries(pages)) {
      const page = await open(look);
      expect(await page.evaluate(() => document.documentElement.dir), name).toBe(name.startsWith('try') ? 'ltr' : 'rtl');
      expect(await cutOff(page), name).toEqual([]);
      await page.close();
    }
    await desk.page.bringToFront();
    await desk.page.keyboard.press('Escape');
    await (await desk.postButton()).click();
    await desk.seesDialog();
    expect(await cutOff(frame)).toEqual([]);
    await desk.answer('post');
    await expect.poll(() => desk.posts()).toEqual([risky]);
  } finally {
    await look.stop();
  }
});
