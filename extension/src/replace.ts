// Makes edits in a composer by its editor's own way, looks whether the text
// became what was meant, and takes them back where it did not.

import type { Composer } from './composer';
import { edited, filled, fit, joined } from './edits';
import type { Piece } from './extract';
import type { Guard } from './guard';
import type { Edit } from './rewrite-protocol';
import { put, takeBack, waysFor, type Way } from './replace-ways';

/** Between a selection and what is done with it: sooner, some editors still have the old one, ms. */
const margin = 30;
/** When the text is looked at after a change, ms. */
const looks = [40, 120, 300, 600];

export type Ended = 'made' | 'undone' | 'stuck';

/** Where the words stand in the page. */
interface Spot {
  start: { node: Node; at: number };
  end: { node: Node; at: number };
}

export class Replacing {
  constructor(private readonly guard: Guard) {}

  /** Makes the edits; then says how that ended. The text is before now. */
  make(composer: Composer, before: string, edits: readonly Edit[], then: (how: Ended) => void): void {
    const wanted = edited(before, edits);
    const steps = composer.read().text === before && fit(before, edits) ? this.steps(composer, before, edits) : null;
    if (!steps) return then('undone'); // nothing was done
    composer.box.focus({ preventScroll: true });
    this.run(composer, [...steps], waysFor(composer.box)[0]!, () => this.await(composer, wanted, (yes) => {
      if (yes) return then('made');
      this.back(composer, before, (again) => then(again ? 'undone' : 'stuck'));
    }));
  }

  /** Takes changes back until the text is before; then says whether it is. */
  back(composer: Composer, before: string, then: (yes: boolean) => void, tries: readonly number[] = [0, 0, 1, 2, 2, 2]): void {
    if (composer.read().text === before) return then(true);
    const [way, ...rest] = tries;
    if (way === undefined) return then(false);
    composer.box.focus({ preventScroll: true });
    takeBack[way]!(composer.field ?? composer.box);
    this.await(composer, before, (yes) => (yes ? then(true) : this.back(composer, before, then, rest)), looks.slice(0, 2));
  }

  // One step where one change of the page does it: one undo takes it back, too.
  private steps({ field, read }: Composer, before: string, edits: readonly Edit[]): Edit[] | null {
    const one = filled(before, joined(before, edits));
    if (field) return [one];
    const { pieces } = read();
    const all = edits.map((e) => filled(before, e));
    if (!all.every((e) => spotOf(pieces, e))) return null;
    const spot = spotOf(pieces, one);
    return spot && spot.start.node === spot.end.node ? [one] : all.reverse();
  }

  private run(composer: Composer, steps: Edit[], way: Way, then: () => void): void {
    const step = steps.shift();
    if (!step) return then();
    const range = select(composer, step);
    this.guard.later(margin, () => {
      put(way, composer.field ?? composer.box, step.with, range);
      this.guard.later(margin, () => this.run(composer, steps, way, then));
    });
  }

  private await(composer: Composer, wanted: string, then: (yes: boolean) => void, at: readonly number[] = looks): void {
    if (composer.read().text === wanted) return then(true);
    const [next, ...rest] = at;
    if (next === undefined) return then(false);
    this.guard.later(next, () => this.await(composer, wanted, then, rest));
  }
}

/** Selects the words of e; the range where they are in an element. */
function select({ field, read }: Composer, e: Edit): StaticRange | null {
  if (field) {
    field.setSelectionRange(e.start, e.end);
    return null;
  }
  const spot = spotOf(read().pieces, e);
  if (!spot) return null;
  const { start, end } = spot;
  document.getSelection()?.setBaseAndExtent(start.node, start.at, end.node, end.at);
  return new StaticRange({ startContainer: start.node, startOffset: start.at, endContainer: end.node, endOffset: end.at });
}

const LINKS = 'a[href],[contenteditable=false],[data-mention],[data-lexical-beautiful-mention],.mention';

/** Where an edit's words stand; null where its ends are in no text, or inside a link or a mention. */
export function spotOf(pieces: readonly Piece[], { start, end }: Edit): Spot | null {
  const first = pieces.find((p) => p.start <= start && start < p.end) ?? pieces.find((p) => p.end === start);
  const last = pieces.find((p) => p.start < end && end <= p.end);
  const isText = (p: Piece | undefined): p is Piece => p?.node.nodeType === Node.TEXT_NODE;
  if (!isText(first) || !isText(last)) return null;
  if ([first, last].some((p) => p.node.parentElement?.closest(LINKS))) return null;
  return { start: { node: first.node, at: first.at + start - first.start }, end: { node: last.node, at: last.at + end - last.start } };
}
