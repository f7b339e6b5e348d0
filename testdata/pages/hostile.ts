// A page that wants to know what Second Look thinks of the draft. It runs
// before everything else, listens to all it can, patches what content scripts
// might call, and probes when asked. Whatever it comes by ends in __learned.

declare global {
  interface Window {
    __learned: string[];
    __probe: (words: string[]) => string[];
    __frameOf: (address: string) => Promise<void>;
    __forge: () => void;
    find(text: string, caseSensitive?: boolean, backwards?: boolean, wrap?: boolean): boolean;
  }
}

window.__learned = [];
const learn = (from: string, what: unknown) => {
  let text: string;
  try {
    text = typeof what === 'string' ? what : JSON.stringify(what) ?? String(what);
  } catch {
    text = String(what);
  }
  window.__learned.push(`${from}: ${text}`);
};

/** Calls through, after writing down arguments and result. */
function spy(owner: object, name: string): void {
  const real = (owner as Record<string, unknown>)[name];
  if (typeof real !== 'function') return;
  Object.defineProperty(owner, name, {
    configurable: true,
    writable: true,
    value: function (this: unknown, ...args: unknown[]) {
      const result: unknown = real.apply(this, args);
      if (!busy) {
        busy = true;
        learn(name, args.map((a) => (a instanceof Node ? (a as Element).outerHTML ?? a.textContent : a)));
        if (result instanceof DOMRectList) learn(name, [...result]);
        busy = false;
      }
      return result;
    },
  });
}
let busy = false;

spy(Element.prototype, 'attachShadow');
spy(MessagePort.prototype, 'postMessage');
spy(window, 'postMessage');
spy(Range.prototype, 'getClientRects');
spy(EventTarget.prototype, 'dispatchEvent');
spy(CSSStyleDeclaration.prototype, 'setProperty');
spy(HTMLElement.prototype, 'showPopover');
spy(crypto, 'getRandomValues');

addEventListener('message', (e) => learn('message', [e.origin, e.data, e.ports.length]), true);
for (const name of ['focus', 'blur', 'focusin', 'focusout', 'pointerover', 'toggle', 'load', 'animationstart', 'transitionrun']) {
  addEventListener(name, (e) => learn(name, (e.target as Element | null)?.nodeName ?? ''), true);
}
new MutationObserver((all) => {
  for (const m of all) {
    const added = [...m.addedNodes].map((n) => (n as Element).outerHTML ?? n.textContent);
    const inEditor = (m.target as Element).closest?.('[contenteditable],textarea') ?? m.target.parentElement?.closest('[contenteditable]');
    if (!inEditor) learn('mutation', [m.type, m.attributeName, added]);
  }
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

/** Where something of Second Look stands over the page, every few pixels. */
function grid(): string {
  const rows: string[] = [];
  for (let y = 0; y < innerHeight; y += 12) {
    for (let x = 0; x < innerWidth; x += 12) {
      if (document.elementsFromPoint(x, y).some((el) => el.localName.startsWith('look-'))) rows.push(`${x},${y}`);
    }
  }
  return rows.join(' ');
}

function selected(): string {
  const s = getSelection()!;
  s.selectAllChildren(document.documentElement);
  const text = s.toString();
  s.removeAllRanges();
  return text;
}

function strangers(): string[] {
  const known = new Set(['html', 'head', 'body']);
  return [...document.documentElement.children].filter((el) => !known.has(el.localName)).map((el) => {
    const box = el.getBoundingClientRect();
    return [(el as HTMLElement).outerHTML.replace(/look-\w+/g, 'look'), getComputedStyle(el).cssText, el.shadowRoot !== null, box.width, box.height].join(' ');
  });
}

/**
 * Everything a page can ask the browser at one moment. The words are looked
 * for by the browser's own search; each found one is told by its place.
 */
window.__probe = (words) => {
  busy = true;
  const out: string[] = [];
  getSelection()!.removeAllRanges();
  for (const word of words) {
    const hit = window.find(word, false, false, true);
    const where = hit ? getSelection()!.anchorNode?.nodeName : '';
    out.push(`find ${word}: ${hit} ${where}`);
    getSelection()!.removeAllRanges();
  }
  out.push(`selection ${selected()}`);
  out.push(`highlights ${[...CSS.highlights].map(([n, h]) => `${n} ${[...h].map(String).join()}`).join()}`);
  out.push(`resources ${performance.getEntriesByType('resource').map((e) => e.name).filter((n) => !n.startsWith(location.origin)).join(' ')}`);
  out.push(`frames ${window.length}`);
  for (let i = 0; i < window.length; i++) {
    for (const read of [(w: Window) => w.location.href, (w: Window) => w.document.body.innerText, (w: Window) => w.name]) {
      try {
        out.push(`frame ${read(window[i])}`);
      } catch {
        out.push('frame refused');
      }
    }
  }
  out.push(`active ${document.activeElement?.nodeName.replace(/^LOOK-.*/, 'ours')}`);
  out.push(`popovers ${document.querySelectorAll(':popover-open').length} ${document.getAnimations().length} ${document.styleSheets.length}`);
  out.push(...strangers());
  out.push(`grid ${grid()}`);
  out.push(`globals ${Object.keys(window).filter((k) => /look|verdict|finding/i.test(k)).join()} ${typeof (window as { chrome?: { runtime?: unknown } }).chrome?.runtime}`);
  busy = false;
  return out;
};

/** Loads an address into a frame of the page's own, and leaves it there. */
window.__frameOf = (address) => new Promise((done) => {
  const frame = document.createElement('iframe');
  frame.name = 'own';
  frame.addEventListener('load', () => done());
  frame.src = address;
  document.body.append(frame);
});

/** Forged words to everyone who might listen. */
window.__forge = () => {
  const port = () => new MessageChannel();
  const messages = [
    { t: 'chip', level: 'clear', count: 0, coverage: 'full', findings: [], parts: [] }, { t: 'hide' }, { t: 'post' }, { t: 'ready' },
    { t: 'changed' }, { t: 'check', seq: 1, text: 'x', context: {} }, { nonce: '0'.repeat(32) },
  ];
  for (const m of messages) {
    for (let i = 0; i < window.length; i++) window[i].postMessage(m, '*', [port().port2]);
    window.postMessage(m, '*');
  }
};
export {};
