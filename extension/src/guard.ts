// Every listener, timer and observer of the tap is made here, so that one
// failure of ours ends the tap and never reaches the page: typing and posting
// go on as if the extension were not there.

export class Guard {
  private readonly end = new AbortController();
  private readonly listening: (() => void)[] = [];

  /** onFail runs once, after everything of ours was stopped. */
  constructor(private readonly onFail: () => void) {}

  get alive(): boolean {
    return !this.end.signal.aborted;
  }

  /**
   * Wraps f: no call after the end, no exception to the caller. Whatever is
   * heard first after the extension was updated or removed under us is the end.
   */
  safe<A extends unknown[]>(f: (...args: A) => void): (...args: A) => void {
    return (...args) => {
      if (!this.alive) return;
      if (!chrome.runtime?.id) return this.stop();
      try {
        f(...args);
      } catch {
        this.fail();
      }
    };
  }

  on<E extends Event>(
    target: EventTarget,
    types: readonly string[],
    f: (event: E) => void,
    options: AddEventListenerOptions = {},
  ): void {
    const safe = this.safe(f) as (event: Event) => void;
    const listen = (): void => {
      for (const type of types) target.addEventListener(type, safe, { capture: true, ...options, signal: this.end.signal });
    };
    listen();
    if (!(target instanceof ShadowRoot)) this.listening.push(listen); // a root goes with its document, and is not kept by us
  }

  /** Listens again where a page's document.open() took every listener away; no listener is there twice. */
  listenAgain(): void {
    if (this.alive) for (const listen of this.listening) listen();
  }

  /** Runs f once after ms; the returned function cancels it. */
  later(ms: number, f: () => void): () => void {
    const id = setTimeout(this.safe(f), ms);
    return () => clearTimeout(id);
  }

  /** Runs f when the tap ends. */
  onEnd(f: () => void): void {
    this.end.signal.addEventListener('abort', () => {
      try {
        f();
      } catch {
        // The end is quiet.
      }
    });
  }

  stop(): void {
    this.end.abort();
  }

  fail(): void {
    if (!this.alive) return;
    this.stop();
    try {
      this.onFail();
    } catch {
      // Nothing is left to tell.
    }
  }
}
