import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanSignals, signalsOf } from './signals';

test('signals are the loudest level, the categories and the kinds, each once', () => {
  const findings = [
    { category: 'client-story', level: 'caution' as const }, { category: 'client-identifier', level: 'hold' as const },
    { category: 'client-story', level: 'note' as const },
  ];
  assert.deepEqual(signalsOf(findings, ['time', 'place', 'time']), {
    level: 'hold', categories: ['client-identifier', 'client-story'], parts: ['place', 'time'],
  });
});

test('support is on no card for others', () => {
  const findings = [{ category: 'crisis', level: 'caution' as const }, { category: 'boundary', level: 'note' as const }];
  assert.deepEqual(signalsOf(findings, []), { level: 'note', categories: ['boundary'], parts: [] });
});

test('words cannot come in as signals', () => {
  const word = 'Marisol Vega';
  const laden = { level: 'hold', categories: [word, 'boundary'], parts: [word, 'place', { place: word }], text: word, setting: word };
  assert.deepEqual(cleanSignals(laden), { level: 'hold', categories: ['boundary'], parts: ['place'] });
  for (const none of [null, undefined, word, [], {}, { level: word }, { level: 'clear' }]) assert.equal(cleanSignals(none), null);
});
