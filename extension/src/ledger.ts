// What became of the findings of one draft, for the worker's own tally: each
// category once. What was never read, never asked about and gone before the post
// is not counted: nobody can say that it was noticed.

import type { Tell } from './reflection-protocol';
import type { Outcome } from './tally';

export class Ledger {
  private readonly noticed = new Set<string>();
  private readonly settled = new Set<string>();
  private untold: Tell[] = [];

  /** Their card was read, or the dialog asked about them. */
  notice(categories: readonly string[]): void {
    this.add('spoke', this.noticed, categories);
  }

  /** "Not this post", or mute; the way back from it, until it is told. */
  dismiss(categories: readonly string[]): () => void {
    this.notice(categories);
    const counted = this.add('dismissed', this.settled, categories);
    return () => {
      const at = counted ? this.untold.indexOf(counted) : -1;
      if (at < 0) return;
      this.untold.splice(at, 1);
      for (const c of counted!.categories) this.settled.delete(c);
    };
  }

  /** A press that posts goes to the page; what still stands goes out as it is. */
  leaves(standing: readonly string[]): void {
    this.notice(standing);
    this.add('posted', this.settled, standing);
    this.add('edited', this.settled, [...this.noticed]);
  }

  /** Another draft begins. */
  fresh(): void {
    this.noticed.clear();
    this.settled.clear();
  }

  /** What is to be counted since last asked. */
  take(): Tell[] {
    return this.untold.splice(0);
  }

  private add(what: Outcome, to: Set<string>, categories: readonly string[]): Tell | null {
    const more = [...new Set(categories)].filter((c) => !to.has(c) && c !== 'crisis');
    for (const c of more) to.add(c);
    if (more.length === 0) return null;
    const tell: Tell = { t: 'tally', what, categories: more };
    this.untold.push(tell);
    return tell;
  }
}
