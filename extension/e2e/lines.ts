// What stands over our underlines, told by the browser's own hit test: the
// caret that a press right above a line's two ends would give. It shares no
// code and no question with the drawing, which measures ranges.
import { expect } from '@playwright/test';
import type { Desk } from './desk';
import { inside } from './inside';
import type { Look } from './look';

interface Underlined {
  /** The words between the carets at a line's ends, one entry a line, in the draft's order. */
  words: string[];
  /** How far each line is from the lower edge of its words' line box, px; positive is too low. */
  low: number[];
}

// Runs in the content script's world. Ends are taken a little inside the line,
// so that a caret rounds to the word's own edge.
const ask = `(() => {
  const open = (el) => el.shadowRoot ?? (el instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(el) : null);
  const all = (root) => [...root.querySelectorAll('*')].flatMap((el) => [el, ...(open(el) && !el.localName.startsWith('look-') ? all(open(el)) : [])]);
  const hosts = all(document).filter((el) => el.localName.startsWith('look-'));
  const lines = hosts.flatMap((host) => [...open(host).querySelectorAll('div > div')])
    .filter((el) => el.style.display === 'block' && el.style.height === '4px');
  const at = (x, y) => {
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots: all(document).map(open).filter(Boolean) });
    if (!caret) return null;
    const node = caret.offsetNode;
    if (node.value !== undefined) return { box: node, offset: caret.offset, text: node.value, rect: caret.getClientRect() };
    let box = node.nodeType === 1 ? node : node.parentElement;
    while (box?.parentElement?.isContentEditable) box = box.parentElement;
    const before = document.createRange();
    before.setStart(box, 0);
    before.setEnd(node, caret.offset);
    return { box, offset: before.toString().length, text: box.textContent, rect: caret.getClientRect() };
  };
  const found = lines.map((el) => {
    const angle = parseFloat(/rotate\\((-?[\\d.]+)rad/.exec(el.style.transform)?.[1] ?? '0');
    const box = el.getBoundingClientRect();
    const centre = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    const along = { x: Math.cos(angle), y: Math.sin(angle) };
    const half = angle ? parseFloat(el.style.width) / 2 : box.width / 2;
    // up: from the line towards its words.
    const point = (t, up) => [centre.x + along.x * t + along.y * up, centre.y + along.y * t - along.x * up];
    const a = at(...point(-half + 1.5, 7));
    const b = at(...point(half - 1.5, 7));
    if (!a || !b || a.box !== b.box) return { from: 1e9, words: '?', low: 0 };
    const [from, to] = [a.offset, b.offset].sort((m, n) => m - n);
    const middle = at(...point(0, 7)); // at an end the caret may stand in the line before
    return { from, words: a.text.slice(from, to), low: middle.rect && !angle ? centre.y - middle.rect.bottom : 0 };
  }).sort((m, n) => m.from - n.from);
  return { words: found.map((f) => f.words), low: found.map((f) => f.low) };
})()`;

/** Asks what is underlined now. */
export async function underlined(look: Look, desk: Desk): Promise<() => Promise<Underlined>> {
  const run = await inside(look, desk.page);
  return () => run<Underlined>(ask);
}

/** Waits until the lines stand under exactly these words, character by character, neither too high nor too low. */
export async function seesUnder(look: Look, desk: Desk, words: string[]): Promise<void> {
  const run = await underlined(look, desk);
  // Words that wrap have a line a piece, and the space that hangs at a line's end one of its own.
  const letters = (all: string[]) => all.join('').replace(/\s/g, '');
  const seen = async () => {
    const now = await run();
    return { words: letters(now.words), far: now.low.filter((px) => Math.abs(px) >= 4) };
  };
  await expect.poll(seen, { message: 'words over the lines, and px from their foot', timeout: 5_000 }).toEqual({ words: letters(words), far: [] });
}
