// A picture or video with a draft that speaks of work gets one quiet line, by
// whatever way it comes; nothing of the file is read.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { picture, ways } from './attach';
import type { Desk } from './desk';
import { filesWith, forms, freshToken, kept, listen, sentWith } from './leaks';
import { expect, Look, test } from './look';
import { isFirefox, onlyChromium } from './which';
import { startSite } from './site';
import { freshProfile } from './world';

const work = "Long shift at the shelter, here's the team";
const named = ". Marisol Vega, my client, said hello";

/** What every page of the open card is about, in order. */
async function cardsSay(desk: Desk): Promise<string[]> {
  const frame = await desk.opensCard();
  const said: string[] = [];
  for (;;) {
    said.push(await frame.locator('.eyebrow').innerText());
    const more = frame.locator('.more:not(:has(.back))');
    if ((await more.count()) === 0) break;
    await more.click();
  }
  await desk.page.keyboard.press('Escape');
  await frame.locator('.chip').waitFor();
  return said;
}

for (const name of ['x', 'mastodon', 'textarea']) {
  for (const [how, attach] of Object.entries(ways)) {
    test(`${name}: by ${how}, one line, once`, async ({ look }) => {
      if (how !== 'picker') onlyChromium('no driver of Firefox puts a file into the clipboard or drops one');
      const desk = await look.open(name);
      await desk.type(work);
      await attach(desk, picture());
      await expect.poll(() => desk.level(), { message: 'the line' }).toBe('note');
      expect(await desk.underlines(), 'it is about the picture, not the words').toBe(0);
      const frame = await desk.opensCard();
      expect(await frame.locator('.words').count()).toBe(0);
      expect(await frame.locator('.question').innerText()).toMatch(/\?$/);
      await frame.locator('.card-foot .button').first().click();
      await desk.seesNothing();
      await attach(desk, picture());
      await desk.box.focus();
      await desk.page.keyboard.press('End');
      await desk.page.keyboard.type(named);
      await desk.seesWarning('hold');
      expect(await cardsSay(desk), 'a second picture asks no second time').not.toContain('A picture');
    });
  }

  test(`${name}: what was attached goes with its post`, async ({ look }) => {
    const desk = await look.open(name);
    await desk.type(work);
    await ways.picker!(desk, picture());
    await expect.poll(() => desk.level()).toBe('note');
    await (await desk.postButton()).click();
    await expect.poll(() => desk.posts(), { message: 'a note never stops a post' }).toEqual([work]);
    await desk.type(work + named);
    await desk.seesWarning('hold');
    expect(await cardsSay(desk)).not.toContain('A picture');
  });
}

test('a picture first, the words later', async ({ look }) => {
  const desk = await look.open('x');
  await desk.box.focus();
  await ways.picker!(desk, picture());
  await desk.page.locator('[data-testid="attachments"] img').waitFor();
  await desk.box.focus();
  await desk.page.keyboard.type(work);
  await expect.poll(() => desk.level()).toBe('note');
});

test('a picture that is taken away again', async ({ look }) => {
  const desk = await look.open('x');
  await desk.type(work);
  await ways.picker!(desk, picture());
  await expect.poll(() => desk.level()).toBe('note');
  await desk.page.getByLabel('Remove media').click();
  await desk.box.focus();
  await desk.page.keyboard.type(' ');
  await expect.poll(() => desk.level()).toBe('clear');
});

test('words pasted with a picture of themselves are words', async ({ look }) => {
  const desk = await look.open('textarea');
  await desk.type(work);
  await desk.box.evaluate((el) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'from an office program');
    data.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
    el.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true }));
  });
  await desk.page.keyboard.type(named);
  await desk.seesWarning('hold');
  expect(await cardsSay(desk)).not.toContain('A picture');
});

test('nothing of the file is read: a word in its name and in its bytes is nowhere', async () => {
  test.setTimeout(90_000);
  const site = await startSite();
  const token = freshToken();
  const profile = freshProfile();
  const log = join(profile, 'net-log.json');
  const look = await Look.start(site, { profile, args: [`--log-net-log=${log}`, '--net-log-capture-mode=IncludeSensitive'] });
  const diary = await listen(look);
  const found: string[] = [];
  const check = (what: string, text: string) => forms(token).some((m) => Buffer.from(text).includes(m)) && found.push(what);
  const path = picture(token);
  for (const name of ['x', 'mastodon', 'textarea']) {
    for (const how of isFirefox() ? ['picker'] : ['picker', 'drop']) {
      const desk = await look.open(name);
      await desk.type(work);
      await ways[how]!(desk, path);
      await expect.poll(() => desk.level()).toBe('note');
      check(`shown on ${name}`, await (await desk.opensCard()).evaluate(() => document.documentElement.outerHTML));
      check(`kept by ${name}`, await kept(desk.page));
      await desk.page.close();
    }
  }
  check('kept by the extension', await kept(await look.own('pages/options.html')));
  check('console', diary.said.join('\n'));
  await look.stop();
  found.push(...sentWith(look, token), ...filesWith(profile, token));
  rmSync(profile, { recursive: true });
  rmSync(dirname(path), { recursive: true });
  await site.close();
  expect(found).toEqual([]);
});
