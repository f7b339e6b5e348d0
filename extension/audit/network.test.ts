// One module owns the network: nobody else asks it but the feed, it knows of
// nothing but addresses, and in the offline edition it is not there at all.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { network, networkFaults } from './network';
import { flat, importsOf, parse, reach, resolve, ts } from './ways-out';

const text = readFileSync(network, 'utf8');

test('the module of the network is as it promises', () => assert.deepEqual(networkFaults(text), []));

test('it reaches the shape of an address and nothing else', () => {
  assert.deepEqual(reach(network, [], []), [network]);
  assert.match(text, /import type \{ FeedAddress \} from '\.\/feed-address';/);
});

const call = 'fetch(feedUrl(address, path), {';
const leaks: [name: string, from: string, to: string][] = [
  ['a draft imported', "import type { FeedAddress }", "import { composerIn } from './composer';\nimport type { FeedAddress }"],
  ['the type of a draft', "import type { FeedAddress }", "import type { Check } from './protocol';\nimport type { FeedAddress }"],
  ['a dynamic import', 'const signal', "await import('./tap');\n  const signal"],
  ['a body', "method: 'GET',", "method: 'GET', body: tag,"],
  ['another method', "method: 'GET'", "method: 'POST'"],
  ['cookies', "credentials: 'omit'", "credentials: 'include'"],
  ['a referrer', "referrerPolicy: 'no-referrer'", "referrerPolicy: 'unsafe-url'"],
  ['redirects', "redirect: 'error'", "redirect: 'follow'"],
  ['a header', "{ 'If-None-Match': tag }", "{ 'If-None-Match': tag, 'X-Note': tag }"],
  ['a header by the side', 'const signal', "headers['X-Note'] = tag;\n  const signal"],
  ['any tag', "tags.test(tag)", 'true'],
  ['a query', '/${path}`', '/${path}?${tag}`'],
  ['any path', '!paths.test(path)', 'false'],
  ['a wider path', 'const paths = /^(?:head', 'const paths = /^(?:.*|head'],
  ['any host over http', '127\\.0\\.0\\.1|localhost', '.*'],
  ['another address', call, 'fetch(address.origin, {'],
  ['a second asking', 'const signal', "await fetch(feedUrl(address, 'head'));\n  const signal"],
  ['an alias', 'const signal', 'const f = fetch;\n  const signal'],
  ['a word of a draft', 'tag = \'\')', "tag = '', draft = '')"],
];

for (const [name, from, to] of leaks) {
  test(`planted: ${name}`, () => {
    assert.ok(text.includes(from), from);
    assert.notDeepEqual(networkFaults(text.replace(from, to)), []);
  });
}

const sources = ['src', 'sites', 'ui', 'pages'].flatMap((dir) => readdirSync(join('extension', dir), { recursive: true, encoding: 'utf8' })
  .filter((n) => /\.tsx?$/.test(n) && !n.includes('.test.') && n !== 'feed-memory.ts') // which tests alone import
  .map((n) => join('extension', dir, n)));

test('the feed alone asks it', () => {
  const askers = sources.filter((f) => importsOf(f).some((from) => from.startsWith('.') && resolve(f, from) === network));
  assert.deepEqual(askers, ['extension/src/feed-gather.ts', 'extension/src/feed.ts']);
  const importers = sources.filter((f) => importsOf(f).some((from) => from === '#feed' || (from.startsWith('.') && askers.includes(resolve(f, from)))));
  assert.deepEqual(importers, ['extension/src/background-rules.ts', 'extension/src/feed.ts']);
});

test('what asks it knows nothing of drafts, tabs and sites', () => {
  const draft = /\/(?:tap|composer|extract|content|checks|watch|session|sessions|hold|guard|background|background-link|background-shapes|protocol|engine|engine-keeper|finding-key|settings|store)\.ts$|\/(?:ui|sites|pages)\//;
  for (const file of ['extension/src/feed.ts', 'extension/src/feed-gather.ts', 'extension/src/feed-schedule.ts']) {
    assert.deepEqual(reach(file, [], [], 'standard').filter((f) => draft.test(f)), [], file);
  }
});

