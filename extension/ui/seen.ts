// Whether the frame is really to be seen: nothing of the page covers, fades or
// distorts it. Chromium alone can tell (Intersection Observer, version 2), and
// tells it to the frame, whatever the page does to its own document.

/** At this pace the browser looks; it refuses to look more often, ms. */
const pace = 100;

type Entry = IntersectionObserverEntry & { isVisible?: boolean };

export function canTell(): boolean {
  return 'IntersectionObserverEntry' in self && 'isVisible' in IntersectionObserverEntry.prototype;
}

export class Seen {
  private observer: IntersectionObserver | null = null;

  constructor(private readonly tell: (yes: boolean) => void) {}

  start(el: Element): void {
    this.stop();
    if (!canTell()) return;
    const options = { trackVisibility: true, delay: pace, threshold: [0, 0.9, 1] };
    this.observer = new IntersectionObserver((entries: Entry[]) => {
      const last = entries[entries.length - 1]!;
      this.tell(last.isVisible === true && last.intersectionRatio >= 0.9);
    }, options as IntersectionObserverInit);
    this.observer.observe(el);
  }

  stop(): void {
    this.observer?.disconnect();
    this.observer = null;
  }
}
