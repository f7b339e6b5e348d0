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
  guard.on(window, EVENTS, (event) => {
    const ours = host();
    if (!ours) return;
    const other = (event as FocusEvent | MouseEvent).relatedTarget;
    if (event.target === ours || (event instanceof FocusEvent && other === ours)) event.stopImmediatePropagation();
  });
}
