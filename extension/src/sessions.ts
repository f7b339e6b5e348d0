// The drafts of the page: one a composer, and found again when the page builds
// a composer anew around the same text.

import type { Composer } from './composer';
import { Session } from './session';
import { submitsFor } from './submit';
import { Whole } from './whole';

const most = 16;

export class Sessions {
  private readonly known = new Map<HTMLElement, Session>();
  private whole: Whole | null = null;
  /** Drafts whose composers are gone, the oldest first. */
  private orphans: Session[] = [];

  /** met runs with each composer that is seen for the first time. */
  constructor(private readonly met: (composer: Composer) => void) {}

  /** The session of composer; a new one where it has none. */
  of(composer: Composer): Session {
    const known = this.known.get(composer.box);
    if (known) return known;
    this.release();
    const session = this.orphan(composer) ?? new Session(composer);
    session.composer = composer;
    this.known.set(composer.box, session);
    this.met(composer);
    return session;
  }

  has(composer: Composer): boolean {
    return this.known.has(composer.box);
  }

  all(): Session[] {
    return [...this.known.values(), ...this.orphans];
  }

  /** Sessions in composers that are to be seen and whose draft is not empty. */
  drafts(): Session[] {
    return [...this.known.values()].filter((s) => s.live && s.composer.box.checkVisibility() && (s.text.trim() !== '' || s.composer.read().text.trim() !== ''));
  }

  /** Lets go of composers that are gone. Their drafts are kept, in case the page builds them anew. */
  release(): void {
    for (const [box, session] of this.known) {
      if (session.live) continue;
      this.known.delete(box);
      session.outlive();
      if (session.text.trim() !== '' && !session.posting) this.orphans.push(session);
    }
    this.orphans = this.orphans.slice(-most);
  }

  /** What session goes out with, as one; null where it goes out alone. */
  wholeWith(session: Session): Whole | null {
    const parts = this.postedWith(session);
    if (this.whole && parts.length > 1 && this.whole.isOf(parts)) return this.whole;
    if (this.whole?.parts.includes(session)) this.whole.dissolve();
    return (this.whole = parts.length > 1 ? new Whole(parts) : null);
  }

  /** What was said of drafts as one no longer holds. */
  outdated(): void {
    this.whole?.dissolve();
    this.whole = null;
  }

  /** Turned off here: nobody sees any more where one draft ends and the next begins. */
  forget(): void {
    for (const s of this.all()) s.forget();
  }

  // The drafts that some control posts together with session's, in the order of the page.
  private postedWith(session: Session): Session[] {
    const drafts = this.drafts();
    if (drafts.length < 2 || !drafts.includes(session)) return [];
    const submits = new Set(submitsFor(session.composer));
    return drafts
      .filter((s) => s === session || submitsFor(s.composer).some((c) => submits.has(c)))
      .sort((a, b) => (a.composer.box.compareDocumentPosition(b.composer.box) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1));
  }

  // A draft whose composer is gone and whose text stands here now.
  private orphan(composer: Composer): Session | null {
    const { text } = composer.read();
    const found = text.trim() === '' ? undefined : this.orphans.find((s) => s.text === text);
    if (!found) return null;
    this.orphans = this.orphans.filter((s) => s !== found);
    return found;
  }
}
