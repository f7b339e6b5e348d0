// Composers that a page takes away: with a check on its way, with the card
// open. Nothing of ours is left on the screen, nothing is
// thrown, and nothing of the page's is kept in memory (EDITORS.md: detached
// nodes).
import type { Desk } from './desk';
import { expect, type Look, risky, test } from './look';

/** Whether the composer outlives a collection of garbage, once the page has let go of it. */
async function isKept(look: Look, desk: Desk): Promise<() => Promise<boolean>> {
  const cdp = await look.context.newCDPSession(desk.page);
  await desk.page.evaluate((css) => {
    (window as unknown as { __box: WeakRef<Element> }).__box = new WeakRef(document.querySelector(css)!);
  }, desk.f.composer);
  return async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    return desk.page.evaluate(() => (window as unknown as { __box: WeakRef<Element> }).__box.deref() !== undefined);
  };
}

/** Writes as a script does: a browser's own undo history would keep the nodes that were typed in. */
const write = (desk: Desk) => desk.box.evaluate((el, text) => {
  el.focus();
  if (el instanceof HTMLTextAreaElement) el.value = text;
  else el.textContent = text;
  el.dispatchEvent(new InputEvent('input', { bubbles: true }));
}, risky);

/** The page's own script holds on to its box for good; not to one that took its place. */
const standsAlone = (desk: Desk) => desk.box.evaluate((el) => el.replaceWith(el.cloneNode(true)));

const takeAway = (desk: Desk) => desk.page.evaluate(() => document.querySelector('#root')!.replaceChildren());

const before: Record<string, (desk: Desk) => Promise<unknown>> = {
  'with a check on its way': async () => {},
  'with a warning on': (desk) => desk.seesWarning('hold'),
  'with the card open': async (desk) => {
    await desk.seesWarning('hold');
    await desk.opensCard();
  },
};

for (const name of ['textarea', 'editable', 'modal']) {
  for (const [when, act] of Object.entries(before)) {
    test(`${name}: taken away ${when}: nothing is left of it`, async ({ look }) => {
      const desk = await look.open(name);
      if (name !== 'textarea') await standsAlone(desk);
      const kept = await isKept(look, desk);
      await write(desk);
      await act(desk);
      await takeAway(desk);
      await expect.poll(() => desk.underlines(), { message: 'underlines' }).toBe(0);
      await expect.poll(kept, { message: 'the composer is in memory' }).toBe(false);
      expect(await desk.page.evaluate(() => window.__errors)).toEqual([]);
    });
  }
}
