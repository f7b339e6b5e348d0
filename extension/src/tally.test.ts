import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categories } from './signals';
import { cleanCounts, counted, inAll, monthOf, outcomes, type Counts } from './tally';

test('one more for each category, in its month', () => {
  let counts: Counts = {};
  counts = counted(counts, 'spoke', ['boundary', 'client-story'], '2026-10');
  counts = counted(counts, 'spoke', ['boundary'], '2026-11');
  counts = counted(counts, 'edited', ['boundary'], '2026-11');
  assert.deepEqual(counts, {
    '2026-10': { 'client-story': { spoke: 1 }, boundary: { spoke: 1 } },
    '2026-11': { boundary: { spoke: 1, edited: 1 } },
  });
  assert.deepEqual(inAll(counts), [
    { category: 'client-story', row: { spoke: 1, edited: 0, dismissed: 0, posted: 0 } },
    { category: 'boundary', row: { spoke: 2, edited: 1, dismissed: 0, posted: 0 } },
  ]);
});

test('of when it was, the month alone is kept', () => {
  assert.equal(monthOf(Date.UTC(2026, 10, 21, 20, 17)), '2026-11');
});

test('two years are kept', () => {
  let counts: Counts = {};
  for (let i = 0; i < 30; i++) counts = counted(counts, 'spoke', ['boundary'], monthOf(Date.UTC(2024, i, 1)));
  assert.equal(Object.keys(counts).length, 24);
  assert.equal(Object.keys(counts)[0], '2024-07');
});

test('whatever is said to it, counts are numbers under names that were there before', () => {
  const word = 'Marisol Vega';
  const hostile: unknown[][] = [[word], [{ toString: () => 'boundary' }], ['__proto__', 'constructor'], ['crisis'], [word, 'boundary', null, 7]];
  let counts: Counts = {};
  for (const of of hostile) counts = counted(counts, 'posted', of, '2026-11');
  counts = counted({ [word]: { boundary: { posted: 3 } }, '2026-11': { [word]: { posted: 1 }, boundary: { posted: 1, [word]: 2, spoke: word, edited: -1 } } }, 'spoke', [], '2026-11');
  assert.deepEqual(counts, { '2026-11': { boundary: { posted: 1 } } });
  const known = new Set<string>([...categories, ...outcomes]);
  JSON.stringify(counts, (key, value) => {
    assert.ok(key === '' || /^\d{4}-\d\d$/.test(key) || known.has(key), key);
    assert.ok(typeof value === 'object' || Number.isSafeInteger(value));
    return value;
  });
  for (const nothing of [null, 7, word, [word]]) assert.deepEqual(cleanCounts(nothing), {});
});
