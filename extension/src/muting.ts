// A mute, while the open card says that it was made and offers to undo it: until
// the worker writes on, answers something else or closes the card.

import type { ToFrame } from './protocol';
import type { Session } from './session';

/** Keys on the way to another key, or to the card. */
const passing = new Set(['Alt', 'AltGraph', 'CapsLock', 'Control', 'Fn', 'Meta', 'Shift', 'Tab']);

export class Muting {
  private last: { session: Session; rule: string; back: () => void } | null = null;
  private undone = false;

  constructor(private readonly send: (m: ToFrame) => void) {}

  /** The card stays open though nothing is left to look at: it says so. */
  speaksFor(session: Session): boolean {
    return this.last?.session === session;
  }

  /** The worker muted a rule that found something in session. */
  mute(session: Session, rule: string): void {
    this.last = { session, rule, back: session.dismiss(rule) };
    this.undone = false;
    this.send({ t: 'mute', rule });
  }

  /** The worker undid it; it is said until what the rule found is there again. */
  undo(rule: string): void {
    const { last } = this;
    if (last?.rule !== rule || this.undone) return;
    this.undone = true;
    last.back();
    this.send({ t: 'unmute', rule });
  }

  /** A verdict came, and what is known of session was told to the card. */
  judged(session: Session): void {
    if (this.undone && this.speaksFor(session) && session.findings().some((s) => s.finding.rule === this.last!.rule)) this.over();
  }

  /** A key was pressed in the page: whether that ended it. */
  key({ key }: KeyboardEvent): boolean {
    return !passing.has(key) && this.over();
  }

  /** Whether there was something to end. */
  over(): boolean {
    if (!this.last) return false;
    this.last = null;
    this.send({ t: 'muted.over' });
    return true;
  }
}
