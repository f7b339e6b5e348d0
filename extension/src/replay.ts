// The press that was held, given back to the page, once: by the way it came.

import type { Composer } from './composer';
import type { Session } from './session';
import { submitsFor } from './submit';
import { isHtml } from './tree';

export interface KeyPress {
  key: string;
  code: string;
  keyCode: number;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
}

export type Press =
  | { by: 'click'; control: Element; from: string; x: number; y: number }
  /** control: the one that had the focus; null for a key in the composer. */
  | ({ by: 'key'; target: Element; control: Element | null } & KeyPress)
  | { by: 'submit'; form: HTMLFormElement; submitter: HTMLElement | null }
  /** form.submit() of a script: the page hears of no event. */
  | { by: 'script'; form: HTMLFormElement };

/** Gives press back. What the page does with it happens before this returns. */
export function replay(press: Press): void {
  if (press.by === 'click') click(press);
  else if (press.by === 'key') key(press);
  else if (!press.form.isConnected) return;
  else if (press.by === 'submit') press.form.requestSubmit(submitterOf(press));
  else HTMLFormElement.prototype.submit.call(press.form); // a control may be called "submit"
}

/** The press on what stands now: a page may have built its button or its box anew while we asked. */
export function renewed(press: Press, composers: readonly Composer[]): Press {
  if (press.by === 'submit' || press.by === 'script') return press;
  if (press.by === 'key' && !press.control) {
    const box = composers.find((c) => c.box.isConnected)?.box;
    return press.target.isConnected || !box ? press : { ...press, target: box };
  }
  const { control } = press;
  if (control?.isConnected && control.checkVisibility()) return press;
  const now = composers.flatMap(submitsFor).find((el) => el.checkVisibility());
  return now ? { by: 'click', control: now, from: 'click', x: 0, y: 0 } : press;
}

function submitterOf({ form, submitter }: Press & { by: 'submit' }): HTMLElement | null {
  return submitter?.isConnected && (submitter as HTMLButtonElement).form === form ? submitter : null;
}

// The events that were held, in their order; click() last, so that the control
// does what a press makes it do.
function click({ control, from, x, y }: Press & { by: 'click' }): void {
  const common = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, button: 0 };
  const pointer = { ...common, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  const down = { buttons: 1, detail: 1 };
  if (from === 'pointerdown' || from === 'touchstart') control.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, ...down }));
  if (from !== 'click') {
    if (control.dispatchEvent(new MouseEvent('mousedown', { ...common, ...down }))) focus(control);
    control.dispatchEvent(new PointerEvent('pointerup', pointer));
    control.dispatchEvent(new MouseEvent('mouseup', { ...common, detail: 1 }));
  }
  if (isHtml(control)) control.click();
  else control.dispatchEvent(new MouseEvent('click', { ...common, detail: 1 }));
}

const FOCUSED = 'button,input,select,summary,a[href],[tabindex]';

// As a press of the hand does, unless the page prevents it: an editor that is emptied
// while it has the focus (Draft.js) loses its caret, and the next draft its first letter.
function focus(control: Element): void {
  const target = control.closest(FOCUSED);
  if (isHtml(target)) target.focus({ preventScroll: true });
}

function key(p: Press & { by: 'key' }): void {
  const init = {
    key: p.key, code: p.code, keyCode: p.keyCode, which: p.keyCode, ctrlKey: p.ctrl, metaKey: p.meta, altKey: p.alt,
    bubbles: true, cancelable: true, composed: true,
  };
  const pressed = p.control ? p.target.closest(PRESSED) : null;
  if (!p.control) settled(p.target);
  const through = p.target.dispatchEvent(new KeyboardEvent('keydown', init));
  if (through) p.target.dispatchEvent(new KeyboardEvent('keypress', { ...init, charCode: p.keyCode } as KeyboardEventInit));
  // What a browser makes of Enter or Space on a button of its own: no script's
  // key does it. On a plain box made into a button the page's handlers do.
  if (isHtml(pressed) && through && p.key === 'Enter') pressed.click();
  const up = p.target.dispatchEvent(new KeyboardEvent('keyup', init));
  if (isHtml(pressed) && through && up && p.key !== 'Enter') pressed.click();
}

// The box has the focus again since a moment ago, and what the browser says of
// its selection is still on its way. A hand is never that fast: an editor that
// hears of both in one key (Draft.js) would put the text back that this key posts.
function settled(target: Element): void {
  target.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/** Elements that a browser presses by itself on a key. */
const PRESSED = 'button,input,summary,a[href],area[href]';

/**
 * Watches what the page makes of a replayed press. The answer errs towards
 * "taken": to ask for a second press of a post that is on its way would make
 * two of it, while a press too few costs one more.
 */
export function evidence(sessions: readonly Session[], control: Element | null): () => boolean {
  const before = sessions.map((s) => s.composer.read().text);
  const sent = sessions.map((s) => s.sent);
  let moved = false;
  const observer = new MutationObserver(() => (moved = true));
  if (control) observer.observe(control, { attributes: true, attributeFilter: ['disabled', 'aria-disabled', 'aria-busy'], childList: true, subtree: true });
  const gone = (): void => void (moved = true);
  addEventListener('pagehide', gone, { once: true });
  return () => {
    observer.disconnect();
    removeEventListener('pagehide', gone);
    return moved || sessions.some((s, i) => !s.live || s.sent !== sent[i] || s.composer.box.offsetParent === null && s.composer.box.offsetHeight === 0
      || s.composer.read().text !== before[i] || (s.composer.field?.disabled ?? false));
  };
}
