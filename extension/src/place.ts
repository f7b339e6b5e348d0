// Where chip, card and dialog go: beside the composer, inside the viewport, off
// the controls. Never beside the words: their place would tell the page.

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

const gap = 6;

/** Area in px² that a and b share. */
export function overlap(a: Box, b: Box): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

/** The chip: at a corner of the composer, off its controls and, where it can be, off its text. */
export function placeChip(box: Box, view: Box, size: { w: number; h: number }, avoid: readonly Box[]): Box {
  const right = box.x + box.w - size.w;
  const below = box.y + box.h + gap;
  const over = box.y - size.h - gap;
  const low = box.y + box.h - size.h - gap;
  const off = [...avoid, box];
  const outside: [number, number][] = [
    [right, below], [right, over], [box.x, below], [box.x, over], [box.x + box.w + gap, low], [box.x - size.w - gap, low],
  ];
  const found = best(view, size, off, outside);
  if (off.every((a) => overlap(found, a) === 0)) return found;
  const far = box.h < 2 * (size.h + gap) ? best(view, size, off, beyond(box, size, avoid)) : null;
  if (far && off.every((a) => overlap(far, a) === 0)) return far;
  return best(view, size, avoid, [[right - gap, low], [right - gap, box.y + gap], [found.x, found.y]]);
}

// Past the controls around a box so low that the chip would cover its text.
function beyond(box: Box, size: { w: number; h: number }, avoid: readonly Box[]): [number, number][] {
  const by = 160; // px
  const near = avoid.filter((a) => a.y < box.y + box.h + by && a.y + a.h > box.y - by);
  const under = Math.max(box.y + box.h, ...near.map((a) => a.y + a.h)) + gap;
  const over = Math.min(box.y, ...near.map((a) => a.y)) - size.h - gap;
  const right = box.x + box.w - size.w;
  return [[right, under], [box.x, under], [right, over], [box.x, over]];
}

/** The card: below, above or beside the composer, covering neither it nor its controls. */
export function placeCard(box: Box, view: Box, size: { w: number; h: number }, avoid: readonly Box[]): Box {
  const below = box.y + box.h + gap;
  const over = box.y - size.h - gap;
  const right = box.x + box.w - size.w;
  // A control that is covered is worse than some of the text.
  return best(view, size, [...avoid.flatMap((a) => Array<Box>(20).fill(a)), box], [
    [right, below], [box.x, below], [right, over], [box.x, over], [box.x + box.w + gap, box.y], [box.x - size.w - gap, box.y],
    [view.w - size.w, view.h - size.h], [0, view.h - size.h], [view.w - size.w, 0], [0, 0], [box.x, box.y],
  ]);
}

/** The dialog's size in a window: what it cannot have in width it has in height, for its question to be seen whole. */
export function dialogIn(view: Box, size: { w: number; h: number }): { w: number; h: number } {
  const w = Math.min(size.w, view.w);
  return { w, h: Math.min(Math.round(size.h * Math.min(size.w / w, 1.3)), view.h) };
}

/** The dialog: in the middle. */
export function placeDialog(view: Box, size: { w: number; h: number }): Box {
  return fit({ x: (view.w - size.w) / 2, y: (view.h - size.h) / 2, ...size }, view);
}

function best(view: Box, size: { w: number; h: number }, avoid: readonly Box[], corners: [number, number][]): Box {
  let found: Box | null = null;
  let least = Infinity;
  for (const [x, y] of corners) {
    const at = fit({ x, y, ...size }, view);
    const covers = avoid.reduce((sum, a) => sum + overlap(at, a), 0);
    if (covers < least) [found, least] = [at, covers];
  }
  return found!;
}

function fit(at: Box, view: Box): Box {
  const x = Math.max(0, Math.min(at.x, view.w - at.w));
  const y = Math.max(0, Math.min(at.y, view.h - at.h));
  return { x: Math.round(x), y: Math.round(y), w: at.w, h: at.h };
}
