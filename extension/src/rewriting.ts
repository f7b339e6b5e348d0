// The rewrites of the card: asked for when it opens, made on the worker's press,
// looked at again at once. A draft goes to our own background and nowhere else.

import type { BackgroundLink } from './background-link';
import { cuesOf } from './cues';
import { edited, told } from './edits';
import type { Guard } from './guard';
import { listIsOpen } from './mentions';
import type { Context, Level, ToFrame } from './protocol';
import { Replacing } from './replace';
import type { Offer, Outcome, Rewrite, RewriteFromFrame, Rewrites } from './rewrite-protocol';
import type { Session } from './session';

/** What it needs of the tap. */
export interface Around {
  send(m: ToFrame): void;
  contextOf(session: Session): Context;
  /** The session's text was changed by us. */
  changed(session: Session): void;
  /** Gives the focus to the card again. */
  focusCard(): void;
}

const ranks: Level[] = ['clear', 'note', 'caution', 'hold'];

export class Rewriting {
  private readonly replacing: Replacing;
  private session: Session | null = null;
  private known: { text: string; of: Rewrites } | null = null;
  private outcome: Outcome | null = null;
  /** The last rewrite that was made, to take back. */
  private last: { session: Session; before: string; after: string; level: Level } | null = null;
  private working = false;
  private composing = false;

  constructor(guard: Guard, private readonly link: BackgroundLink, private readonly around: Around) {
    this.replacing = new Replacing(guard);
    guard.on(window, ['compositionstart'], () => void (this.composing = true));
    guard.on(window, ['compositionend'], () => void (this.composing = false));
  }

  /** The card stays open though nothing is left to look at: it says so. */
  speaksFor(session: Session): boolean {
    return session === this.session && (this.working || this.outcome !== null || this.last !== null);
  }

  /** The card opened on session. */
  open(session: Session): void {
    this.session = session;
    this.outcome = this.last = this.known = null;
    this.ask();
  }

  /** A finding was dismissed: the card has nothing of ours left to say. */
  forget(): void {
    this.outcome = this.last = null;
  }

  close(): void {
    this.session = this.known = this.outcome = this.last = null;
  }

  /** A verdict came while the card is open. */
  judged(session: Session): void {
    if (session !== this.session || this.working || !session.checked) return;
    const { last } = this;
    if (last && session.text === last.after) this.outcome = { how: 'made', level: session.level(), fell: below(session.level(), last.level), needed: [] };
    else if (last && session.text === last.before) [this.outcome, this.last] = [{ how: 'back' }, null];
    else if (this.outcome && 'level' in this.outcome) this.outcome = null; // the worker wrote on
    this.ask();
  }

  /** A press in the card that the worker made on what they saw. */
  hear(m: RewriteFromFrame): void {
    if (this.working || !this.session?.live) return;
    if (this.composing || listIsOpen(this.session.composer.box)) return this.say({ how: 'busy' });
    if (m.t === 'rewrite.undo') return this.undo(m.keyboard);
    const rewrite = this.known?.of.rewrites[m.id];
    if (!rewrite || this.session.read() || this.session.text !== this.known!.text) return this.around.changed(this.session);
    this.make(this.session, rewrite, m.keyboard);
  }

  private make(session: Session, { edits }: Rewrite, keyboard: boolean): void {
    const before = session.text;
    const after = edited(before, edits);
    const level = session.level();
    this.working = true;
    this.replacing.make(session.composer, before, edits, (how) => {
      this.working = false;
      if (keyboard) this.around.focusCard();
      if (how === 'made') [this.last, this.outcome] = [{ session, before, after, level }, null];
      else this.say({ how, text: after });
      this.look(session);
    });
  }

  private undo(keyboard: boolean): void {
    const { last } = this;
    if (!last || last.session !== this.session) return;
    this.working = true;
    this.replacing.back(last.session.composer, last.before, (yes) => {
      this.working = false;
      if (keyboard) this.around.focusCard();
      if (!yes) this.say({ how: 'stuck', text: last.before });
      this.look(last.session);
    });
  }

  // The verdict may have come while we were at it.
  private look(session: Session): void {
    session.read();
    this.around.changed(session);
    this.judged(session);
  }

  private say(outcome: Outcome): void {
    this.outcome = outcome;
    this.tell();
  }

  private ask(): void {
    const { session } = this;
    if (!session) return;
    const { text } = session;
    if (this.known?.text === text) return this.tell();
    const first = this.known === null;
    this.known = null;
    const alert = ['caution', 'hold'].includes(session.level());
    if (first || !alert) this.tell(); // else what was offered stays to be seen, and cannot be pressed, until the next comes
    if (!alert) return;
    this.link.suggest(text, this.around.contextOf(session), (of) => {
      if (!of || session !== this.session || session.text !== text) return;
      this.known = { text, of };
      if (this.outcome?.how === 'made') this.outcome.needed = of.least.steps.map(kindOf);
      this.tell();
    });
  }

  private tell(): void {
    const { known, outcome, session } = this;
    if (!session) return;
    const steps = known?.of.least.steps ?? [];
    this.around.send({
      t: 'rewrites',
      offers: known ? known.of.rewrites.map((r, id) => offerOf(known.text, r, id)) : [],
      least: known && steps.length > 0 ? { level: known.of.least.level, kinds: steps.map(kindOf) } : null,
      cues: cuesOf(session.text),
      outcome,
    });
  }
}

const kindOf = (r: { type: string; part: string }): string => r.part || r.type.toLowerCase();
const below = (a: Level, b: Level): boolean => ranks.indexOf(a) < ranks.indexOf(b);

const mostChanges = 3;

function offerOf(text: string, r: Rewrite, id: number): Offer {
  return { id, rules: r.rules, kind: kindOf(r), changes: r.edits.slice(0, mostChanges).map((e) => told(text, e)) };
}
