// The two readings differ where a colleague knows more than a stranger.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import messages from '../_locales/en/messages.json';
import type { CardFinding } from '../src/protocol';
import { readingsOf } from './readings';
import { useMessages } from './words';

useMessages(messages);
const story = { category: 'client-story', rule: 'story.combination' } as CardFinding;

test('a cue that only a colleague reads changes the colleague’s reading, and not the person’s', () => {
  const plain = readingsOf(story, ['place', 'time'], [])!;
  for (const cue of ['shift', 'unit', 'workload', 'code'] as const) {
    const cued = readingsOf(story, ['place', 'time'], [cue])!;
    assert.equal(cued.client, plain.client);
    assert.notEqual(cued.colleague, plain.colleague);
    assert.notEqual(cued.colleague, cued.client);
    assert.ok(cued.client && cued.colleague);
  }
});

test('the parts change the person’s reading', () => {
  const read = (...parts: string[]) => readingsOf(story, parts, ['shift'])!.client;
  assert.equal(new Set([read('event'), read('place', 'time'), read('health'), read('family'), read('age')]).size, 5);
});

test('where nobody served is meant there are none', () => {
  assert.equal(readingsOf({ ...story, category: 'work-venting' }, ['time'], ['shift']), null);
});
