// The page around the frame that this tap is in: told that there is a draft here
// and which rules would ask, so that a button out there can be held; see
// frames-within.ts. Rules and yes or no, never a word.

import type { FramedState, FramedRule, FromAround, ToAround } from './protocol';
import type { KeepHow } from './reflection-protocol';
import type { Session } from './session';
import { submitsFor } from './submit';

export class PageAround {
  private readonly id = [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, '0')).join('');
  private readonly framed = window.parent !== window;
  private said = '';

  /** left: a press out there posts these drafts; focus: the worker goes on with this one; keep: wants these kept, and hears how it went. */
  constructor(
    private readonly drafts: () => Session[],
    private readonly tell: (m: ToAround) => void,
    private readonly left: (all: readonly Session[]) => void,
    private readonly focus: (one: Session) => void,
    private readonly keep: (all: readonly Session[], then: (how: KeepHow) => void) => void,
  ) {}

  /** Tells how things stand, if that changed; entered: the focus just came here. */
  say(entered = false): void {
    if (!this.framed) return;
    const now = this.state();
    const said = JSON.stringify(now);
    if (said === this.said && !entered) return;
    this.said = said;
    this.tell(now);
  }

  hear(m: FromAround): void {
    if (!this.framed || m.id !== this.id) return;
    if (m.t === 'framed.left') return this.left(this.orphans());
    if (m.t === 'framed.keep') return this.keep(this.orphans(), (how) => this.tell({ t: 'framed.kept', id: this.id, how }));
    if (m.t === 'framed.focus') return this.orphans().slice(0, 1).forEach((s) => this.focus(s));
    for (const s of this.orphans()) s.setAsked(s.toAsk().filter((f) => m.rules.includes(f.finding.rule)));
    this.say();
  }

  private state(): FramedState {
    const drafts = this.orphans();
    const asks = drafts.flatMap((s) => s.toAsk()).map(({ finding }) => ruleOf(finding));
    return { t: 'framed', id: this.id, draft: drafts.length > 0, asks };
  }

  // Drafts that nothing in this frame posts.
  private orphans(): Session[] {
    return this.drafts().filter((s) => submitsFor(s.composer).length === 0);
  }
}

function ruleOf({ rule, category, level, message, authority, cite }: FramedRule): FramedRule {
  return { rule, category, level, message, authority, cite };
}
