// Entry of the content script. It may be run a second time in a page that has
// it ("Turn on here", an update): the living one stays, a dead one is replaced.

import { arrival, Tap } from './tap';

declare global {
  interface Window {
    secondLook?: Tap;
  }
}

// The property is of our own world; all that a page can put there by name is an
// element.
// An updated extension gets a world of its own, without the property: what the
// old one left in the page ends at the first event it hears.
const before = typeof window.secondLook?.stop === 'function' ? window.secondLook : null;
if (!before?.alive) {
  before?.stop();
  dispatchEvent(new Event(arrival));
  window.secondLook = new Tap();
  window.secondLook.start();
}
