// Other languages: Spanish; and one that nobody speaks, in
// which every word is accented, 40 % longer and bracketed, so that what is cut
// off or comes from no locale shows.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { copy, replace } from './copies';
import { beyond, cutOff, unbracketed } from './fit';
import { expect, Look, risky, test } from './look';
import { messages } from './messages';
import { root } from './paths';
import { frames, pages } from './views';

const es = JSON.parse(readFileSync(join(root, 'extension/_locales/es/messages.json'), 'utf8')) as Record<string, { message: string }>;
const narrow = { width: 320, height: 640 };
/** Words of the draft that the card repeats, names and addresses: nobody translates them. */
const own = [
  risky, 'Marisol Vega', 'My client', '14', 'court', 'Tuesday', 'Osterville', 'Second Look', 'social.example', 'secondlook key new', '.rbundle',
];

const accents: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', c: 'ç', s: 'š', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú' };

/** Accents, 40 % longer, bracketed; fillings stand as they are. */
function pseudo(text: string): string {
  const longer = 'wörd '.repeat(Math.ceil((text.length * 0.4) / 5)).trim();
  return `⟦${text.replace(/[aeiouncsAEIOU]/g, (c) => accents[c]!)} ${longer}⟧`;
}

function inPseudo(): string {
  return copy('pseudo', (dir) => {
    const path = join(dir, '_locales/en/messages.json');
    const words = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>;
    for (const [key, word] of Object.entries(words)) if (!key.startsWith('app_')) word.message = pseudo(word.message);
    writeFileSync(path, JSON.stringify(words));
  });
}

/** A build that has Spanish alone: the browsers of Debian come without other languages than English. */
function inSpanish(): string {
  return copy('spanish', (dir) => {
    rmSync(join(dir, '_locales/en'), { recursive: true });
    replace(dir, 'manifest.json', '"default_locale": "en"', '"default_locale": "es"');
  });
}

const shown = Object.entries(pages).filter(([name]) => !name.startsWith('try'));

/** Hosts and names of countries stand in lists; what an agency wrote is the agency's. */
const hosts = (page: Page) => page.evaluate(() => [...(document.body.innerText.match(/[\w*-]+(?:\.[\w-]+)+/g) ?? [])].sort((a, b) => b.length - a.length));

/** Shows each view of the frame on a page of 320 px, where nothing of it may be cut off. */
async function inFrames(look: Look, see: (name: string, frame: Frame, page: Page) => Promise<void>): Promise<void> {
  for (const [name, show] of Object.entries(frames).filter(([name]) => name !== 'again')) {
    const desk = await look.open('mastodon');
    await desk.page.setViewportSize(narrow);
    const frame = await show(desk);
    expect(await cutOff(frame), name).toEqual([]);
    await see(name, frame, desk.page);
    await desk.page.close();
  }
}

test('pseudo-locale: nothing cut off, nothing without brackets', async ({ site }) => {
  test.setTimeout(120_000);
  const look = await Look.start(site, { extension: inPseudo() });
  try {
    await inFrames(look, async (name, frame) => expect(await unbracketed(frame, own), name).toEqual([]));
    for (const [name, open] of shown) {
      const page = await open(look);
      for (const size of [{ width: 900, height: 700 }, narrow]) {
        await page.setViewportSize(size);
        expect(await cutOff(page), name).toEqual([]);
      }
      if (name !== 'rules' && name !== 'approve') expect(await unbracketed(page, [...own, ...(await hosts(page))]), name).toEqual([]);
      await page.close();
    }
    // Without an agency, what is said on these two is ours alone.
    for (const path of ['pages/rules.html', 'pages/approve.html']) {
      const page = await look.own(path);
      if (path.includes('rules')) await page.evaluate(() => chrome.runtime.sendMessage({ t: 'rules.leave' }));
      await page.reload();
      await page.locator('h1').waitFor();
      expect(await unbracketed(page, own), path).toEqual([]);
      await page.close();
    }
  } finally {
    await look.stop();
  }
});

test('a Spanish draft alerts, and the card says that Spanish is read in part', async ({ look }) => {
  const popup = await look.own('pages/popup.html');
  await popup.locator('textarea').fill('Mi clienta María López faltó a la corte el martes');
  await popup.locator('.card[data-mark="hold"]').waitFor();
  await expect(popup.locator('.unread')).toHaveText(messages.card_basic!);
  await popup.locator('textarea').fill('Qué cansada estoy, por fin es viernes y me voy a casa');
  await expect(popup.locator('.notice')).toHaveText(messages.card_basic!);
});

/** Keeps a picture where someone asked for it, to look at. */
async function keepPicture(name: string, where: Page): Promise<void> {
  if (!process.env.SECOND_LOOK_PICTURES) return;
  const dir = join(root, '.cache/pictures');
  mkdirSync(dir, { recursive: true });
  await where.screenshot({ path: join(dir, `${name}.png`), fullPage: true });
}

test('Spanish words, and they fit 320 px', async ({ site }) => {
  test.setTimeout(120_000);
  const look = await Look.start(site, { extension: inSpanish() });
  try {
    await inFrames(look, async (name, frame, page) => {
      if (name === 'hold') {
        await expect(frame.locator('body')).toContainText(es.hold_waiting_room!.message);
        for (const size of [narrow, { width: 900, height: 700 }]) {
          await page.setViewportSize(size);
          await expect.poll(() => beyond(frame, '.waiting-room', '.hold-body'), { message: `the question, without scrolling, at ${size.width}` }).toEqual([]);
        }
      }
      await keepPicture(`es-${name}`, page);
    });
    for (const [name, open] of shown) {
      const page = await open(look);
      await page.setViewportSize(narrow);
      expect(await cutOff(page), name).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.lang), name).toBe('es');
      const theirs = name === 'rules' || name === 'approve'; // what an agency wrote is in its own language
      if (!theirs) expect((await page.locator('body').innerText()).match(/\b(?:hours?|March|United States)\b/g), `${name}: English of the browser’s`).toBeNull();
      await keepPicture(`es-${name}`, page);
      await page.close();
    }
  } finally {
    await look.stop();
  }
});
