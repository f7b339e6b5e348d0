// The Prove it page says something of everything there is, and every request
// goes by its counter.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import messages from '../_locales/en/messages.json';
import spanish from '../_locales/es/messages.json';
import { sizeOf } from '../src/stored';
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

test('every database of ours has a name for people', () => {
  const sources = ['src/store.ts', 'src/rules-store.ts', 'src/tally-store.ts', 'pages/approve-key.ts', 'pages/practice/progress.ts'].map((f) => readFileSync(`extension/${f}`, 'utf8')).join('\n');
  const names = [...sources.matchAll(/[dD]atabase = '([\w-]+)'/g)].map((m) => m[1]!);
  assert.equal(names.length, 5);
  for (const name of names) assert.ok(words[`prove_place_database_${name.replaceAll('-', '_')}`], name);
});

test('what the background fetches is noted before', () => {
  for (const file of reach('extension/src/background.ts', [], [])) {
    const code = readFileSync(file, 'utf8').replace(/\/\/.*$/gm, '');
    const fetched = [...code.matchAll(/\bfetch\(/g)].map((m) => m.index);
    for (const at of fetched) assert.match(code.slice(Math.max(0, at - 400), at), /noteRequest\(/, file);
  }
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
