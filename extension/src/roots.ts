// The shadow roots around composers. Some events do not leave the root they
// happen in (a form's submit is one), so the window never hears of them: they
// are heard in the roots themselves, from the first time a composer in one is
// met. What stays out of reach: a listener that the page itself put on such a
// root before comes first, and a form in a root in which nobody has written.

import type { Guard } from './guard';

export class Roots {
  private readonly known = new WeakSet<ShadowRoot>();
  private readonly heard: ((root: ShadowRoot) => void)[] = [];

  constructor(private readonly guard: Guard) {}

  /** Hears, at capture, events of a type in every root that is followed from now on. */
  on<E extends Event>(type: string, f: (event: E) => void): void {
    this.heard.push((root) => this.guard.on<E>(root, [type], f));
  }

  /** Follows the roots, open or closed, that box is in. */
  follow(box: Element): void {
    for (let root = box.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
      if (this.known.has(root)) continue;
      this.known.add(root);
      for (const listen of this.heard) listen(root);
    }
  }
}
