// Pictures and videos that go with a draft: that there are some, and no more.
// Files are counted and never opened: no byte, name, size or kind of one is
// read (audit/files.test.ts holds this).

import type { Composer } from './composer';
import type { Guard } from './guard';
import { submitsFor } from './submit';
import { above, holds, innermost, parentOf } from './tree';

const FORM = 'form,dialog,[role=dialog]';
const EDGE = 'body,[role=feed],[role=main],main';
/** Chosen and not yet posted: a blob of the page's own, or what a site marks so. */
const CHOSEN = 'img[src^="blob:"],video[src^="blob:"],[style*="blob:"],.compose-form__upload,[data-testid=attachments] img';
/** Anything that could be a preview; more of it than before is one. */
const PICTURES = 'img,video,canvas,[style*="background-image"]';
/** Posts that stand in the same dialog: one that is answered or quoted. */
const OTHERS = 'article,[role=article]';
const MEDIA = /image|video|\*|\.(png|jpe?g|gif|webp|heic|avif|mp4|mov|webm|m4v)/i;

export class Attachments {
  /** Files were added to this draft, and not seen to go. */
  private chosen = false;
  /** Pictures around the draft when the first file came. */
  private before = 0;
  /** The page showed what was added. */
  private shown = false;
  private around: Element | null = null;

  constructor(private readonly composer: () => Composer) {}

  /** The form or dialog of the composer, or what holds it together with its button. */
  get part(): Element | null {
    if (!this.around?.isConnected || !holds(this.around, this.composer().box)) this.around = partOf(this.composer());
    return this.around;
  }

  /** The worker adds files; the page has not heard of it yet. */
  add(): void {
    if (this.chosen) return;
    this.chosen = true;
    this.shown = false;
    this.before = this.all(PICTURES);
  }

  /** The composer is gone: nothing of the page is kept. */
  release(): void {
    this.around = null;
  }

  /** The draft was posted, and what was attached went with it. */
  clear(): void {
    this.chosen = false;
  }

  /** How many go with the draft; at least one where files were added and are not gone again. */
  count(): number {
    const now = this.chosen ? this.all(PICTURES) : 0;
    if (this.chosen && this.shown && now <= this.before) this.chosen = false;
    this.shown = this.chosen && now > this.before;
    return Math.max(this.all(CHOSEN), this.chosen ? 1 : 0);
  }

  private all(selector: string): number {
    const { box } = this.composer();
    return [...(this.part?.querySelectorAll(selector) ?? [])].filter((el) => !box.contains(el) && !el.closest(OTHERS)).length;
  }
}

function partOf(composer: Composer): Element | null {
  const form = above(composer.box, FORM);
  if (form) return form;
  const [submit] = submitsFor(composer);
  let n = parentOf(composer.box);
  while (n && submit && !holds(n, submit) && !n.matches(EDGE)) n = parentOf(n);
  return n?.matches(EDGE) ? null : n;
}

/** Hears of files that are picked, pasted or dropped: where in the page, never which. */
export function hearFiles(guard: Guard, added: (target: Element) => void): void {
  guard.on(window, ['change', 'input', 'paste', 'drop'], (e) => {
    const target = innermost(e);
    if (target && bringsFiles(e, target)) added(target);
  });
}

function bringsFiles(e: Event, target: Element): boolean {
  if (e instanceof ClipboardEvent) return isFiles(e.clipboardData);
  if (e instanceof DragEvent) return isFiles(e.dataTransfer);
  if (!(target instanceof HTMLInputElement) || target.type !== 'file') return false;
  return (target.accept === '' || MEDIA.test(target.accept)) && (target.files?.length ?? 0) > 0;
}

// Words copied from an office program bring a picture of themselves along.
function isFiles(data: DataTransfer | null): boolean {
  return data !== null && data.types.includes('Files') && !data.types.includes('text/plain');
}
