// When the draft at hand is read and drawn: once a frame at most, whatever the
// page and the worker do in between; a draft that is slow to read at a pause.

import type { Guard } from './guard';
import type { Session } from './session';

/** A read that takes longer than this waits for a pause, ms. */
const slow = 8;
const slowPause = 400; // ms

export interface Paced {
  /** The draft at hand. */
  at(): Session | null;
  /** Whether drafts are read here. */
  reads(): boolean;
  /** Its composer is gone. */
  leave(): void;
  restyle(): void;
  reread(session: Session, urgent: boolean): void;
  /** Nothing may stand underlined that may have moved. */
  clear(): void;
  draw(): void;
}

export class Pace {
  private frame = 0;
  private textMoved = false;
  private stylesMoved = false;
  private urgent = false;
  private cancelLater: (() => void) | null = null;

  constructor(private readonly guard: Guard, private readonly paced: Paced) {
    guard.onEnd(() => cancelAnimationFrame(this.frame));
  }

  /** The text may have changed. now: its check does not wait for a pause. */
  dirty(now = false): void {
    this.textMoved = true;
    this.urgent ||= now;
    this.schedule();
  }

  /** Something may have moved, or looks otherwise. */
  redraw(styles = false): void {
    if (!this.paced.at()) return;
    this.stylesMoved ||= styles;
    this.schedule();
  }

  private schedule(): void {
    if (this.frame || !this.paced.at()) return;
    this.frame = requestAnimationFrame(this.guard.safe(() => this.tick()));
  }

  private tick(): void {
    this.frame = 0;
    const { paced } = this;
    const session = paced.at();
    if (!session) return;
    if (!session.live) return paced.leave();
    if (this.stylesMoved) paced.restyle();
    if (this.textMoved && paced.reads()) {
      if (session.cost > slow && !this.urgent) return this.tickLater();
      paced.reread(session, this.urgent);
    }
    this.textMoved = this.stylesMoved = this.urgent = false;
    paced.draw();
  }

  // Reading it at every key would be felt.
  private tickLater(): void {
    this.paced.clear();
    this.cancelLater?.();
    this.cancelLater = this.guard.later(slowPause, () => this.dirty(true));
  }
}
