// The question before a held post: opened, answered, the press given back.

import type { Guard } from './guard';
import type { Hold } from './hold';
import { evidence, replay, type Press } from './replay';
import type { Session, Standing } from './session';
import type { View } from './view';

/** A frame that is not there by then lets the post go, ms. */
const frameTime = 1000;
/** How long a page may take to show that it took the press, ms. */
const pageTime = 600;

/** A finding asked about, and whose draft it is in. */
interface About {
  session: Session;
  finding: Standing;
}

interface Asked {
  sessions: readonly Session[];
  press: Press;
  hold: Hold;
  cancel: () => void;
  region: string;
  shown: About[];
}

export class Dialog {
  private asked: Asked | null = null;

  constructor(
    private readonly guard: Guard,
    private readonly view: View,
    private readonly report: (failed: boolean) => void,
  ) {}

  get open(): boolean {
    return this.asked !== null;
  }

  /** Asks; false where nothing can be shown, and then the next press goes through. */
  ask(sessions: readonly Session[], press: Press, region: string, hold: Hold): boolean {
    const shown = takeUp(sessions);
    this.view.open();
    if (this.view.host.lost || !this.view.frame.iframe) {
      this.report(true);
      return false;
    }
    for (const s of sessions) s.left = caretIn(s.composer.box) ?? s.left;
    const cancel = this.guard.later(frameTime, () => this.late());
    this.asked = { sessions, press, hold, cancel, region, shown };
    this.view.show('hold');
    this.tell(this.asked);
    this.view.frame.iframe.focus();
    return true;
  }

  /**
   * A verdict came while we ask: of the words typed last, after those that are
   * shown. What it adds belongs to the same question, not to another one.
   */
  more(session: Session): void {
    const { asked } = this;
    if (!asked?.sessions.includes(session)) return;
    const added = takeUp([session]);
    if (added.length === 0) return;
    const grown = (old: About): boolean => added.some((a) => a.session === old.session && a.finding.finding.rule === old.finding.finding.rule);
    asked.shown = [...asked.shown.filter((old) => !grown(old)), ...added];
    this.tell(asked);
  }

  private tell({ sessions, shown, region }: Asked): void {
    const findings = shown.map(({ session, finding }) => session.card(finding, region));
    this.view.frame.send({ t: 'hold', findings, parts: [...new Set(sessions.flatMap((s) => s.parts()))] });
  }

  answer(answer: 'edit' | 'post'): void {
    const asked = this.close();
    if (!asked) return;
    giveFocus(asked.sessions[0]!);
    if (answer === 'post') this.post(asked);
  }

  /** The page posted by itself while we asked: nothing is left to ask. */
  dismiss(): void {
    const asked = this.close();
    if (asked) giveFocus(asked.sessions[0]!);
  }

  private post({ sessions, press, hold }: Asked): void {
    for (const s of sessions) s.leaves();
    const taken = evidence(sessions, press.by === 'submit' ? null : press.control);
    hold.passing = true;
    try {
      replay(press);
    } finally {
      hold.passing = false;
    }
    this.guard.later(pageTime, () => {
      if (taken() || this.asked) return;
      this.view.show('again');
      this.view.frame.send({ t: 'again' });
    });
  }

  private late(): void {
    if (this.view.frame.ready || !this.asked) return;
    this.dismiss();
    this.report(true);
  }

  private close(): Asked | null {
    const { asked } = this;
    if (!asked) return null;
    this.asked = null;
    asked.cancel();
    this.view.show('chip');
    this.view.frame.send({ t: 'card.close' }); // out of the dialog, however it ended
    return asked;
  }
}

/** What is to be asked about sessions: now it counts as asked. */
function takeUp(sessions: readonly Session[]): About[] {
  return sessions.flatMap((session) => {
    const findings = session.toAsk();
    session.setAsked(findings);
    return findings.map((finding) => ({ session, finding }));
  });
}

/** The selection, where it is in box. */
export function caretIn(box: Element): Range | null {
  const at = document.getSelection();
  return at && at.rangeCount > 0 && box.contains(at.anchorNode) ? at.getRangeAt(0).cloneRange() : null;
}

/** Gives the composer the focus again, the caret where it was. */
export function giveFocus(session: Session): void {
  const { composer: { box, field }, left } = session;
  if (!box.isConnected) return;
  box.focus({ preventScroll: true });
  session.refocused();
  if (field || !left || !box.contains(left.startContainer)) return;
  const at = document.getSelection();
  at?.removeAllRanges();
  at?.addRange(left);
}
