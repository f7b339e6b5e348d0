// Entry of the content script. It may be run a second time in a page that has
// it ("Turn on here", an update): the living one stays, a dead one is replaced.

import { Tap } from './tap';

const world = globalThis as { secondLook?: Tap };
if (!world.secondLook?.alive) {
  world.secondLook?.stop();
  world.secondLook = new Tap();
  world.secondLook.start();
}
