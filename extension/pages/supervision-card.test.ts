// The card for supervision holds signals, not words: every labelled draft is
// judged, its card is made, and the two are held against each other.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import messages from '../_locales/en/messages.json';
import { Engine } from '../src/engine';
import { categories, partKinds, signalsOf } from '../src/signals';
import { settingIds } from '../src/settings';
import { cardFindings, cardParts } from '../ui/finding-text';
import { useMessages } from '../ui/words';
import { supervisionCard, type CardPart } from './supervision-card';

useMessages(messages);

const corpus = 'testdata/corpus';
const drafts = readdirSync(corpus).filter((n) => n.startsWith('own-') && n.endsWith('.jsonl')).sort()
  .flatMap((n) => readFileSync(join(corpus, n), 'utf8').trim().split('\n'))
  .map((line) => (JSON.parse(line) as { text: string }).text);

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? [];
const grams = (words: string[], n: number): Set<string> => new Set(words.slice(n - 1).map((_, i) => words.slice(i, i + n).join(' ')));
const textOf = (card: CardPart[]): string => card.flatMap((p) => [p.name, ...p.items]).join('\n');

/** All that any card can say. */
const everything = (['note', 'caution', 'hold'] as const).flatMap((level) =>
  settingIds.map((setting) => textOf(supervisionCard({ level, categories: [...categories], parts: [...partKinds] }, setting)))).join('\n');
const known = [1, 2, 3].map((n) => grams(wordsOf(everything), n));

/** Runs of one to three words that are the draft's and that no card has of its own. */
function taken(card: CardPart[], draft: string): string[] {
  const lines = textOf(card).split('\n');
  return [1, 2, 3].flatMap((n) => {
    const ofDraft = grams(wordsOf(draft), n);
    return lines.flatMap((line) => [...grams(wordsOf(line), n)]).filter((g) => ofDraft.has(g) && !known[n - 1]!.has(g));
  });
}

test('no card has a word of the draft it is about', async () => {
  const engine = await Engine.start(await WebAssembly.compile(Uint8Array.from(readFileSync('bin/engine.wasm')).buffer));
  const cards = new Map<string, string>();
  let made = 0;
  for (const draft of drafts) {
    const verdict = engine.check(draft, {});
    if (verdict.findings.length === 0) continue;
    const signals = signalsOf(cardFindings(verdict, 'US'), cardParts(verdict));
    const card = supervisionCard(signals, 'shelter');
    assert.deepEqual(taken(card, draft), [], draft);
    made++;
    const key = JSON.stringify(signals);
    assert.equal(cards.get(key) ?? textOf(card), textOf(card), 'the same signals give the same card');
    cards.set(key, textOf(card));
  }
  assert.ok(made > 3000, `${made} drafts had a card`);
});

test('a card that took a word would be caught', () => {
  const draft = 'My client Marisol Vega goes to court Tuesday';
  const card = supervisionCard({ level: 'hold', categories: ['client-story'], parts: ['place'] }, 'shelter');
  for (const leak of ['Marisol', 'a place: court Tuesday', draft]) {
    assert.notDeepEqual(taken([...card, { name: '', items: [leak] }], draft), [], leak);
  }
});
