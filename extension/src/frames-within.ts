// Drafts in frames of this page whose button stands in this page: a block
// editor's canvas and its Publish, an editor's iframe in a form. The tap in the
// frame reads and checks the draft; this end learns by way of the background that
// there is one and which rules ask, never a word of it, and holds the press.
//
// Which frame spoke is told by the focus: while a composer in a frame has it, the
// frame is this document's active element. The page sees none of this.

import { generic } from '../sites/generic';
import type { FramedState, ToFramed } from './protocol';
import { Session, type Standing } from './session';
import { focused } from './tree';

export class FramedDraft extends Session {
  private state: FramedState;

  constructor(readonly id: string, frame: HTMLElement, state: FramedState, private readonly tell: (m: ToFramed) => void) {
    // What stands for its text: whether there is one. So an emptied draft shows that a press was taken.
    super({ box: frame, site: generic, field: null, read: () => ({ text: String(this.state.draft), pieces: [] }) });
    this.state = state;
  }

  hear(frame: HTMLElement, state: FramedState): void {
    this.composer.box = frame;
    if (this.state.draft && !state.draft) this.sent++; // emptied: the press was taken, whatever is written there next
    this.state = state;
  }

  /** There is a draft, and its frame has no control that posts it. */
  get isOurs(): boolean {
    return this.live && this.state.draft && this.composer.box.checkVisibility();
  }

  /** Its text is read in the frame. */
  override read(): boolean {
    return false;
  }

  override toAsk(): Standing[] {
    return this.state.asks.map((rule) => ({ finding: { ...rule, score: 0, spans: [], rewrites: [] }, judged: { text: '', places: [] }, places: [], key: rule.rule }));
  }

  override setAsked(findings: readonly Standing[]): void {
    const rules = findings.map((s) => s.finding.rule);
    this.state = { ...this.state, asks: this.state.asks.filter((a) => !rules.includes(a.rule)) };
    this.tell({ t: 'framed.asked', id: this.id, rules });
  }

  /** What stands in the frame is known there: an answer is for good. */
  override allow(findings: readonly Standing[]): void {
    this.setAsked(findings);
  }

  override keptThere(): boolean {
    this.tell({ t: 'framed.keep', id: this.id });
    return true;
  }

  /** The frame has the focus; which of its composers, it knows itself. */
  override refocused(): void {
    this.tell({ t: 'framed.focus', id: this.id });
  }

  override leaves(): void {
    this.tell({ t: 'framed.left', id: this.id });
  }
}

export class FramesWithin {
  private readonly known = new Map<string, FramedDraft>();

  constructor(private readonly tell: (m: ToFramed) => void) {}

  /** Takes what a tap of this tab said; the draft it is about, where that is in a frame of this page. */
  hear(m: FramedState): FramedDraft | null {
    const known = this.known.get(m.id);
    const at = document.hasFocus() ? focused() : null;
    const frame = at instanceof HTMLIFrameElement ? at : known?.composer.box;
    if (!frame?.isConnected) return null;
    this.forget();
    if (known) {
      known.hear(known.live ? known.composer.box : frame, m);
      this.known.set(m.id, known);
      return known;
    }
    const draft = new FramedDraft(m.id, frame, m, this.tell);
    this.known.set(m.id, draft);
    return draft;
  }

  // Frames that the page took away.
  private forget(): void {
    for (const [id, draft] of this.known) if (!draft.live) this.known.delete(id);
  }

  /** Whether a tap in a frame of this page has that id. */
  knows(id: string): boolean {
    return this.known.has(id);
  }

  /** Another document came into the frame: its drafts are gone. */
  loaded(frame: EventTarget | null): void {
    for (const [id, draft] of this.known) if (draft.composer.box === frame) this.known.delete(id);
  }

  drafts(): Session[] {
    this.forget();
    return [...this.known.values()].filter((d) => d.isOurs);
  }
}
