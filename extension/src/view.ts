// What of ours is on the screen for one session: lines, chip, card, dialog.

import { FrameLink } from './frame-link';
import type { Guard } from './guard';
import { Host } from './host';
import { Lines, type Line } from './draw';
import { Mirror } from './mirror';
import { dialogIn, placeCard, placeChip, placeDialog, type Box } from './place';
import type { FromFrame, ToFrame } from './protocol';
import { clipsOf, rectsOf, visible, type Rect } from './rects';
import type { Session } from './session';
import { Sight } from './sight';
import { layerDiv, style } from './style';
import { isDark } from './theme';
import { footOf, turnOf, type Foot, type Turn } from './turn';

export type Mode = 'none' | 'chip' | 'card' | 'hold' | 'again';

export class View {
  readonly host: Host;
  readonly frame: FrameLink;
  readonly sight: Sight;
  mode: Mode = 'none';
  private readonly mirror = new Mirror();
  private readonly backdrop = layerDiv({
    inset: '0', display: 'none', background: 'rgba(0, 0, 0, 0.45)', 'pointer-events': 'auto',
  });
  private readonly lines: Lines;
  private size = { w: 0, h: 0 };
  private session: Session | null = null;
  private clips: Element[] = [];
  private turn: Turn | null = null;
  private avoid: Element[] = [];
  private chip = '';
  private dark: boolean | null = null;
  /** The chip has something to say, so that it takes the pointer. */
  private speaks = false;

  constructor(guard: Guard, onMessage: (m: FromFrame) => void, onLost: () => void, onUnseen: () => void) {
    this.host = new Host(guard, () => this.reload(), onLost);
    this.lines = new Lines(this.host.layer);
    this.host.layer.append(this.mirror.el, this.backdrop);
    this.frame = new FrameLink(guard, (m) => {
      this.sight.hear(m);
      if (m.t === 'size') this.size = { w: m.width, h: m.height };
      this.place();
      onMessage(m);
    });
    this.sight = new Sight(guard, this.host, this.frame, onUnseen);
  }

  /** Shows session from now on. avoid: controls that nothing of ours may cover. */
  follow(session: Session, avoid: Element[]): void {
    if (session !== this.session) this.chip = '';
    this.session = session;
    this.avoid = avoid;
    this.restyle();
  }

  /** Styles around the composer may have changed. */
  restyle(): void {
    if (!this.session) return;
    this.clips = clipsOf(this.session.composer.box);
    this.turn = turnOf(this.session.composer.box);
    this.mirror.stale();
    const dark = isDark(this.session.composer.box);
    if (dark !== this.dark) this.frame.send({ t: 'theme', dark });
    this.dark = dark;
  }

  /** Brings the frame in; it loads once. */
  open(): void {
    if (!this.session) return;
    this.host.attach(this.session.composer.box);
    if (this.host.lost || this.frame.iframe?.isConnected) return;
    this.frame.open(this.host.layer);
    this.frame.send({ t: 'theme', dark: this.dark ?? false });
  }

  /** Tells the chip, if it changed. */
  tell(m: ToFrame & { t: 'chip' }): void {
    const now = JSON.stringify(m);
    if (now === this.chip) return;
    this.chip = now;
    this.speaks = m.level !== 'clear';
    if (this.mode === 'none' || this.mode === 'again') this.mode = 'chip';
    this.frame.send(m);
  }

  show(mode: Mode): void {
    this.mode = mode;
    if (mode === 'hold' || mode === 'card') this.sight.start();
    else this.sight.stop();
    style(this.backdrop, { display: mode === 'hold' ? 'block' : 'none' });
    this.place();
  }

  /** No underlines until the next draw. */
  clear(): void {
    this.lines.draw([], { dark: false, forced: false }, { x: 0, y: 0, scale: 1 });
  }

  /** Takes everything of ours out of the page, until open. */
  stepAside(): void {
    if (this.mode === 'card') this.mode = 'chip';
    this.host.remove();
    this.frame.close();
    this.chip = '';
  }

  /** What is followed is in a frame, where another tap shows what there is to show. */
  get framed(): boolean {
    return this.session?.composer.box instanceof HTMLIFrameElement;
  }

  /** Takes all of ours out of the page. */
  close(): void {
    this.hide();
    this.frame.close();
    this.host.remove();
  }

