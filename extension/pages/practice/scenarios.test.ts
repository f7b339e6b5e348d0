// The built-in posts, held against the engine that ships: what people labelled
// and what the engine says, and that each safer version is safer.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import messages from '../../_locales/en/messages.json';
import { Engine } from '../../src/engine';
import type { Verdict } from '../../src/protocol';
import { contextOf, inSpanish, levels, rank, scenarios, settingOfSector, type Scenario } from './scenarios';

const engine = WebAssembly.compile(Uint8Array.from(readFileSync('bin/engine.wasm'))).then((module) => Engine.start(module));

const categories = [
  'client-identifier', 'client-story', 'client-image', 'demeaning', 'boundary', 'work-venting', 'employer-info', 'online-advice', 'crisis',
];

/** Where the engine's level is not the label, and why that stays so. */
const differs: Record<string, { says: string; why: string }> = {
  'behind-the-desk': { says: 'note', why: 'it cannot see a screen in a picture, and asks of the picture alone' },
  'stickers-on-faces': { says: 'note', why: 'it does not know that the guys of a group home are people served, and asks of the picture alone' },
  'bus-video': { says: 'caution', why: 'it does not know what has been in the news; by the labelling guide a rare event holds' },
  'thirty-days': { says: 'hold', why: 'it counts treatment for substance use more heavily than the guide’s plain count of two' },
  'not-a-motel': { says: 'note', why: 'it takes the frequent flyers for light mockery and passes over the sentence after' },
};

const verdictOn = async (s: Scenario, text: string, pictures: number): Promise<Verdict> => (await engine).check(text, contextOf(s, pictures));

test('sixty posts: every category, sector and region, and at least a fifth are fine as they are', () => {
  assert.equal(scenarios.length, 60);
  assert.equal(new Set(scenarios.map((s) => s.id)).size, 60);
  const found = (of: (s: Scenario) => string[]) => [...new Set(scenarios.flatMap(of))].sort();
  assert.deepEqual(found((s) => s.categories), [...categories].sort());
  assert.deepEqual(found((s) => [s.sector]), Object.keys(settingOfSector).sort());
  assert.deepEqual(found((s) => [s.region]), ['AU', 'CA', 'GB', 'US']);
  assert.deepEqual(found((s) => [s.level]), [...levels].sort());
  assert.ok(scenarios.filter((s) => s.level === 'clear').length >= 12);
  assert.ok(scenarios.filter((s) => s.protected).length >= 5);
  const words: Record<string, unknown> = messages;
  for (const s of scenarios) assert.ok(words[`practice_sector_${s.sector.replaceAll('-', '_')}`], s.sector);
});

test('every post has all that is said of it, and what is fine needs no other version', () => {
  for (const s of [...scenarios, ...inSpanish]) {
    for (const part of ['scene', 'post', 'why', 'who'] as const) assert.ok(s[part].trim(), `${s.id}: ${part}`);
    assert.equal(s.safer === '', s.level === 'clear', s.id);
    assert.equal(s.categories.length === 0, s.level === 'clear', s.id);
    assert.ok(!s.protected || s.level === 'clear', s.id);
    assert.match(s.why, /^[^.!?]+\.$/, `${s.id}: one sentence`);
  }
});

test('the order tells nothing: no level comes four times running, and six posts show them all', () => {
  const order = scenarios.map((s) => s.level);
  for (let i = 3; i < order.length; i++) assert.ok(new Set(order.slice(i - 3, i + 1)).size > 1, `${order[i]} at ${i}`);
  assert.deepEqual(new Set(order.slice(0, 6)), new Set(levels));
  for (const s of scenarios.slice(0, 6)) assert.ok(!differs[s.id] && !s.categories.includes('crisis'), s.id);
});

test('the engine’s reading of every post, beside its label', async (t) => {
  const apart: Record<string, string> = {};
  for (const s of scenarios) {
    const { level } = await verdictOn(s, s.post, s.pictures);
    if (level !== s.level) apart[s.id] = level;
  }
  t.diagnostic(`the engine agrees with the label on ${scenarios.length - Object.keys(apart).length} of ${scenarios.length} posts`);
  for (const [id, level] of Object.entries(apart)) t.diagnostic(`${id}: says ${level}; ${differs[id]?.why ?? 'nobody said why'}`);
  assert.deepEqual(apart, Object.fromEntries(Object.entries(differs).map(([id, { says }]) => [id, says])));
});

test('labour speech among them is left alone by the engine, and told apart', async () => {
  for (const s of scenarios.filter((one) => one.protected)) {
    const verdict = await verdictOn(s, s.post, 0);
    assert.deepEqual([verdict.level, verdict.protected], ['clear', true], s.id);
  }
});

test('ten in Spanish, a fifth of them fine; what the engine makes of them is told, not held', async (t) => {
  assert.equal(inSpanish.length, 10);
  assert.equal(new Set([...scenarios, ...inSpanish].map((s) => s.id)).size, 70);
  assert.ok(inSpanish.filter((s) => s.level === 'clear').length >= 2);
  for (const s of inSpanish) {
    const verdict = await verdictOn(s, s.post, 0);
    t.diagnostic(`${s.id}: ${s.level}; the engine, with coverage ${verdict.coverage}: ${verdict.level}`);
    // Where it cannot read, it may not say that all is well.
    assert.ok(verdict.coverage !== 'full' || verdict.level === s.level, s.id);
  }
});

for (const s of scenarios.filter((one) => one.level !== 'clear')) {
  test(`a safer version: ${s.id}`, async () => {
    const before = await verdictOn(s, s.post, s.pictures);
    const after = await verdictOn(s, s.safer, 0);
    assert.ok(rank(after.level) < rank(before.level), `${before.level} to ${after.level}`);
    assert.ok(rank(after.level) <= rank('note'), after.level);
  });
}

test('none of them is out of the corpus: no eight words in a row stand there', () => {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  const runs = (text: string) => {
    const words = wordsOf(text);
    return words.slice(7).map((_, i) => words.slice(i, i + 8).join(' '));
  };
  const mine = new Map(scenarios.flatMap((s) => [s.post, s.safer].flatMap(runs).map((run) => [run, s.id])));
  const folder = 'testdata/corpus';
  const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const texts = lines.filter(Boolean).map((line) => (JSON.parse(line) as { text?: string }).text).filter((text) => text !== undefined);
  assert.ok(texts.length > 10_000, `${texts.length} posts`);
  for (const text of texts) for (const run of runs(text)) assert.equal(mine.get(run), undefined, run);
});
