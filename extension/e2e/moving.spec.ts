// The words move after they were underlined, and the lines go with them.
// harper #1472 (scroll), #2477 and #2509 (zoom), #1627 (transforms): there the
// lines stayed where the words had been.
import type { Desk } from './desk';
import { expect, type Look, risky, test } from './look';
import { seesUnder, underlined } from './lines';
import { frontTab } from './tabs';

const words = ['Marisol Vega', '14', 'Tuesday', 'Osterville'];
const draft = `${risky}, again.`;
const box = '[role="textbox"],form:first-of-type textarea';

interface Move {
  /** Styles of the page from the start. */
  from?: string;
  act(desk: Desk, look: Look): Promise<unknown>;
}

const css = (content: string) => (desk: Desk) => desk.page.addStyleTag({ content });
const large = (desk: Desk) => desk.page.evaluate(() => document.documentElement.classList.add('large'));
const run = (f: () => unknown) => (desk: Desk) => desk.page.evaluate(f);

const moves: Record<string, Move> = {
  'the page is scrolled': { from: 'body { padding: 300px 0 2000px; }', act: run(() => scrollBy(0, 130)) },
  'the page is scrolled sideways': { from: 'html { width: 3000px; }', act: run(() => scrollBy(15, 0)) },
  'a scroller around it is scrolled': {
    from: '#root { height: 300px; overflow: auto; padding: 90px 0; border: 1px solid; } #root::after { content: ""; display: block; height: 900px; }',
    act: run(() => document.querySelector('#root')!.scrollBy(0, 60)),
  },
  'two fingers enlarge the page': {
    act: async (desk, look) => (await look.context.newCDPSession(desk.page)).send('Emulation.setPageScaleFactor', { pageScaleFactor: 1.7 }),
  },
  'the browser zooms': { act: (desk, look) => zoomTab(look, desk, 1.5) },
  'the browser zooms out': { act: (desk, look) => zoomTab(look, desk, 0.67) },
  'the window gets narrow': { act: (desk) => desk.page.setViewportSize({ width: 380, height: 600 }) },
  'something grows above it': { act: run(() => { document.querySelector('#root')!.before(Object.assign(document.createElement('p'), { textContent: 'A banner' })); }) },
  'the box gets narrow': { act: css(`${box} { width: 250px !important; }`) },
  'a parent is transformed': { act: css('#root { transform: translate(70px, 50px) scale(0.8); }') },
  'a parent is turned': { act: css('#root { rotate: 8deg; transform-origin: 0 0; margin-left: 80px; }') },
  'a parent glides': { act: css('#root { transition: transform 0.3s; } @starting-style { #root { transform: none; } } #root { transform: translateX(120px); }') },
  'a class makes the type larger': { act: large, from: `${box} { height: 220px; } .large :is(${box}) { font-size: 22px; }` },
  'a class spaces the letters in a box that keeps its size': { act: large, from: `${box} { height: 220px; } .large :is(${box}) { letter-spacing: 3px; }` },
  'a font arrives late': {
    from: `${box} { font-family: Late, monospace; height: 220px; }`,
    act: run(() => { document.fonts.add(new FontFace('Late', 'local("DejaVu Serif"), local("Liberation Serif"), local("Noto Serif")', { sizeAdjust: '140%' } as FontFaceDescriptors)); }),
  },
};

async function zoomTab(look: Look, desk: Desk, factor: number): Promise<void> {
  await desk.page.bringToFront();
  await (await look.worker()).evaluate(([tab, by]) => chrome.tabs.setZoom(tab!, by!), [await frontTab(look), factor]);
}

for (const name of ['textarea', 'editable']) {
  for (const [what, { from, act }] of Object.entries(moves)) {
    test(`${name}: ${what}`, async ({ look }) => {
      const desk = await look.open(name);
      if (from) await desk.page.addStyleTag({ content: from });
      await desk.type(draft);
      await desk.seesWarning('hold');
      await seesUnder(look, desk, words);
      await act(desk, look);
      await seesUnder(look, desk, words);
      if (what.startsWith('the browser zooms')) await zoomTab(look, desk, 1);
    });
  }

  test(`${name}: its own scroll bar; what is out of sight has no line`, async ({ look }) => {
    const desk = await look.open(name);
    await desk.page.addStyleTag({ content: `${box} { height: 120px; overflow: auto; }` });
    await desk.type(draft);
    await desk.seesWarning('hold');
    await desk.box.press('Control+Home');
    for (let i = 0; i < 9; i++) await desk.page.keyboard.press('Enter');
    await desk.box.press('Control+End');
    for (let i = 0; i < 2; i++) await desk.page.keyboard.press('Enter');
    await desk.box.evaluate((el) => (el.scrollTop = 10_000));
    await seesUnder(look, desk, words);
    await desk.box.evaluate((el) => (el.scrollTop -= 13));
    await seesUnder(look, desk, words);
    await desk.box.evaluate((el) => (el.scrollTop = 0));
    await seesUnder(look, desk, []);
  });
}

test('a page in a hurry: lines follow a box that moves at every frame, and rest where it rests', async ({ look }) => {
  const desk = await look.open('editable');
  await desk.type(draft);
  await desk.seesWarning('hold');
  const now = await underlined(look, desk);
  await desk.box.evaluate((el) => new Promise<void>((done) => {
    let n = 0;
    const step = (): void => {
      el.style.marginTop = `${Math.min(n, 40)}px`;
      if (n++ < 41) requestAnimationFrame(step);
      else done();
    };
    step();
  }));
  await expect.poll(async () => (await now()).words.join()).toBe(words.join());
});
