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

  /** "Not this post", or mute. */
  dismiss(categories: readonly string[]): void {
    this.notice(categories);
    this.add('dismissed', this.settled, categories);
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

  private add(what: Outcome, to: Set<string>, categories: readonly string[]): void {
    const more = [...new Set(categories)].filter((c) => !to.has(c) && c !== 'crisis');
    for (const c of more) to.add(c);
    if (more.length > 0) this.untold.push({ t: 'tally', what, categories: more });
  }
}
