// Nothing that gets in the way: the focus is never taken (harper #1884, #3721,
// #2415), Escape closes our card when it is open (#1698) and is the page's
// otherwise, the right one of two composers is underlined, and the lines suit
// the page's ground (#2119).
import type { Page } from '@playwright/test';
import { fixtures } from './editors';
import { inside } from './inside';
import { clear, expect, risky, test } from './look';
import { onlyChromium } from './which';
import { seesUnder } from './lines';

const words = ['Marisol Vega', '14', 'Tuesday', 'Osterville'];

for (const f of fixtures) {
  test(`${f.name}: warnings come and go, and the focus stays`, async ({ look }) => {
    const desk = await look.open(f);
    await desk.box.click();
    await desk.page.evaluate(() => {
      window.__lost = [];
      for (const name of ['focusout', 'blur']) {
        addEventListener(name, (e) => window.__lost.push(`${name} ${e.target instanceof Element ? e.target.localName : 'window'}`), true);
      }
    });
    await desk.page.keyboard.type(risky);
    await desk.seesWarning('hold');
    await desk.page.keyboard.press('Control+A');
    await desk.page.keyboard.press('Delete');
    await desk.seesNothing();
    await desk.page.keyboard.type(risky);
    await desk.seesWarning('hold');
    expect(await desk.focused()).toBe(true);
    expect(await desk.page.evaluate(() => window.__lost)).toEqual([]);
  });
}

/** Counts the Escapes that reach the page's own handlers. */
async function countEscapes(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    window.__escapes = 0;
    for (const name of ['keydown', 'keyup']) {
      addEventListener(name, (e) => (window.__escapes += Number((e as KeyboardEvent).key === 'Escape' && !e.defaultPrevented)), true);
    }
  });
  return () => page.evaluate(() => window.__escapes);
}

for (const name of ['x', 'mastodon', 'modal']) {
  test(`${name}: Escape is the page's unless our card is open`, async ({ look }) => {
    const desk = await look.open(name);
    await desk.type(risky);
    await desk.seesWarning('hold');
    await desk.opensCard();
    await desk.box.click();
    const escapes = await countEscapes(desk.page);
    await desk.page.keyboard.press('Escape');
    await expect.poll(() => desk.view()).toBe('chip');
    if (name === 'modal') await expect(desk.page.locator('dialog')).toHaveAttribute('open');
    const before = await escapes();
    expect(before, 'at most the key coming up').toBeLessThanOrEqual(1);
    await desk.page.keyboard.press('Escape');
    expect(await escapes()).toBe(before + 2);
    if (name === 'modal') await expect(desk.page.locator('dialog')).not.toHaveAttribute('open');
  });
}

test('modal: Escape in the card closes the card, not the dialog it is over', async ({ look }) => {
  const desk = await look.open('modal');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await desk.opensCard();
  await desk.page.keyboard.press('Escape');
  await expect.poll(() => desk.view()).toBe('chip');
  await expect(desk.page.locator('dialog')).toHaveAttribute('open');
  await expect.poll(() => desk.focused()).toBe(true);
});

test('two composers: the lines are in the one at hand', async ({ look }) => {
  onlyChromium('where lines stand is asked of our own world, which a driver of Firefox has no way into');
  const desk = await look.open('textarea');
  const other = desk.at('form:last-of-type textarea');
  await desk.type(`${risky}, again.`);
  await seesUnder(look, desk, words);
  await other.type(clear);
  await seesUnder(look, desk, []);
  await other.type('Her client Tomas Brandt, 9, is in foster care in Ruxton.');
  await other.seesWarning('hold');
  await desk.box.click();
  await seesUnder(look, desk, words);
});

const dark = 'html.dark body { background: #101418; color: #eee; }';
const paths: Record<string, (page: Page) => Promise<unknown>> = {
  'a class on the root': async (page) => {
    await page.addStyleTag({ content: dark });
    await page.evaluate(() => document.documentElement.classList.add('dark'));
  },
  'a style on the body': (page) => page.evaluate(() => (document.body.style.background = 'rgb(16, 20, 24)')),
  'the system': (page) => page.emulateMedia({ colorScheme: 'dark' }),
};

for (const [what, go] of Object.entries(paths)) {
  test(`the page goes dark by ${what}: lines and chip go with it`, async ({ look }) => {
    onlyChromium('the lines of a closed root have no computed colour for a driver of Firefox');
    const desk = await look.open('editable');
    await desk.type(`${risky}, again.`);
    await desk.seesWarning('hold');
    const run = await inside(look, desk.page);
    const colour = () => run<string>(`(() => {
      const host = [...document.documentElement.children].find((el) => el.localName.startsWith('look-'));
      const line = [...chrome.dom.openOrClosedShadowRoot(host).querySelectorAll('div > div')].find((el) => el.style.height === '4px' && el.style.display === 'block');
      return line ? getComputedStyle(line).borderTopColor : '';
    })()`);
    await expect.poll(colour).toBe('rgb(185, 28, 28)');
    await go(desk.page);
    await expect.poll(colour).toBe('rgb(252, 165, 165)');
    await expect.poll(async () => (await desk.frame()).evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });
}