test('no other source of ours has a fetch', () => {
  const asking = sources.filter((f) => f !== network && /\bfetch\b/.test(code(readFileSync(f, 'utf8'))));
  assert.deepEqual(asking.sort(), [
    'extension/pages/desk/engine-room.ts', // on the server's own pages, of the server itself
    'extension/pages/prove-engine.tsx', 'extension/pages/try/offline.ts', 'extension/pages/try/worker.ts', 'extension/src/background.ts',
  ]);
});

const code = (source: string): string => source.split('\n').filter((l) => !/^\s*(\/\/|\*|\/\*)/.test(l)).join('\n');

/** What a script could ask a network with. */
const asks = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon', 'WebTransport', 'RTCPeerConnection', 'importScripts'];

/** Every use of it in a script that ships. */
function asked(file: string): string[] {
  const source = parse(file);
  const found: string[] = [];
  const visit = (node: import('typescript').Node): void => {
    if (ts.isIdentifier(node) && asks.includes(node.text)) found.push(flat(ts.isCallExpression(node.parent) ? node.parent.getText(source) : node.parent.getText(source)));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every script of a build, by its path there. */
const scriptsOf = (built: string): string[] =>
  readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((n) => n.endsWith('.js')).sort();

const own = 'fetch(chrome.runtime.getURL("engine.wasm"))';
/** Reads the words of the package where the browser lost them; alone, before anything is drawn. */
const words = join('ui', 'lost-words.js');

/** What a script that ships asks for: the background the engine, to run it; the Prove it page, to show what is in it. */
function mayAsk(script: string): string[] {
  if (script === words) return ['new XMLHttpRequest()'];
  return ['background.js', join('pages', 'prove.js')].includes(script) ? [own] : [];
}

test('what reads our words reads nothing else, and knows of nothing', () => {
  const source = readFileSync('extension/ui/lost-words.ts', 'utf8');
  assert.deepEqual(importsOf('extension/ui/lost-words.ts'), []); // a type alone
  assert.match(source, /^import type \{ Packaged \} from '\.\/words';$/m);
  assert.deepEqual(source.match(/\.(?:open|send)\(.*\);/g), ["." + "open('GET', chrome.runtime.getURL(`_locales/${language}/messages.json`), false);", '.send();']);
  assert.ok(!/addEventListener|onmessage|location|document|storage/.test(code(source)));
});

for (const browser of ['chrome', 'firefox']) {
  const built = join('dist', browser);
  test(`the offline edition that ships asks for its own engine and nothing else: ${browser}`, { skip: !existsSync(built) && 'nothing is built: make extension' }, () => {
    const scripts = scriptsOf(built);
    assert.ok(['background.js', 'content.js', join('ui', 'frame.js')].every((s) => scripts.includes(s)));
    for (const script of scripts) assert.deepEqual(asked(join(built, script)), mayAsk(script), script);
    const bytes = readFileSync(join(built, 'background.js'), 'utf8');
    for (const mark of ['/v1/a/', 'If-None-Match', 'feed-network']) assert.ok(!bytes.includes(mark), mark);
    assert.match(readFileSync(join(built, 'manifest.json'), 'utf8'), /connect-src 'self'"/);
  });

  const standard = `${built}-standard`;
  test(`the standard edition that ships asks in one place: ${browser}`, { skip: !existsSync(standard) && 'nothing is built: make extension' }, () => {
    for (const script of scriptsOf(standard)) {
      if (script !== 'background.js') assert.deepEqual(asked(join(standard, script)), mayAsk(script), script);
    }
    const all = asked(join(standard, 'background.js'));
    assert.equal(all.filter((a) => a.startsWith('fetch(')).length, 2);
    assert.ok(all.every((a) => a === own || a.startsWith('fetch(feedUrl(address, path), {')), all.join('\n'));
  });
}
