import assert from 'node:assert/strict';
import test from 'node:test';
import type { Composer } from './composer.ts';
import type { Finding, Level, Verdict } from './protocol.ts';
import { Session } from './session.ts';
import { Whole } from './whole.ts';

const finding = (rule: string, level: Level, ...spans: [number, number][]): Finding => ({
  rule, category: 'client-story', level, score: 900, message: 'm', authority: 'ethics', cite: 'c', rewrites: [],
  spans: spans.map(([start, end]) => ({ start, end, type: 'PHRASE', text: '' })),
});

const verdict = (...findings: Finding[]): Verdict => ({
  level: 'hold', protected: false, coverage: 'full', offsets: 'utf16', read: [], findings,
  combination: { count: 1, parts: [{ kind: 'age', start: 0, end: 1 }] }, engine: 'e', bundle: { agency: '', seq: 0 },
});

interface Part { box: { text: string; isConnected: boolean }; session: Session }

function part(text: string): Part {
  const box = { text, isConnected: true };
  const session = new Session({ box, read: () => ({ text: box.text, pieces: [] }) } as unknown as Composer);
  session.read();
  return { box, session };
}

/** Three parts and what they say together: "14", "Osterville", "Tuesday". */
function thread(): { parts: Part[]; whole: Whole } {
  const parts = ['I had a client', 'She is 14, of Osterville', 'Court is on Tuesday'].map(part);
  const whole = new Whole(parts.map((p) => p.session));
  const at = (word: string): [number, number] => [whole.text.indexOf(word), whole.text.indexOf(word) + word.length];
  for (const { session } of parts) session.take(verdict(), session.text);
  whole.take(verdict(finding('story.combination', 'hold', at('14'), at('Osterville'), at('Tuesday'))), whole.text);
  return { parts, whole };
}

const drawn = ({ box, session }: Part): string[] => session.marks().map((m) => box.text.slice(m.place.start, m.place.end));

test('a finding on the whole stands in each part that has words of it', () => {
  const { parts, whole } = thread();
  assert.equal(whole.checked, true);
  assert.deepEqual(parts.map((p) => p.session.level()), ['clear', 'hold', 'hold']);
  assert.deepEqual(parts.map(drawn), [[], ['14', 'Osterville'], ['Tuesday']]);
  const [shown] = parts[2]!.session.findings();
  assert.deepEqual(parts[2]!.session.card(shown!, '').words, ['14', 'Osterville', 'Tuesday']);
  assert.deepEqual(parts[2]!.session.parts(), ['age']);
});

test('it is asked about once, not once a part', () => {
  const { parts } = thread();
  assert.deepEqual(parts.map((p) => p.session.toAsk().length), [0, 1, 0]);
  parts[1]!.session.setAsked(parts[1]!.session.toAsk());
  assert.deepEqual(parts.map((p) => p.session.toAsk().length), [0, 0, 0]);
});

test('it falls everywhere with a word of it anywhere, and stands beside other edits', () => {
  const { parts } = thread();
  parts[2]!.box.text = 'At last: Court is on Tuesday';
  parts[2]!.session.read();
  assert.deepEqual(drawn(parts[2]!), ['Tuesday']);
  parts[1]!.box.text = 'She is a teenager, of Osterville';
  parts[1]!.session.read();
  assert.deepEqual(parts.map((p) => p.session.level()), ['clear', 'clear', 'clear']);
});

test('it falls with a part that is taken away, and with the whole', () => {
  const { parts, whole } = thread();
  parts[2]!.box.isConnected = false;
  assert.equal(parts[1]!.session.level(), 'clear');
  parts[2]!.box.isConnected = true;
  assert.equal(parts[1]!.session.level(), 'hold');
  whole.dissolve();
  assert.equal(parts[1]!.session.level(), 'clear');
});

/** Parts in which a child is named, and what they say together judged anew for some of them. */
function named(texts: string[]): { parts: Part[]; judge: (of: Part[]) => void } {
  const parts = texts.map(part);
  const judge = (of: Part[]): void => {
    const whole = new Whole(of.map((p) => p.session));
    const spans = [...whole.text.matchAll(/Ana/g)].map((m): [number, number] => [m.index, m.index + 3]);
    for (const { session } of of) session.take(verdict(), session.text);
    whole.take(verdict(finding('story.combination', 'hold', ...spans)), whole.text);
  };
  return { parts, judge };
}

test('answered once, it is not asked again by the next part when the one that asked is taken away', () => {
  const { parts: [a, b, c], judge } = named(['Saw Ana', 'Ana cried', 'Court']) as { parts: [Part, Part, Part]; judge: (of: Part[]) => void };
  judge([a, b, c]);
  a.session.setAsked(a.session.toAsk());
  judge([b, c]);
  assert.deepEqual(b.session.level(), 'hold');
  assert.deepEqual([b, c].map((p) => p.session.toAsk().length), [0, 0]);
  b.box.text = 'Ana Ortiz cried';
  b.session.read();
  b.session.take(verdict(finding('story.combination', 'hold', [0, 9])), b.box.text);
  assert.deepEqual(b.session.toAsk().length, 1, 'other words are another question');
});

test('"Post as is" is for every part that has a share', () => {
  const { parts: [a, b, c], judge } = named(['Saw Ana', 'Ana cried', 'Court']) as { parts: [Part, Part, Part]; judge: (of: Part[]) => void };
  judge([a, b, c]);
  a.session.allow(a.session.toAsk());
  judge([b, c]);
  assert.deepEqual([b, c].map((p) => p.session.toAsk().length), [0, 0]);
});

test('dismissed in one part, it is dismissed in all', () => {
  const { parts } = thread();
  parts[2]!.session.dismiss('story.combination');
  assert.deepEqual(parts.map((p) => p.session.toAsk().length), [0, 0, 0]);
});

test('what a part says alone is not said twice, and the louder one stays', () => {
  const one = part('My patient is 34');
  const two = part('From Osterville');
  const whole = new Whole([one.session, two.session]);
  one.session.take(verdict(finding('story.combination', 'caution', [14, 16]), finding('identifier.name', 'hold', [3, 10])), one.session.text);
  whole.take(verdict(finding('story.combination', 'hold', [14, 16], [23, 33]), finding('identifier.name', 'hold', [3, 10])), whole.text);
  assert.deepEqual(one.session.findings().map((s) => [s.finding.rule, s.finding.level]), [['identifier.name', 'hold'], ['story.combination', 'hold']]);
  assert.deepEqual(drawn(one), ['patient', '34']);
});

test('a span over the end of a part is cut there', () => {
  const one = part('abc');
  const two = part('def');
  const whole = new Whole([one.session, two.session]);
  whole.take(verdict(finding('r', 'hold', [1, 7])), whole.text);
  assert.deepEqual([drawn(one), drawn(two)], [['bc'], ['de']]);
});

test('a part edited and put back before anything was judged anew: the finding stands as it did', () => {
  const { parts, whole } = thread();
  for (parts[2]!.box.text of ['Court is on Friday', 'Court is on Tuesday']) parts[2]!.session.read();
  assert.equal(whole.checked, true);
  assert.deepEqual(parts.map(drawn), [[], ['14', 'Osterville'], ['Tuesday']]);
  assert.deepEqual(parts.map((p) => p.session.toAsk().length), [0, 1, 0]);
});

test('a part emptied and filled again in one breath: the whole is judged anew', () => {
  const { parts, whole } = thread();
  for (parts[2]!.box.text of ['', 'Court is on Tuesday']) parts[2]!.session.read();
  assert.equal(whole.checked, false);
});
