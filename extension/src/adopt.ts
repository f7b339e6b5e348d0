// Drafts that nobody typed: a page that opens with a filled box (a share link,
// a restored draft) and whose button is pressed without the box ever having had
// the focus. Looked for on that press alone, in the button's form or dialog.

import { composerAt, type Composer } from './composer';
import { controlsOn, submitsFor } from './submit';
import { above } from './tree';

const SCOPE = 'form,dialog,[role=dialog],[aria-modal=true]';
const BOXES = 'textarea,input[type=text],input:not([type]),[contenteditable=""],[contenteditable=true],[contenteditable=plaintext-only]';
const most = 8;

/** Composers with a draft that a control on path posts. */
export function filledAround(path: readonly Element[]): Composer[] {
  const [control] = controlsOn(path);
  const scope = control ? above(control, SCOPE) : null;
  if (!control || !scope) return [];
  const found = new Map<HTMLElement, Composer>();
  for (const el of [...scope.querySelectorAll(BOXES)].slice(0, most)) {
    const composer = composerAt(el);
    if (typeof composer === 'string' || found.has(composer.box)) continue;
    if (composer.read().text.trim() === '' || !submitsFor(composer).includes(control)) continue;
    found.set(composer.box, composer);
  }
  return [...found.values()];
}
