// The Prove it page says something of everything there is, and every request
// goes by its counter.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import messages from '../_locales/en/messages.json';
import spanish from '../_locales/es/messages.json';
import { sizeOf } from '../src/stored';
import { network } from './network';
import { reach } from './ways-out';

const words: Record<string, { message: string }> = messages;

test('every permission of the manifest is said in plain words', () => {
  const go = readFileSync('extension/build/manifest.go', 'utf8');
  const lists = [...go.matchAll(/Permissions:\s+\[\]string\{([^}]*)\}/g)];
  assert.ok(lists.length > 0);
  for (const [, list] of lists) {
    for (const [, name] of list!.matchAll(/"([\w.]+)"/g)) assert.ok(words[`prove_permission_${name}`], name);
  }
});

test('every import of the engine is said in plain words', () => {
  const names = readFileSync('wasm/imports.txt', 'utf8').trim().split('\n').map((line) => line.split('.')[1]!);
  assert.ok(names.length > 5);
  for (const name of names) assert.ok(words[`prove_import_${name}`], name);
});

/** The sources of the extension, by path in the repository; the pages of the server are not in it. */
const sources = ['src', 'sites', 'ui', 'pages'].flatMap((dir) => readdirSync(join('extension', dir), { recursive: true, encoding: 'utf8' })
  .filter((n) => /\.tsx?$/.test(n) && !n.includes('.test.') && !n.startsWith('desk')).map((n) => join('extension', dir, n)));

test('every database of ours has a name for people, and stands on the privacy page', () => {
  const privacy = readFileSync('PRIVACY.md', 'utf8');
  const owners = sources.map((f) => readFileSync(f, 'utf8')).filter((code) => code.includes('.createObjectStore('));
  assert.ok(owners.length >= 5);
  for (const code of owners) {
    const name = /atabase = '([\w-]+)'/.exec(code)![1]!;
    assert.ok(words[`prove_place_database_${name.replaceAll('-', '_')}`], name);
    assert.ok(privacy.includes(`\`${name}\``), name);
  }
});

test('what the background asks for is noted before, in both editions', () => {
  const files = reach('extension/src/background.ts', [], [], 'standard');
  assert.ok(files.includes(network));
  for (const file of files) {
    const code = readFileSync(file, 'utf8').replace(/\/\/.*$/gm, '');
    // The network's own module may know of nothing; who asks it notes it.
    const asks = file === network ? [] : [...code.matchAll(/\bfetch\(|(?<![.\w])ask\(address/g)].map((m) => m.index);
    for (const at of asks) assert.match(code.slice(Math.max(0, at - 400), at), /noteRequest\(/, file);
  }
  // Nobody is handed the bare question but the one that notes it.
  const feed = readFileSync('extension/src/feed.ts', 'utf8').replace(/\/\/.*$/gm, '');
  assert.deepEqual([...feed.matchAll(/(?<![.\w'])ask\b(?!:)[^\n]*/g)].map(([line]) => line), [
    "ask, FeedTrouble, feedUrl } from './feed-network';", 'ask;', 'ask = (address, path, tag) => {', 'ask(address, path, tag);',
  ]);
});

test('the frame in a page fills no field by its value: to restore a tab, browsers write down what a script put there', () => {
  const views = sources.filter((f) => f.startsWith(join('extension', 'ui')) && f.endsWith('.tsx'));
  assert.ok(views.length > 5);
  for (const file of views) assert.doesNotMatch(readFileSync(file, 'utf8'), /<(?:textarea|input)\b[^>]*\svalue=/, file);
});

test('sizes are of what a value holds', () => {
  assert.equal(sizeOf('añ'), 3);
  assert.equal(sizeOf(new Uint8Array(10)), 10);
  assert.equal(sizeOf({ ab: 'c', d: [1, null] }), 2 + 1 + 1 + 8);
});

test('the store and the privacy page name every permission, and describe it as the locale does', () => {
  const manifest = readFileSync('extension/build/manifest.go', 'utf8');
  const store = readFileSync('docs/store.md', 'utf8');
  const privacy = readFileSync('PRIVACY.md', 'utf8');
  const named = [...manifest.matchAll(/Permissions:\s+\[\]string\{([^}]*)\}/g)].flatMap(([, l]) => [...l!.matchAll(/"([\w.]+)"/g)].map((m) => m[1]!));
  assert.ok(named.length >= 3);
  for (const name of named) for (const text of [store, privacy]) assert.ok(text.includes(`| \`${name}\` |`), name);
  for (const lang of [messages, spanish]) assert.ok(store.includes(lang.app_description.message));
});
