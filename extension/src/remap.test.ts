import assert from 'node:assert/strict';
import test from 'node:test';
import { editBetween, move } from './remap.ts';

const moved = (before: string, after: string, word: string): string | null => {
  const start = before.indexOf(word);
  const edit = editBetween(before, after);
  const place = edit ? move({ start, end: start + word.length }, edit, after) : { start, end: start + word.length };
  return place && after.slice(place.start, place.end);
};

test('equal texts have no edit', () => assert.equal(editBetween('abc', 'abc'), null));

test('the edit is the least one', () => {
  assert.deepEqual(editBetween('a cat', 'a fat cat'), { start: 2, oldEnd: 2, newEnd: 6 });
  assert.deepEqual(editBetween('', 'x'), { start: 0, oldEnd: 0, newEnd: 1 });
  assert.deepEqual(editBetween('aaa', 'aa'), { start: 2, oldEnd: 3, newEnd: 2 });
});

const cases: [string, string, string, string, string | null][] = [
  ['typing before', 'saw Maria today', 'I saw Maria today', 'Maria', 'Maria'],
  ['typing after', 'saw Maria today', 'saw Maria today.', 'Maria', 'Maria'],
  ['a space right after', 'saw Maria', 'saw Maria ', 'Maria', 'Maria'],
  ['the word grows at its end', 'saw Mari', 'saw Maria', 'Mari', null],
  ['the word grows at its start', 'saw ria', 'saw Maria', 'ria', null],
  ['an apostrophe joins', 'saw Maria', "saw Maria's", 'Maria', null],
  ['a letter within', 'saw Maria', 'saw Mariia', 'Maria', null],
  ['deleted', 'saw Maria today', 'saw today', 'Maria', null],
  ['the space before goes', 'saw Maria', 'sawMaria', 'Maria', null],
  ['everything replaced', 'saw Maria', 'nothing', 'Maria', null],
  ['an emoji before', 'saw Maria', '\u{1f600} saw Maria', 'Maria', 'Maria'],
  ['a line before', 'saw Maria', '\nsaw Maria', 'Maria', 'Maria'],
];
for (const [name, before, after, word, want] of cases) {
  test(`move: ${name}`, () => assert.equal(moved(before, after, word), want));
}

test('a moved span always holds the same words', () => {
  let seed = 7;
  const next = (n: number): number => (seed = (seed * 48271) % 2147483647) % n;
  for (let i = 0; i < 5000; i++) {
    const before = Array.from({ length: 1 + next(30) }, () => 'ab \ud83d\ude00.'[next(6)]).join('');
    const from = next(before.length + 1);
    const to = from + next(before.length - from + 1);
    const after = before.slice(0, from) + 'xy a'.slice(0, next(5)) + before.slice(to);
    const start = next(before.length);
    const end = start + 1 + next(before.length - start);
    const edit = editBetween(before, after);
    if (!edit) continue;
    const place = move({ start, end }, edit, after);
    if (place) assert.equal(after.slice(place.start, place.end), before.slice(start, end));
  }
});
