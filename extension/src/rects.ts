// Where the words of a draft are on the screen, and how much of it shows.

import type { Piece } from './extract';
import type { Place } from './remap';
import { parentOf } from './tree';

/** Edges in viewport pixels. */
export interface Rect {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Viewport rectangles of a place in an editor, a line each or more. */
export function rectsOf(pieces: readonly Piece[], place: Place): Rect[] {
  const rects: Rect[] = [];
  for (let i = firstAt(pieces, place.start); i < pieces.length && pieces[i]!.start < place.end; i++) {
    const p = pieces[i]!;
    if (!p.node.isConnected) continue;
    if (!(p.node instanceof Text)) {
      rects.push(p.node.getBoundingClientRect());
      continue;
    }
    // A range in one text node: a wider one would also give the boxes of the
    // elements that it holds.
    const from = p.at + Math.max(0, place.start - p.start);
    const to = Math.min(p.at + Math.min(place.end, p.end) - p.start, p.node.length);
    if (to <= from) continue;
    const range = document.createRange();
    range.setStart(p.node, from);
    range.setEnd(p.node, to);
    rects.push(...range.getClientRects());
  }
  return rects;
}

function firstAt(pieces: readonly Piece[], start: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (pieces[mid]!.end <= start) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Elements whose boxes cut off what stands in box: itself and scrolling ancestors. */
export function clipsOf(box: Element): Element[] {
  const clips: Element[] = [];
  for (let n: Element | null = box; n && n !== document.documentElement; n = parentOf(n)) {
    const { overflowX, overflowY, position } = getComputedStyle(n);
    if (n === box || (n !== document.body && (overflowX !== 'visible' || overflowY !== 'visible'))) clips.push(n);
    if (position === 'fixed') break;
  }
  return clips;
}

/** The part of the viewport in which all of clips show; null where nothing does. */
export function visible(clips: readonly Element[]): Rect | null {
  let left = 0;
  let top = 0;
  let right = innerWidth;
  let bottom = innerHeight;
  for (const clip of clips) {
    const r = clip.getBoundingClientRect();
    left = Math.max(left, r.left);
    top = Math.max(top, r.top);
    right = Math.min(right, r.right);
    bottom = Math.min(bottom, r.bottom);
  }
  return right > left && bottom > top ? { left, right, top, bottom } : null;
}
