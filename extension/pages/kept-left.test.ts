import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanOf } from './kept-left';

const hour = 3_600_000;

test('hours, and minutes in the last one; never less than is left', () => {
  assert.equal(spanOf(24 * hour, 'en'), '24 hours');
  assert.equal(spanOf(23 * hour + 1, 'en'), '24 hours');
  assert.equal(spanOf(hour + 1, 'en'), '2 hours');
  assert.equal(spanOf(hour, 'en'), '60 minutes');
  assert.equal(spanOf(1, 'en'), '1 minute');
  assert.equal(spanOf(2 * hour, 'es'), '2 horas');
});
