// Whether the worker really has the card or the dialog before them. A page can
// cover our frame, shrink it or take it away, so that a press meant for
// something else lands in it; a press counts only where the frame was to be
// seen, at rest, for a while. The frame's own observer (Chromium) tells of all
// that covers or fades it; what it cannot tell, and where there is none, is
// tested here. In a page's frame it takes an empty box over that frame for a
// cover; bare-frame.ts looks again. Runs while card or dialog is open, and only then.

import { isBare } from './bare-frame';
import type { FrameLink } from './frame-link';
import type { Guard } from './guard';
import type { Host } from './host';
import type { FromFrame } from './protocol';

const beat = 125; // ms
/** Seen and at rest for this long, a press counts, ms. */
const settling = 500;
/** Beats without being seen, one second together, after which nobody waits for an answer. */
const patience = 8;
/** A page may be laid out smaller; smaller than this the words cannot be read. */
const least = 0.6;

export class Sight {
  private tells = false;
  private seen: boolean | null = null;
  private at = '';
  private since = Infinity;
  private missed = 0;
  private told = false;
  private cancel: (() => void) | null = null;

  /** onLost runs once when the open card or dialog was not to be seen for a second. */
  constructor(
    private readonly guard: Guard,
    private readonly host: Host,
    private readonly frame: FrameLink,
    private readonly onLost: () => void,
  ) {}

  /** Seen, at rest, and for long enough to have been read. */
  get settled(): boolean {
    return this.rests(this.where(), this.isKnown);
  }

  private rests(at: string, known: boolean): boolean {
    return this.cancel !== null && at === this.at && known && performance.now() - this.since >= settling;
  }

  hear(m: FromFrame): void {
    if (m.t === 'ready') [this.tells, this.seen] = [m.tells, null];
    if (m.t === 'seen') this.seen = m.yes;
    if (m.t === 'ready' || (m.t === 'seen' && !m.yes)) this.since = Infinity;
  }

  start(): void {
    this.stop();
    this.seen = null;
    this.step();
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
    [this.at, this.since, this.missed, this.told] = ['', Infinity, 0, false];
  }

  private get isKnown(): boolean {
    return this.tells ? this.seen === true || (this.seen === false && this.isBare) : true;
  }

  private get isBare(): boolean {
    const { iframe } = this.frame;
    const host = this.host.element;
    return !!iframe && !!host && isBare(iframe.getBoundingClientRect(), host);
  }

  private step(): void {
    this.cancel = this.guard.later(beat, () => this.step());
    if (document.hidden) return; // nobody looks, and nothing is drawn
    const at = this.where();
    const known = this.isKnown;
    if (at !== this.at || !known) this.since = Infinity;
    this.at = at;
    if (at !== '' && known && this.since === Infinity) this.since = performance.now();
    this.missed = at === '' || (this.seen === false && !known) ? this.missed + 1 : 0;
    const settled = this.rests(at, known);
    if (settled !== this.told) this.frame.send({ t: 'settled', yes: (this.told = settled) });
    if (this.missed === patience) this.onLost();
  }

  // Where the frame is, where all of it can be pressed; '' where it cannot.
  private where(): string {
    const { iframe } = this.frame;
    const host = this.host.element;
    if (!iframe?.isConnected || !host || !iframe.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return '';
    const { left, top, width, height } = iframe.getBoundingClientRect();
    if (width < least * iframe.offsetWidth || (iframe.currentCSSZoom ?? 1) < least) return '';
    const root = host.getRootNode() as Document | ShadowRoot;
    const parts = [0.08, 0.5, 0.92];
    const free = parts.every((y) => parts.every((x) => root.elementFromPoint(left + x * width, top + y * height) === host));
    return free ? [left, top, width, height].map(Math.round).join() : '';
  }
}
