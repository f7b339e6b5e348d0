// When a draft is checked: after a pause in typing, at once on paste, blur and
// a press on a control that posts. A verdict for another text is dropped.

import { context } from './context';
import type { BackgroundLink } from './background-link';
import type { Composer } from './composer';
import type { Guard } from './guard';
import type { CheckReply, Context, PingReply, Verdict } from './protocol';
import type { Session } from './session';

const pause = 150; // ms after the last key
const longPause = 400;
const long = 20_000; // units; above it the engine reads windows around the edit

/** What is checked as one text: a draft, or several that go out together. */
export interface Checked {
  readonly text: string;
  /** The verdict for exactly this text is known. */
  readonly checked: boolean;
  readonly live: boolean;
  readonly composer: Composer;
  /** Offset after the last edit. */
  readonly caret: number;
  /** Looks for what is attached; how many there are. */
  look(): number;
  take(verdict: Verdict, text: string, attached?: number): void;
}

export class Checks {
  /** The worker wants us on this page. */
  on = false;
  failed = false;
  region = '';
  private setting = '';
  private waiting = new Set<Checked>();
  private cancel: (() => void) | null = null;
  /** Counts changes of the settings: a verdict from before one is dropped. */
  private epoch = 0;
  /** Checks in a row that got no answer at all. */
  private unanswered = 0;

  constructor(
    private readonly guard: Guard,
    private readonly link: BackgroundLink,
    private readonly judged: (s: Checked) => void,
  ) {}

  /** Wakes the engine; then says whether we are wanted. */
  warm(wanted: () => void, unwanted: () => void = () => {}): void {
    this.link.ping((reply: PingReply | null) => {
      this.on = reply?.on ?? true;
      this.failed = reply === null || !reply.ok;
      this.region = reply?.region ?? '';
      this.setting = reply?.setting ?? '';
      if (this.on) wanted();
      else unwanted();
      this.link.show(this.on ? (this.failed ? 'failed' : 'checking') : 'off');
    });
  }

  /** Rules or settings changed: what is known or on its way no longer holds. */
  outdated(sessions: readonly Session[]): void {
    this.epoch++;
    for (const s of sessions) s.verdict = null;
  }

  /**
   * Has session checked soon, or now. changed: its text did, so that the pause
   * begins again; else a page that never rests would put the check off for ever.
   */
  want(session: Checked, now: boolean, changed = true): void {
    if (session.text.trim() === '' || session.checked) return;
    if (!now && !changed && this.waiting.has(session)) return;
    this.waiting.add(session);
    if (now) return this.send();
    this.cancel?.();
    this.cancel = this.guard.later(session.text.length > long ? longPause : pause, () => this.send());
  }

  private send(): void {
    if (!this.link.idle) return; // the reply sends what waits
    this.cancel?.();
    this.cancel = null;
    const [session] = this.waiting;
    if (!session) return;
    this.waiting.delete(session);
    if (!session.live || session.checked || session.text.trim() === '') return this.send();
    const { text } = session;
    const { epoch } = this;
    const attached = session.look();
    this.link.check(text, this.contextOf(session, attached), (reply) => {
      if (epoch === this.epoch) return this.hear(session, text, attached, reply);
      this.waiting.add(session);
      this.send();
    });
  }

  /** What the engine is told beside the text. */
  contextOf(session: Checked, attached = session.look()): Context {
    return context(attached, this.setting, this.region, session.text.length > long ? session.caret : undefined);
  }

  private hear(session: Checked, text: string, attached: number, reply: CheckReply | null): void {
    // A worker that the browser stopped in the middle of a check: the next one
    // is started by asking again, once.
    this.unanswered = reply ? 0 : this.unanswered + 1;
    if (this.unanswered === 1) {
      this.waiting.add(session);
      return this.send();
    }
    if (reply && 'error' in reply && reply.error === 'off') this.on = false;
    this.failed = reply === null || ('error' in reply && reply.error === 'engine');
    if (reply && 'verdict' in reply && session.text === text) session.take(reply.verdict, text, attached);
    this.judged(session);
    if (this.waiting.size > 0) this.send();
  }
}
