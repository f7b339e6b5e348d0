// The question before a held post: opened, answered, the press given back.

import type { Guard } from './guard';
import type { Hold } from './hold';
import { evidence, renewed, replay, type Press } from './replay';
import { categoriesOf, passTime, type Session, type Standing } from './session';
import { signalsOf, type Signals } from './signals';
import type { View } from './view';
import { editableIn, isHtml } from './tree';

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
    private readonly report: (state: 'failed' | 'unseen') => void,
  ) {}

  get open(): boolean {
    return this.asked !== null;
  }

  /** Asks. Where nothing can be shown, the next press goes through. */
  ask(sessions: readonly Session[], press: Press, region: string, hold: Hold): void {
    if (this.asked && sessions.every((s) => this.asked!.sessions.includes(s))) return this.view.frame.iframe?.focus();
    this.close(); // another draft is sent: this one is asked about when it is
    const shown = aboutOf(sessions, []);
    this.view.open();
    if (this.view.host.lost || !this.view.frame.iframe) {
      giveUp(shown);
      return this.report('failed');
    }
    for (const s of sessions) s.left = caretIn(s.composer.box) ?? s.left;
    notice(shown);
    const cancel = this.guard.later(frameTime, () => this.release('failed'));
    if (this.view.frame.ready) cancel();
    this.asked = { sessions, press, hold, cancel, region, shown };
    this.view.show('hold');
    this.tell();
    this.view.frame.iframe.focus();
  }

  /**
   * A verdict came while we ask: of the words typed last, after those that are
   * shown. What it adds belongs to the same question, not to another one.
   */
  more(session: Session): void {
    const { asked } = this;
    if (!asked?.sessions.includes(session)) return;
    const added = aboutOf([session], asked.shown);
    if (added.length === 0) return;
    const grown = (old: About): boolean => added.some((a) => a.session === old.session && a.finding.finding.rule === old.finding.finding.rule);
    asked.shown = [...asked.shown.filter((old) => !grown(old)), ...added];
    notice(added);
    this.tell();
  }

  /** The frame is there; again where the page made it load again, and then Sight waits for it. */
  loaded(): void {
    this.asked?.cancel();
    this.tell();
  }

  private tell(): void {
    if (!this.asked) return;
    const { sessions, shown, region } = this.asked;
    const findings = shown.map(({ session, finding }) => session.card(finding, region));
    this.view.frame.send({ t: 'hold', findings, parts: [...new Set(sessions.flatMap((s) => s.parts()))] });
  }

  /** Has what is asked about kept for later: what is written here by `here`, the rest where it is. */
  keep(here: (drafts: readonly Session[]) => void): void {
    const local = (this.asked?.sessions ?? []).filter((s) => !s.keptThere());
    if (local.length > 0) here(local);
  }

  /** The worker's answer. seen: they had the question before them; else Edit ends it and answers nothing. */
  answer(answer: 'edit' | 'post', seen: boolean): void {
    const asked = this.close();
    if (!asked) return;
    if (answer === 'edit' || !focusPressed(asked.press)) giveFocus(asked.sessions[0]!);
    if (answer === 'post') this.post(asked);
    else if (seen) giveUp(asked.shown);
  }

  /** The page posted one of these by itself while we asked: nothing is left to ask. */
  dismiss(posted: readonly Session[]): void {
    if (!this.asked || !posted.some((s) => this.asked!.sessions.includes(s))) return;
    giveFocus(this.close()!.sessions[0]!);
  }

  /** The question cannot be put before the worker: the next press goes through, and the badge says so. */
  release(why: 'failed' | 'unseen'): void {
    const asked = this.close();
    if (!asked) return;
    giveUp(asked.shown);
    giveFocus(asked.sessions[0]!);
    this.report(why);
  }

  private post({ sessions, press, hold, shown }: Asked): void {
    for (const s of sessions) {
      s.leaves();
      s.allow(shown.filter((a) => a.session === s).map((a) => a.finding));
    }
    const now = renewed(press, sessions.map((s) => s.composer));
    const taken = evidence(sessions, now.by === 'click' || now.by === 'key' ? now.control : null);
    hold.passing = true;
    try {
      replay(now);
    } finally {
      hold.passing = false;
    }
    this.guard.later(pageTime, () => {
      if (!taken() && !this.asked) this.again();
    });
  }

  // The pass is armed: said until it is used or over.
  private again(): void {
    this.view.show('again');
    this.view.frame.send({ t: 'again' });
    this.guard.later(passTime - pageTime, () => {
      if (this.view.mode !== 'again') return;
      this.view.show('chip');
      this.view.frame.send({ t: 'card.close' });
    });
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

/** Drafts that go out together, as they are kept for later: one text, and what stands out in it. */
export interface Keepable {
  text: string;
  signals: Signals;
}

export function keepable(sessions: readonly Session[]): Keepable {
  const standing = sessions.flatMap((s) => s.findings());
  return { text: sessions.map((s) => s.text).join('\n\n'), signals: signalsOf(standing.map((s) => s.finding), sessions.flatMap((s) => s.parts())) };
}

/** What is to be asked about sessions beyond what is known. */
function aboutOf(sessions: readonly Session[], known: readonly About[]): About[] {
  return sessions.flatMap((session) => session.toAsk()
    .filter((f) => !known.some((k) => k.session === session && k.finding.key === f.key))
    .map((finding) => ({ session, finding })));
}

function notice(shown: readonly About[]): void {
  for (const { session, finding } of shown) session.ledger.notice(categoriesOf([finding]));
}

/** Not asked about again on this draft. */
function giveUp(shown: readonly About[]): void {
  for (const { session, finding } of shown) session.setAsked([finding]);
}

/** The selection, where it is in box. */
export function caretIn(box: Element): Range | null {
  const at = document.getSelection();
  return at && at.rangeCount > 0 && box.contains(at.anchorNode) ? at.getRangeAt(0).cloneRange() : null;
}

// Back to the control that was pressed by a key: an editor that is emptied while
// it has the focus (Draft.js in Firefox) loses its caret.
function focusPressed(press: Press): boolean {
  if (press.by !== 'key' || !press.control || !isHtml(press.target) || !press.target.isConnected) return false;
  press.target.focus({ preventScroll: true });
  return true;
}

/** Gives the composer the focus again, the caret where it was. */
export function giveFocus(session: Session): void {
  const { composer: { box, field }, left } = session;
  if (!box.isConnected) return;
  const caret = field || !left || !box.contains(left.startContainer) ? null : left;
  editableIn(box, caret?.startContainer ?? null).focus({ preventScroll: true });
  session.refocused();
  if (!caret) return;
  const at = document.getSelection();
  at?.removeAllRanges();
  at?.addRange(caret);
}
