// Where the words of a textarea are. A field tells nobody, so its text is laid
// out again with the same metrics in our closed root and measured there.
//
// The mirror is visibility: hidden and user-select: none. Hidden text is still
// laid out, but neither find-in-page nor a selection can reach it, so the page
// reads nothing from it and Ctrl+F does not find the draft twice. It holds one
// text node and no mark of any finding: even laid bare it is the field's own
// text. It is filled only while there is something to underline.

import { layerDiv, style } from './style';
import type { Rect } from './rects';
import type { Place } from './remap';
import { around, type Turn } from './turn';

const METRICS = [
  'font-family', 'font-size', 'font-style', 'font-weight', 'font-stretch', 'font-variant', 'font-kerning', 'font-feature-settings',
  'font-variation-settings', 'font-size-adjust', 'line-height', 'letter-spacing', 'word-spacing', 'text-transform', 'text-indent',
  'text-align', 'text-rendering', 'tab-size', 'direction', 'unicode-bidi', 'writing-mode', 'word-break', 'overflow-wrap',
  'line-break', 'hyphens', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left',
];

type Field = HTMLTextAreaElement | HTMLInputElement;

export class Mirror {
  readonly el = layerDiv({
    left: '0', top: '0', visibility: 'hidden', 'user-select': 'none', '-webkit-user-select': 'none', contain: 'layout style',
    'box-sizing': 'border-box',
  });
  private readonly text = document.createTextNode('');
  private readonly range = document.createRange();
  private of: Field | null = null;
  private width = -1;

  constructor() {
    this.el.setAttribute('aria-hidden', 'true');
    this.el.append(this.text);
  }

  /** Viewport rectangles of the places in the field's text. */
  rects(field: Field, text: string, places: readonly Place[], turn: Turn | null): Rect[][] {
    this.follow(field);
    if (this.text.data !== text) this.text.data = text;
    const own = this.el.getBoundingClientRect();
    const scale = this.el.offsetWidth > 0 ? own.width / this.el.offsetWidth : 1; // of zoom and of the layer
    const dx = field.clientLeft - field.scrollLeft;
    const dy = field.clientTop - field.scrollTop + this.lead(field, this.el.offsetHeight);
    const onScreen = screenOf(field, turn);
    return places.map((p) => {
      this.range.setStart(this.text, p.start);
      this.range.setEnd(this.text, Math.min(p.end, text.length));
      return [...this.range.getClientRects()].map((r) => onScreen({
        left: (r.left - own.left) / scale + dx,
        right: (r.right - own.left) / scale + dx,
        top: (r.top - own.top) / scale + dy,
        bottom: (r.bottom - own.top) / scale + dy,
      }));
    });
  }

  clear(): void {
    this.text.data = '';
    this.of = null;
  }

  /** Styles may have changed: copy them again at the next measure. */
  stale(): void {
    this.of = null;
  }

  private follow(field: Field): void {
    if (field === this.of && field.clientWidth === this.width) return;
    this.of = field;
    this.width = field.clientWidth;
    const from = getComputedStyle(field);
    const down = !from.writingMode.startsWith('horizontal');
    const rules: Record<string, string> = {
      width: `${field.clientWidth}px`,
      height: down ? `${field.clientHeight}px` : 'auto',
      zoom: `${zoomOf(field) / zoomOf(this.el.parentElement ?? this.el)}`,
    };
    for (const name of METRICS) rules[name] = from.getPropertyValue(name);
    const wraps = field instanceof HTMLTextAreaElement && field.wrap !== 'off' && !from.whiteSpace.startsWith('nowrap');
    rules['white-space'] = wraps ? 'pre-wrap' : 'pre';
    style(this.el, rules);
  }

  // One line in a taller field stands in its middle.
  private lead(field: Field, height: number): number {
    return field instanceof HTMLInputElement ? (field.clientHeight - height) / 2 : 0;
  }
}

// A field is laid out in px of its own; zoom and transforms make them larger,
// smaller or turned on the screen.
function screenOf(field: Field, turn: Turn | null): (r: Rect) => Rect {
  const box = field.getBoundingClientRect();
  const w = field.offsetWidth || 1;
  const h = field.offsetHeight || 1;
  if (turn) {
    const zoom = zoomOf(field);
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    return (r) => around(turn, middle, {
      x: ((r.left + r.right - w) / 2) * zoom, y: ((r.top + r.bottom - h) / 2) * zoom,
      w: (r.right - r.left) * zoom, h: (r.bottom - r.top) * zoom,
    });
  }
  const sx = box.width / w;
  const sy = box.height / h;
  return (r) => ({ left: box.left + r.left * sx, right: box.left + r.right * sx, top: box.top + r.top * sy, bottom: box.top + r.bottom * sy });
}

/** The zoom of el and all that it is in; not every browser tells. */
function zoomOf(el: Element): number {
  return (el as Element & { currentCSSZoom?: number }).currentCSSZoom ?? 1;
}