  /** Nothing of ours is to be seen. */
  hide(): void {
    this.session = null;
    this.clips = [];
    this.avoid = [];
    this.chip = '';
    this.clear();
    this.mirror.clear();
    if (this.mode !== 'none') this.frame.send({ t: 'hide' });
    this.show('none');
    if (!this.host.adrift) return;
    this.frame.close();
    this.host.remove(); // or a dialog that is gone would stay in memory with us in it
  }

  /** Lays everything out again, where the words and the composer are now. */
  draw(): void {
    const { session } = this;
    if (!session || !session.live) return this.hide();
    const shown = visible(this.clips);
    const lines = shown ? this.linesIn(session, shown) : [];
    this.lines.draw(lines, { dark: this.dark ?? false, forced: matchMedia('(forced-colors: active)').matches }, this.host.origin());
    this.place(shown !== null);
  }

  private linesIn(session: Session, shown: Rect): Line[] {
    const marks = session.marks();
    const { field } = session.composer;
    if (marks.length === 0) {
      if (field) this.mirror.clear();
      return [];
    }
    const rects = field
      ? this.mirror.rects(field, session.text, marks.map((m) => m.place), this.turn)
      : marks.map((m) => rectsOf(session.pieces, m.place));
    return marks.flatMap(({ level }, i) => rects[i]!.flatMap((r) => lineIn(r, shown, level, this.turn)));
  }

  private place(onScreen = this.mode !== 'none'): void {
    const { iframe } = this.frame;
    if (!iframe) return;
    const on = this.mode !== 'none' && this.frame.ready && this.size.w > 0 && (onScreen || this.mode === 'hold');
    const box = on ? this.boxNow() : null;
    if (!box) return style(iframe, { visibility: 'hidden', 'pointer-events': 'none' });
    const o = this.host.origin();
    style(iframe, {
      visibility: 'visible',
      'pointer-events': this.mode !== 'chip' || this.speaks ? 'auto' : 'none',
      left: `${(box.x - o.x) / o.scale}px`,
      top: `${(box.y - o.y) / o.scale}px`,
      width: `${box.w / o.scale}px`,
      height: `${box.h / o.scale}px`,
    });
  }

  private boxNow(): Box | null {
    const view = { x: 0, y: 0, w: document.documentElement.clientWidth || innerWidth, h: innerHeight };
    const size = { w: Math.min(this.size.w, view.w), h: Math.min(this.size.h, view.h) };
    if (this.mode === 'hold') return placeDialog(view, dialogIn(view, this.size));
    if (!this.session?.live) return null;
    const shown = visible(this.clips);
    if (!shown) return null;
    const box = { x: shown.left, y: shown.top, w: shown.right - shown.left, h: shown.bottom - shown.top };
    const avoid = this.avoid.filter((el) => el.isConnected).map((el) => {
      const r = el.getBoundingClientRect();
      return { x: r.left, y: r.top, w: r.width, h: r.height };
    });
    return this.mode === 'chip' ? placeChip(box, view, size, avoid) : placeCard(box, view, size, avoid);
  }

  private reload(): void {
    if (!this.frame.iframe) return;
    this.frame.close();
    this.chip = '';
    this.open();
  }
}

// The line under what of r is shown; none where the foot of the words is not.
function lineIn(r: Rect, shown: Rect, level: Line['level'], turn: Turn | null): Line[] {
  if (turn) return lineAcross(footOf(r, turn), shown, level);
  const left = Math.max(r.left, shown.left);
  const right = Math.min(r.right, shown.right);
  if (right - left < 1 || r.bottom < shown.top + 2 || r.bottom > shown.bottom + 2) return [];
  return [{ ...footOf({ left, right, top: r.top, bottom: r.bottom }, null), level }];
}

// A turned line is drawn whole or not at all.
function lineAcross(foot: Foot, shown: Rect, level: Line['level']): Line[] {
  const ends = [foot, { x: foot.x + foot.w * Math.cos(foot.angle), y: foot.y + foot.w * Math.sin(foot.angle) }];
  const inside = ends.every(({ x, y }) => x > shown.left - 2 && x < shown.right + 2 && y > shown.top - 2 && y < shown.bottom + 2);
  return inside && foot.w >= 1 ? [{ ...foot, level }] : [];
}
