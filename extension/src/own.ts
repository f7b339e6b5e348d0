// Events that are about our host and nobody's else: the page's own handlers do
// not hear of them. Without this a page would count hovers over the card, and
// a focus trap would pull the focus out of the dialog.

import type { Guard } from './guard';

const EVENTS = [
  'pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointerenter', 'pointerleave', 'pointercancel',
  'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'mouseenter', 'mouseleave', 'click', 'dblclick', 'auxclick',
  'contextmenu', 'touchstart', 'touchend', 'touchmove', 'wheel', 'keydown', 'keyup', 'keypress', 'focus', 'focusin', 'blur',
  'focusout', 'dragenter', 'dragover', 'drop', 'beforetoggle', 'toggle', 'load',
];

/** Stops, at window capture, what our host is the target or the other end of. */
export function keepOwn(guard: Guard, host: () => Element | null): void {
  // What the page takes for focused while the focus is with us. It is not told
  // of the way back there, because it was not told of the way here; anything
  // else that gets the focus from us is news to it.
  let left: WeakRef<EventTarget> | undefined;
  guard.on(window, EVENTS, (event) => {
    const ours = host();
    if (!ours) return;
    if (event.target === ours) return event.stopImmediatePropagation();
    if (!(event instanceof FocusEvent) || event.relatedTarget !== ours) return;
    const end = event.composedPath()[0];
    if (event.type === 'blur' || event.type === 'focusout') left = end && new WeakRef(end);
    else if (end !== left?.deref()) return;
    event.stopImmediatePropagation();
  });
}
