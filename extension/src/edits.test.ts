import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edited, filled, fit, joined, told } from './edits';

const draft = 'Yesterday my client Sarah went home. Sarah 👩‍👧 cried.';
const at = (words: string, from = 0): { start: number; end: number } => ({ start: draft.indexOf(words, from), end: draft.indexOf(words, from) + words.length });

test('edits make what they say and leave the rest', () => {
  const edits = [{ ...at('Yesterday m'), with: 'M' }, { ...at(' Sarah'), with: '' }, { ...at('Sarah 👩'), with: 'this person 👩' }];
  edits[2] = { start: draft.lastIndexOf('Sarah'), end: draft.lastIndexOf('Sarah') + 5, with: 'This person' };
  const wanted = 'My client went home. This person 👩‍👧 cried.';
  assert.equal(edited(draft, edits), wanted);
  assert.ok(fit(draft, edits));
  assert.equal(edited(draft, [joined(draft, edits)]), wanted, 'one edit makes the same');
  for (const e of edits) assert.equal(edited(draft, [filled(draft, e)]), edited(draft, [e]), 'a letter to put in changes nothing');
});

test('edits out of order, over each other, outside or across lines do not fit', () => {
  assert.ok(!fit('abcdef', [{ start: 3, end: 4, with: '' }, { start: 1, end: 2, with: '' }]));
  assert.ok(!fit('abcdef', [{ start: 1, end: 3, with: '' }, { start: 2, end: 4, with: '' }]));
  assert.ok(!fit('abcdef', [{ start: 5, end: 7, with: '' }]));
  assert.ok(!fit('ab\ncd', [{ start: 1, end: 4, with: '' }]));
  assert.ok(!fit('abcdef', []));
});

test('the letter that is put in again is a plain one', () => {
  assert.deepEqual(filled('my client Sarah is', { start: 9, end: 15, with: '' }), { start: 8, end: 15, with: 't' });
  assert.deepEqual(filled('👩‍👧 Sarah is', { start: 5, end: 11, with: '' }), { start: 5, end: 11, with: '' }, 'neither side is plain');
  assert.deepEqual(filled('Sarah is', { start: 0, end: 6, with: '' }), { start: 0, end: 7, with: 'i' });
  assert.deepEqual(filled('cafe\u0301 Sarah', { start: 5, end: 11, with: '' }), { start: 5, end: 11, with: '' }, 'a letter with a mark is not plain');
});

test('an edit is told in whole words', () => {
  assert.deepEqual(told(draft, { ...at('Yesterday m'), with: 'M' }), { before: 'Yesterday my', after: 'My' });
  assert.deepEqual(told(draft, { ...at(' Sarah'), with: '' }), { before: 'Sarah', after: '' });
  assert.deepEqual(told('in Dayton, Ohio', { start: 0, end: 15, with: 'somewhere' }), { before: 'in Dayton, Ohio', after: 'somewhere' });
});
