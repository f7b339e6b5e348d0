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

const METRICS = [
  'font-family', 'font-size', 'font-style', 'font-weight', 'font-stretch', 'font-variant', 'font-kerning', 'font-feature-settings',
  'font-variation-settings', 'font-size-adjust', 'line-height', 'letter-spacing', 'word-spacing', 'text-transform', 'text-indent',
  'text-align', 'text-rendering', 'tab-size', 'direction', 'unicode-bidi', 'writing-mode', 'word-break', 'overflow-wrap',
  'line-break', 'hyphens', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left', 'zoom',
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
  rects(field: Field, text: string, places: readonly Place[]): Rect[][] {
    this.follow(field);
    if (this.text.data !== text) this.text.data = text;
    const own = this.el.getBoundingClientRect();
    const box = field.getBoundingClientRect();
    const sx = field.offsetWidth > 0 ? box.width / field.offsetWidth : 1;
    const sy = field.offsetHeight > 0 ? box.height / field.offsetHeight : 1;
    const dx = field.clientLeft - field.scrollLeft - own.left;
    const dy = field.clientTop - field.scrollTop - own.top + this.lead(field, own.height);
    return places.map((p) => {
      this.range.setStart(this.text, p.start);
      this.range.setEnd(this.text, Math.min(p.end, text.length));
      return [...this.range.getClientRects()].map((r) => ({
        left: box.left + (r.left + dx) * sx,
        right: box.left + (r.right + dx) * sx,
        top: box.top + (r.top + dy) * sy,
        bottom: box.top + (r.bottom + dy) * sy,
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
    const rules: Record<string, string> = { width: `${field.clientWidth}px` };
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
