// A copy of the extension whose content script counts what it does: every
// timer, frame, observer, listener and message of ours goes through these
// counters, in the script's own world, before the first line of it runs.
import type { CDPSession, Page } from '@playwright/test';
import { copy, prepend, replace } from './copies';
import { dist } from './paths';

/** What the content script has done since the counters were last set to zero, and what it holds. */
export interface Work {
  /** Timers that were set, and those that have not ended yet. */
  timers: number;
  pending: number;
  frames: number;
  /** Runs of listeners and of observers. */
  heard: number;
  observed: number;
  /** Observers that watch something. */
  watching: number;
  messages: number;
  /** Main-thread ms in all of them. */
  ms: number;
}

const counters = `
globalThis.__work = { timers: 0, pending: 0, frames: 0, heard: 0, observed: 0, watching: 0, messages: 0, ms: 0 };
(() => {
  const work = globalThis.__work;
  let depth = 0;
  const timed = (f, count) => function (...args) {
    count?.();
    if (depth++ > 0) { try { return f.apply(this, args); } finally { depth--; } }
    const began = performance.now();
    try { return f.apply(this, args); } finally { depth--; work.ms += performance.now() - began; }
  };
  const live = new Set();
  const { setTimeout: later, clearTimeout: never } = globalThis;
  const end = (id) => { if (live.delete(id)) work.pending--; };
  globalThis.setTimeout = (f, ms) => {
    work.timers++; work.pending++;
    const id = later(timed((...args) => { end(id); f(...args); }), ms);
    live.add(id);
    return id;
  };
  globalThis.clearTimeout = (id) => { end(id); never(id); };
  globalThis.setInterval = () => { throw new Error('an interval'); };
  globalThis.requestIdleCallback = () => { throw new Error('an idle callback'); };
  const frame = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (f) => frame.call(globalThis, timed(f, () => work.frames++));
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const Real = globalThis[name];
    globalThis[name] = class extends Real {
      constructor(f, options) { super(timed(f, () => work.observed++), options); this.on = false; }
      observe(...args) { if (!this.on) { this.on = true; work.watching++; } super.observe(...args); }
      disconnect() { if (this.on) { this.on = false; work.watching--; } super.disconnect(); }
    };
  }
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, f, options) {
    return add.call(this, type, typeof f === 'function' ? timed(f, () => work.heard++) : f, options);
  };
  const send = chrome.runtime.sendMessage;
  chrome.runtime.sendMessage = (...args) => { work.messages++; return send.apply(chrome.runtime, args); };
})();`;

/** Hosts of the fixtures on which the worker would turn it on. */
const everywhere = ['https://forum.example/*', 'http://127.0.0.1/*'];

/** Makes the copy: of Chromium's build, or of the one in `from`. It is on at all fixtures. */
export function countedCopy(name: string, more = '', from = dist): string {
  return copy(name, (dir) => {
    prepend(dir, 'content.js', `if (!globalThis.__work) {${counters}\n${more}}`);
    replace(dir, 'manifest.json', /"https:\/\/x\.com\/\*"/g, [...everywhere, 'https://x.com/*'].map((m) => JSON.stringify(m)).join(','));
  }, from);
}

/** Reads the counters in the content script's own world. */
export class Counter {
  private constructor(private readonly cdp: CDPSession, private readonly world: number) {}

  static async of(page: Page, id: string): Promise<Counter> {
    const cdp = await page.context().newCDPSession(page);
    const world = new Promise<number>((done) => {
      cdp.on('Runtime.executionContextCreated', ({ context: { id: world, origin, auxData } }) => {
        if (origin.includes(id) && auxData?.type === 'isolated') done(world);
      });
    });
    await cdp.send('Runtime.enable');
    return new Counter(cdp, await world);
  }

  async read(): Promise<Work> {
    return this.run('({ ...__work })');
  }

  /** Sets what was done to zero; what is held stays. */
  async reset(): Promise<void> {
    await this.run('Object.assign(__work, { timers: 0, frames: 0, heard: 0, observed: 0, messages: 0, ms: 0 })');
  }

  private async run(expression: string): Promise<Work> {
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', { expression, contextId: this.world, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value as Work;
  }
}
