// What tells that a composer's text or place changed: one set of observers for
// the composer at hand, none for the document, no timers.

import type { Composer } from './composer';
import type { Guard } from './guard';

export class Watch {
  private ends: (() => void)[] = [];

  constructor(
    private readonly guard: Guard,
    private readonly onText: () => void,
    private readonly onPlace: () => void,
    private readonly onMedia: () => void,
  ) {
    guard.onEnd(() => this.stop());
  }

  /** part: what of the page belongs to the composer, where a picture that loads may be a preview. */
  start({ box, field }: Composer, part: Element | null): void {
    this.stop();
    if (!field) {
      const text = new MutationObserver(this.guard.safe(() => this.onText()));
      text.observe(box, { subtree: true, childList: true, characterData: true });
      this.ends.push(() => text.disconnect());
    }
    if (part) {
      const media = this.guard.safe(() => this.onMedia());
      const types = ['load', 'loadeddata'];
      for (const type of types) part.addEventListener(type, media, true);
      this.ends.push(() => types.forEach((type) => part.removeEventListener(type, media, true)));
    }
    // A page that goes dark or sets its type larger does so on one of these two.
    const whole = new MutationObserver(this.guard.safe(() => this.onPlace()));
    for (const el of [document.documentElement, document.body]) if (el) whole.observe(el, { attributes: true });
    this.ends.push(() => whole.disconnect());
    const size = new ResizeObserver(this.guard.safe(() => this.onPlace()));
    size.observe(box);
    this.ends.push(() => size.disconnect(), followMoves(box, this.guard, () => this.onPlace()));
  }

  stop(): void {
    for (const end of this.ends.splice(0)) end();
  }
}

// Something above the composer grew and pushed it down: no scroll, no resize.
// An intersection root cut to exactly where the composer is notices.
function followMoves(box: Element, guard: Guard, moved: () => void): () => void {
  let observer: IntersectionObserver | null = null;
  const watch = (): void => {
    observer?.disconnect();
    if (!box.isConnected) return;
    const { left, top, right, bottom, width, height } = box.getBoundingClientRect();
    if (!width || !height) return;
    const [t, r, b, l] = [top, innerWidth - right, innerHeight - bottom, left].map((n) => -Math.floor(n));
    let first = true;
    observer = new IntersectionObserver(
      guard.safe((entries: IntersectionObserverEntry[]) => {
        const whole = entries[entries.length - 1]!.intersectionRatio >= 0.99;
        if (first && whole) return void (first = false);
        if (first) return observer?.disconnect(); // off screen: a scroll will tell
        moved();
        watch();
      }),
      { rootMargin: `${t}px ${r}px ${b}px ${l}px`, threshold: [0.5, 0.9, 0.99, 1] },
    );
    observer.observe(box);
  };
  watch();
  return () => observer?.disconnect();
}
