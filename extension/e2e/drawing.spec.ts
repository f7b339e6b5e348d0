// Underlines stand under their words, whatever the page does to the box they
// are in. The peers' bugs: harper #1472 (scroll), #2509 and #2477 (zoom),
// #1627 (transformed parents), #1978 (too low).
import { risky, test } from './look';
import { seesUnder } from './lines';

const words = ['Marisol Vega', '14', 'Tuesday', 'Osterville'];
const box = '[role="textbox"],form:first-of-type textarea';

/** Styles a page may have around or on its composer. */
const layouts: Record<string, string> = {
  'as it comes': '#root {}',
  'a smaller parent': '#root { transform: scale(0.7); transform-origin: 0 0; }',
  'a larger parent': '#root { transform: scale(1.4); transform-origin: 0 0; }',
  'scale and translate as properties of their own': '#root { scale: 1.2; translate: 30px 40px; transform-origin: 0 0; }',
  'two transformed parents': 'body { transform: translate(20px, 30px) scale(1.2); transform-origin: 0 0; } #root { transform: scale(0.8) translate(10px); }',
  'a parent stretched one way': '#root { transform: scale(1.4, 0.8); transform-origin: 0 0; }',
  'a tilted parent': '#root { transform: rotate(12deg); transform-origin: 0 0; margin-left: 120px; }',
  'a parent on its side': '#root { transform: rotate(90deg); transform-origin: 0 0; width: 500px; margin-left: 400px; }',
  'a parent on its head': '#root { rotate: 180deg; }',
  'perspective': 'body { perspective: 800px; } #root { transform: translateZ(120px); }',
  'will-change, contain and filter on the root': 'html { filter: saturate(0.9); will-change: transform; } body { contain: layout paint; }',
  'a transformed root': 'html { transform: translate(15px, 25px); }',
  'zoom of the parent': '#root { zoom: 1.5; }',
  'zoom of the box itself': `${box} { zoom: 0.8; }`,
  'zoom of the root': 'html { zoom: 1.3; }',
  'zoom in zoom': 'html { zoom: 1.2; } #root { zoom: 0.7; }',
  'right to left': `${box} { direction: rtl; }`,
  'right to left with an override': `${box} { direction: rtl; unicode-bidi: plaintext; text-align: end; }`,
  'centred': `${box} { text-align: center; }`,
  'justified over lines': `${box} { text-align: justify; width: 280px; }`,
  'spaced letters, spaced words, an indent': `${box} { letter-spacing: 2px; word-spacing: 5px; text-indent: 40px; }`,
  'capitals': `${box} { text-transform: uppercase; font-variant: small-caps; }`,
  'tall lines': `${box} { line-height: 3; }`,
  'tight lines': `${box} { line-height: 1; font: italic bold 21px/1 serif; }`,
  'odd paddings and borders': `${box} { padding: 3px 31px 7px 17px; border: solid; border-width: 1px 2px 5px 11px; box-sizing: content-box; width: 360px; }`,
  'a scroll bar that takes room': `${box} { overflow-y: scroll; width: 300px; scrollbar-gutter: stable; }`,
  'one column of three': '#root { columns: 3; height: 200px; } body { max-width: none; }',
  'a small box in a grid': 'body { display: grid; place-items: center; height: 90vh; } #root { width: 300px; }',
  'a fixed box': '#root { position: fixed; bottom: 90px; right: 20px; width: 420px; }',
  'lines from top to bottom': `${box} { writing-mode: vertical-rl; height: 420px; width: 200px; }`,
  'lines from bottom to top': `${box} { writing-mode: sideways-lr; height: 420px; width: 200px; }`,
};

for (const name of ['textarea', 'editable']) {
  for (const [layout, content] of Object.entries(layouts)) {
    test(`${name}: ${layout}`, async ({ look }) => {
      const desk = await look.open(name);
      await desk.page.addStyleTag({ content });
      await desk.type(`${risky}, again.`);
      await desk.seesWarning('hold');
      await seesUnder(look, desk, words);
    });
  }
}
