// Whether the frame that this page is in lies bare on the screen. Chromium says
// "not to be seen" also of what lies under a box that shows nothing: TinyMCE's
// focus ring and the stops of WordPress's canvas cover their editors whole, are
// empty and let every press through. Where that is all that there is, the frame
// is as good as seen, and our hit test stands in (sight.ts).
//
// Asked of pages of one origin, up to the top; where a page around is of
// another, nobody can tell and the answer is no. What is doubtful is a cover.

import type { Rect } from './rects';
import { holds, parentOf, shadowOf } from './tree';

/** A ring around an editor, px. */
const thin = 4;
/** A page may be laid out smaller; smaller than this the words cannot be read. */
const least = 0.6;
const TOP = 'dialog:modal,:popover-open,:fullscreen';
const PICTURES = 'img,video,canvas,svg,iframe,object,embed,input,textarea,select,button,progress,meter';

/** area: where our frame is, viewport px; host: our element, in the top layer of this page. */
export function isBare(area: Rect, host: Element): boolean {
  const frames = around(window);
  if (!frames || frames.length === 0 || !isAlone(host)) return false;
  let at = area;
  return frames.every((frame) => {
    at = outside(at, frame as HTMLElement);
    return shows(frame, at);
  });
}

/** The frames that a page is in, the innermost first; null where a page around is of another origin. */
function around(page: Window): Element[] | null {
  if (page.parent === page) return [];
  const frame = page.frameElement;
  const rest = frame && around(page.parent);
  return frame && rest && [frame, ...rest];
}

// Nothing of the page's is in the top layer, where it could lie over ours.
function isAlone(host: Element): boolean {
  return [...host.ownerDocument.querySelectorAll(TOP)].every((el) => holds(el, host));
}

/** What is at inner in frame's page, in the page around. */
function outside(inner: Rect, frame: HTMLElement): Rect {
  const { left, top, width } = frame.getBoundingClientRect();
  const scale = frame.offsetWidth > 0 ? width / frame.offsetWidth : 1;
  const x = (n: number): number => left + (frame.clientLeft + n) * scale;
  const y = (n: number): number => top + (frame.clientTop + n) * scale;
  return { left: x(inner.left), right: x(inner.right), top: y(inner.top), bottom: y(inner.bottom) };
}

function shows(frame: Element, at: Rect): boolean {
  const under = new Set<Element>();
  for (let n: Element | null = frame; n; n = parentOf(n)) under.add(n);
  if (![...under].every(isPlain)) return false;
  const root = frame.getRootNode() as Document | ShadowRoot;
  const parts = [0.08, 0.5, 0.92];
  const free = parts.every((x) => parts.every((y) =>
    root.elementFromPoint(at.left + x * (at.right - at.left), at.top + y * (at.bottom - at.top)) === frame));
  return free && below(frame.ownerDocument).every((el) => !covers(el, under.has(el), at));
}

// Shown as it is: at most moved, or made a little smaller.
function isPlain(el: Element): boolean {
  const { opacity, filter, clipPath, maskImage, mixBlendMode, transform, rotate } = getComputedStyle(el);
  if (opacity !== '1' || mixBlendMode !== 'normal') return false;
  if ([filter, clipPath, maskImage, rotate].some((v) => v !== '' && v !== 'none')) return false;
  const { a, b, c, d, is2D } = new DOMMatrix(transform === 'none' ? '' : transform);
  return is2D && b === 0 && c === 0 && a >= least && d >= least && ((el as HTMLElement).currentCSSZoom ?? 1) >= least;
}

/** Every element in or below root, through shadow roots. */
function below(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((el) => {
    const inside = shadowOf(el);
    return inside ? [el, ...below(inside)] : [el];
  });
}

// What presses go through is not told by a hit test. What holds the frame lies
// under it, save for what is generated in it.
function covers(el: Element, under: boolean, at: Rect): boolean {
  if (!under && !meets(el.getBoundingClientRect(), at)) return false;
  const boxes = under ? ['::before', '::after'] : ['', '::before', '::after'];
  return boxes.some((part) => paints(el, part));
}

function meets(a: Rect, b: Rect): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

function paints(el: Element, part: string): boolean {
  const s = getComputedStyle(el, part || null);
  if (part !== '' && (s.content === 'none' || s.content === 'normal')) return false;
  if (s.display === 'none' || s.pointerEvents !== 'none' || s.visibility !== 'visible' || s.opacity === '0') return false;
  const ring = [s.borderTopWidth, s.borderRightWidth, s.borderBottomWidth, s.borderLeftWidth].map(parseFloat);
  const filled = !/^(transparent|rgba\(.*, 0\))$/.test(s.backgroundColor) || s.backgroundImage !== 'none' || s.boxShadow !== 'none';
  const alters = [s.backdropFilter, s.filter].some((v) => v !== undefined && v !== '' && v !== 'none') || s.mixBlendMode !== 'normal';
  const says = part === '' ? el.matches(PICTURES) || ownText(el) !== '' : !/^(""|'')$/.test(s.content);
  return filled || alters || says || ring.some((w) => w > thin) || s.borderImageSource !== 'none';
}

function ownText(el: Element): string {
  return [...el.childNodes].map((n) => (n.nodeType === Node.TEXT_NODE ? (n as Text).data : '')).join('').trim();
}
