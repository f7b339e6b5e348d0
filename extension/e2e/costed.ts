// A copy of the extension that adds up the main-thread time of its content
// script. Everything of ours runs through Guard.safe, so that is where the
// clock is; a page asks for the sum, and a new one begins. It is told in the head:
// a mark on the root or the body is something that the content script looks at.
import { copy, prepend, replace } from './copies';

const clock = `globalThis.__cost ??= (() => {
  let ms = 0, depth = 0;
  addEventListener('__cost', () => {
    document.head.dataset.cost = ms;
    ms = 0;
  });
  return (f) => {
    if (depth > 0) return f();
    const began = performance.now();
    depth++;
    try { f(); } finally { depth--; ms += performance.now() - began; }
  };
})();`;

/** Hosts of the fixtures on which the worker would turn it on. */
const everywhere = ['https://forum.example/*', 'http://127.0.0.1/*', 'https://x.com/*'];

/** Makes the copy of the build in `from`; it is on at all fixtures. */
export function costedCopy(name: string, from: string): string {
  return copy(name, (dir) => {
    replace(dir, 'content.js', /f\(\.\.\.args\);/, '__cost(() => f(...args));');
    prepend(dir, 'content.js', clock);
    replace(dir, 'manifest.json', /"https:\/\/x\.com\/\*"/, everywhere.map((m) => JSON.stringify(m)).join(','));
  }, from);
}

/** Runs in the page: ms since it was last asked. */
export function askCost(): number {
  dispatchEvent(new Event('__cost'));
  return Number(document.head.dataset.cost);
}
