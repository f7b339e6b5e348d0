// How a composer stands on the screen: turned, tilted or mirrored by transforms
// above it, its lines running across or down. A browser tells of words only the
// upright rectangle around them; the line at their foot is found from that.

import type { Rect } from './rects';
import { parentOf } from './tree';

/** The linear part of all transforms over a box: x' = a x + c y, y' = b x + d y. */
export interface Turn {
  a: number;
  b: number;
  c: number;
  d: number;
  /** How the lines of the box run in the box itself, radians. */
  flow: number;
  /** Height of a line's words in the box, px, where it cannot be told. */
  tall: number;
}

/** A line along the foot of words: where it starts, its length, its direction in radians. */
export interface Foot {
  x: number;
  y: number;
  w: number;
  angle: number;
}

/** How box is turned; null where it stands upright and its lines run across. */
export function turnOf(box: Element): Turn | null {
  const { writingMode, fontSize } = getComputedStyle(box);
  const flow = writingMode === 'horizontal-tb' ? 0 : writingMode === 'sideways-lr' ? -Math.PI / 2 : Math.PI / 2;
  let all = new DOMMatrix();
  for (let n: Element | null = box; n; n = parentOf(n)) {
    const { transform, rotate, scale } = getComputedStyle(n);
    if (transform === 'none' && rotate === 'none' && scale === 'none') continue;
    all = matrixOf(rotate, scale, transform).multiply(all);
  }
  const { a, b, c, d } = all;
  if (flow === 0 && Math.abs(b) < 1e-4 && Math.abs(c) < 1e-4 && a > 0 && d > 0) return null;
  return { a, b, c, d, flow, tall: parseFloat(fontSize) * 1.2 };
}

function matrixOf(rotate: string, scale: string, transform: string): DOMMatrix {
  const turned = /^-?[\d.e-]+deg$/.test(rotate) ? new DOMMatrix(`rotate(${rotate})`) : new DOMMatrix();
  const [x = 1, y = x] = scale === 'none' ? [] : scale.split(' ').map(Number);
  return turned.scale(x, y).multiply(new DOMMatrix(transform));
}

/** The upright rectangle around a rectangle of w × h in the box, its middle (x, y) from the box's own. */
export function around({ a, b, c, d }: Turn, middle: { x: number; y: number }, at: { x: number; y: number; w: number; h: number }): Rect {
  const x = middle.x + a * at.x + c * at.y;
  const y = middle.y + b * at.x + d * at.y;
  const w = (Math.abs(a) * at.w + Math.abs(c) * at.h) / 2;
  const h = (Math.abs(b) * at.w + Math.abs(d) * at.h) / 2;
  return { left: x - w, right: x + w, top: y - h, bottom: y + h };
}

/** The foot of the words that r is around. */
export function footOf(r: Rect, turn: Turn | null): Foot {
  if (!turn) return { x: r.left, y: r.bottom, w: r.right - r.left, angle: 0 };
  const cos = Math.cos(turn.flow);
  const sin = Math.sin(turn.flow);
  const a = turn.a * cos + turn.c * sin;
  const b = turn.b * cos + turn.d * sin;
  const c = turn.c * cos - turn.a * sin;
  const d = turn.d * cos - turn.b * sin;
  const [w, h] = sidesOf(r.right - r.left, r.bottom - r.top, { a, b, c, d }, turn.tall);
  return {
    x: (r.left + r.right - a * w + c * h) / 2,
    y: (r.top + r.bottom - b * w + d * h) / 2,
    w: w * Math.hypot(a, b),
    angle: Math.atan2(b, a),
  };
}

// Width and height of what was turned, from the upright W × H around it. Near
// an eighth of a turn the two cannot be told apart, and the type's size stands in.
function sidesOf(W: number, H: number, m: { a: number; b: number; c: number; d: number }, tall: number): [number, number] {
  const [a, b, c, d] = [m.a, m.b, m.c, m.d].map(Math.abs) as [number, number, number, number];
  const det = a * d - b * c;
  if (Math.abs(det) > 0.3 * (a * d + b * c)) return [(d * W - c * H) / det, (a * H - b * W) / det];
  return [Math.max(0, (W - c * tall) / a), tall];
}
