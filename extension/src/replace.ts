// Makes edits in a composer by its editor's own way, looks whether the text
// became what was meant, and takes them back where it did not.

import type { Composer } from './composer';
import { edited, filled, fit, joined } from './edits';
import type { Piece } from './extract';
import type { Guard } from './guard';
import { editBetween } from './remap';
import type { Edit } from './rewrite-protocol';
import { put, takeBack, waysFor, type Way } from './replace-ways';
import { editableIn } from './tree';

/** Between the focus, a selection and what is done with it: sooner, some editors still have, or put back, the old one, ms. */
const margin = 30;
/** How often the words are selected where an editor puts its own selection back. */
const selects = 3;
/** When the text is looked at after a change, ms. */
const looks = [40, 120, 300, 600];
/** The ways of taking a change back (takeBack), in the order they are tried. */
const backs: readonly number[] = [0, 0, 1, 2, 2, 2];

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
    this.run(composer, steps, waysFor(composer.box)[0]!, () => this.await(composer, wanted, (yes) => {
      if (yes) return then('made');
      this.back(composer, before, (again) => then(again ? 'undone' : 'stuck'));
    }));
  }

  /** Takes changes back until the text is before; then says whether it is. An undo that leads away from it is the last. */
  back(composer: Composer, before: string, then: (yes: boolean) => void, tries = backs, within = { start: 0, oldEnd: Infinity }): void {
    const changed = editBetween(before, composer.read().text);
    if (!changed) return then(true);
    const [way, ...rest] = tries;
    if (way === undefined || changed.start < within.start || changed.oldEnd > within.oldEnd) return then(false);
    takeBack[way]!(focus(composer, changed.start));
    this.await(composer, before, (yes) => (yes ? then(true) : this.back(composer, before, then, rest, changed)), looks.slice(0, 2));
  }

  // One step where one change of the page does it: one undo takes it back, too.
  private steps({ box, field, read }: Composer, before: string, edits: readonly Edit[]): Edit[] | null {
    const one = filled(before, joined(before, edits));
    if (field) return [one];
    const { pieces } = read();
    const all = edits.map((e) => filled(before, e));
    if (!all.every((e) => spotOf(box, pieces, e))) return null;
    const spot = spotOf(box, pieces, one);
    return spot && spot.start.node === spot.end.node ? [one] : all.reverse();
  }

  // What was not selected is not replaced.
  private run(composer: Composer, steps: readonly Edit[], way: Way, then: () => void, tries = selects): void {
    const [step, ...rest] = steps;
    if (!step || tries === 0) return then();
    const target = focus(composer, step.start);
    this.guard.later(margin, () => {
      const range = select(composer, step);
      this.guard.later(margin, () => {
        if (!isSelected(composer, step, range)) return this.run(composer, steps, way, then, tries - 1);
        put(way, target, step.with, range);
        this.guard.later(margin, () => this.run(composer, rest, way, then));
      });
    });
  }

  private await(composer: Composer, wanted: string, then: (yes: boolean) => void, at: readonly number[] = looks): void {
    if (composer.read().text === wanted) return then(true);
    const [next, ...rest] = at;
    if (next === undefined) return then(false);
    this.guard.later(next, () => this.await(composer, wanted, then, rest));
  }
}

/** Gives the focus to where the words at an offset are written. */
function focus({ box, field, read }: Composer, at: number): HTMLElement {
  const node = field ? null : (read().pieces.find((p) => at < p.end)?.node ?? null);
  const target = editableIn(box, node);
  target.focus({ preventScroll: true });
  return target;
}

// The selection inside a shadow root is not told in full.
function isSelected({ box, field }: Composer, e: Edit, range: StaticRange | null): boolean {
  if (field) return field.selectionStart === e.start && field.selectionEnd === e.end;
  if (!range || box.getRootNode() !== document) return range !== null;
  const at = document.getSelection();
  return at !== null && at.rangeCount > 0 && at.getRangeAt(0).toString() === wordsIn(range);
}

function wordsIn({ startContainer, startOffset, endContainer, endOffset }: StaticRange): string | null {
  if (!startContainer.isConnected || !endContainer.isConnected) return null; // drawn anew
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.toString();
}

/** Selects the words of e; the range where they are in an element. */
function select({ box, field, read }: Composer, e: Edit): StaticRange | null {
  if (field) {
    field.setSelectionRange(e.start, e.end);
    return null;
  }
  const spot = spotOf(box, read().pieces, e);
  if (!spot) return null;
  const { start, end } = spot;
  document.getSelection()?.setBaseAndExtent(start.node, start.at, end.node, end.at);
  return new StaticRange({ startContainer: start.node, startOffset: start.at, endContainer: end.node, endOffset: end.at });
}

const LINKS = 'a[href],[contenteditable=false],[data-mention],[data-lexical-beautiful-mention],.mention';

/** Where an edit's words stand in box; null where its ends are in no text, or inside a link or a mention. */
export function spotOf(box: Element, pieces: readonly Piece[], { start, end }: Edit): Spot | null {
  const first = pieces.find((p) => p.start <= start && start < p.end) ?? pieces.find((p) => p.end === start);
  const last = pieces.find((p) => p.start < end && end <= p.end);
  const isText = (p: Piece | undefined): p is Piece => p?.node.nodeType === Node.TEXT_NODE;
  if (!isText(first) || !isText(last)) return null;
  if ([first, last].some((p) => isLinked(p.node, box))) return null;
  return { start: { node: first.node, at: first.at + start - first.start }, end: { node: last.node, at: last.at + end - last.start } };
}

// Below the box alone: an editor may stand in what is not to be edited (WordPress's canvas).
function isLinked(node: Node, box: Element): boolean {
  const link = node.parentElement?.closest(LINKS);
  return link != null && link !== box && box.contains(link);
}
