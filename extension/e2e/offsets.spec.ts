// harper #609: off by one after an emoji. In every editor the lines stand under
// the very words, whatever units stand before, between and after them; and what
// is posted is unit by unit what was written.
import { fixtures } from './editors';
import { expect, test } from './look';
import { seesUnder } from './lines';

const odd = {
  'a family, a flag, a skin tone': '👩‍👩‍👧‍👦🇩🇪👍🏽',
  'combining marks': 'cafe\u0301 n\u0061\u0308\u0323ive',
  'letters beyond the first plane': '𝔟𝔲𝔰 𠮷',
  'words from right to left': 'שלום مرحبا',
};

for (const f of fixtures.filter((one) => one.name !== 'x-modal')) {
  for (const [what, units] of Object.entries(odd)) {
    test(`${f.name}: ${what}`, async ({ look }) => {
      const desk = await look.open(f);
      const draft = `So ${units} my client Marisol Vega, 14, ${units} goes to court ${units} Tuesday in Osterville, again ${units}.`;
      await desk.insert(draft);
      await desk.seesWarning('hold');
      await seesUnder(look, desk, ['Marisol Vega', '14', 'Tuesday', 'Osterville']);
      await (await desk.postButton()).click();
      await desk.seesDialog();
      await desk.answer('post');
      await expect.poll(() => desk.posts()).toEqual([draft]);
    });
  }
}
