// The tap's end of the background: pings, checks, the badge. One check is in
// flight at a time. An extension that was updated or removed under us ends the
// tap quietly.

import type { Guard } from './guard';
import type { BadgeState, Changed, Check, CheckReply, Framed, FromTap, PingReply } from './protocol';
import type { Keep, KeepHow, KeepReply, Tell } from './reflection-protocol';
import type { Rewrites, SuggestReply } from './rewrite-protocol';

/** Beyond this the background is taken for dead and the next check may go. */
const patience = 5000; // ms

export class BackgroundLink {
  private seq = 0;
  private busy = 0;
  private badge: BadgeState | null = null;

  constructor(private readonly guard: Guard) {}

  get idle(): boolean {
    return this.busy === 0;
  }

  ping(then: (reply: PingReply | null) => void): void {
    this.ask<PingReply>({ t: 'ping', site: location.hostname }, then);
  }

  /** Sends one check; then hears the reply, or null where none came. */
  check(text: string, context: Check['context'], then: (reply: CheckReply | null) => void): void {
    const seq = ++this.seq;
    this.busy = seq;
    const settle = (reply: CheckReply | null): void => {
      if (this.busy !== seq) return; // given up before
      this.busy = 0;
      cancel();
      then(reply && reply.seq === seq ? reply : null);
    };
    const cancel = this.guard.later(patience, () => settle(null));
    this.ask<CheckReply>({ t: 'check', seq, text, context }, settle);
  }

  /** Asks what could be said more generally; then hears the rewrites, or null where none came. */
  suggest(text: string, context: Check['context'], then: (rewrites: Rewrites | null) => void): void {
    const seq = ++this.seq;
    this.ask<SuggestReply>({ t: 'suggest', seq, text, context }, (reply) => then(reply && 'rewrites' in reply ? reply.rewrites : null));
  }

  show(state: BadgeState): void {
    if (state === this.badge) return;
    this.badge = state;
    this.ask<boolean>({ t: 'state', state }, () => {});
  }

  /** Has the background pass m to the taps of this tab. */
  pass(m: Framed): void {
    this.ask<boolean>(m, () => {});
  }

  /** Has a draft kept for later; then hears how that went. */
  keep({ text, signals }: Omit<Keep, 't'>, then: (how: KeepHow) => void): void {
    this.ask<KeepReply>({ t: 'keep', text, signals }, (reply) => then(reply?.how ?? 'failed'));
  }

  /** Has these counted. */
  count(all: readonly Tell[]): void {
    for (const one of all) this.ask<boolean>(one, () => {});
  }

  onChanged(f: () => void): void {
    this.listen((m) => {
      if (m?.t === 'changed') f();
    });
  }

  onPassed(f: (m: Framed) => void): void {
    this.listen((m) => {
      if (m?.t.startsWith('framed')) f(m as Framed);
    });
  }

  private listen(f: (m: Changed | Framed) => void): void {
    const hear = this.guard.safe(f);
    chrome.runtime.onMessage.addListener(hear);
    this.guard.onEnd(() => chrome.runtime.onMessage.removeListener(hear));
  }

  private ask<R>(message: FromTap, then: (reply: R | null) => void): void {
    const safe = this.guard.safe(then);
    if (!chrome.runtime?.id) return this.guard.stop(); // "Extension context invalidated"
    try {
      chrome.runtime.sendMessage(message).then(
        (reply: R | undefined) => safe(reply ?? null),
        () => (chrome.runtime?.id ? safe(null) : this.guard.stop()),
      );
    } catch {
      this.guard.stop();
    }
  }
}
