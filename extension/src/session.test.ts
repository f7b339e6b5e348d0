import assert from 'node:assert/strict';
import test from 'node:test';
import type { Composer } from './composer.ts';
import type { Finding, Level, Verdict } from './protocol.ts';
import { passTime, Session } from './session.ts';

const finding = (rule: string, level: Level, ...spans: [number, number][]): Finding => ({
  rule, category: 'client-story', level, score: 900, message: 'm', authority: 'ethics', cite: 'c', rewrites: [],
  spans: spans.map(([start, end]) => ({ start, end, type: 'PHRASE', text: '' })),
});

const verdict = (...findings: Finding[]): Verdict => ({
  level: 'hold', protected: false, coverage: 'full', offsets: 'utf16', read: [], findings,
  combination: { count: 2, parts: [{ kind: 'age', start: 0, end: 1 }, { kind: 'age', start: 1, end: 2 }] }, engine: 'e', bundle: { agency: '', seq: 0 },
});

/** A session whose box holds `box.text`. */
function desk(text: string): { box: { text: string }; session: Session } {
  const box = { text };
  const session = new Session({ read: () => ({ text: box.text, pieces: [] }) } as unknown as Composer);
  session.read();
  return { box, session };
}

const saw = 'saw Maria in court';
const held = () => verdict(finding('name', 'hold', [4, 9]), finding('place', 'note', [13, 18]));

test('a verdict for the text at hand stands', () => {
  const { session } = desk(saw);
  session.take(held(), saw);
  assert.equal(session.checked, true);
  assert.equal(session.level(), 'hold');
  assert.deepEqual(session.toAsk().map((s) => s.finding.rule), ['name']);
  assert.deepEqual(session.parts(), ['age']);
});

test('where there was more than could be read, the coverage is no more than partial', () => {
  const box = { text: saw, pieces: [], partial: true };
  const session = new Session({ read: () => box } as unknown as Composer);
  session.read();
  session.take(held(), saw);
  assert.equal(session.coverage, 'partial');
  session.take({ ...held(), coverage: 'none' }, saw);
  assert.equal(session.coverage, 'none');
  session.take(held(), saw);
  box.partial = false;
  session.read();
  assert.equal(session.coverage, 'full');
});

test('it still stands for a text in which its words are untouched', () => {
  const { box, session } = desk(saw);
  session.take(held(), saw);
  for (box.text of [`today ${saw}`, `today ${saw} again`]) session.read();
  assert.equal(session.checked, false);
  assert.equal(session.toAsk().length, 1);
  assert.deepEqual(session.marks().map((m) => box.text.slice(m.place.start, m.place.end)), ['Maria', 'court']);
});

test('an edited word is not asked about and not drawn', () => {
  const { box, session } = desk(saw);
  session.take(held(), saw);
  box.text = 'saw Mari in court';
  session.read();
  assert.equal(session.level(), 'note');
  assert.equal(session.toAsk().length, 0);
  assert.equal(session.marks().length, 1);
});

test('asked once for a finding on a draft, over any later verdict', () => {
  const { box, session } = desk(saw);
  session.take(held(), saw);
  session.setAsked(session.toAsk());
  assert.equal(session.toAsk().length, 0);
  box.text = `${saw}.`;
  session.read();
  session.take(held(), box.text);
  assert.equal(session.toAsk().length, 0);
  assert.equal(session.level(), 'hold');
});

test('other words of the same rule are asked about', () => {
  const { box, session } = desk(saw);
  session.take(held(), saw);
  session.setAsked(session.toAsk());
  box.text = 'saw Petra in court';
  session.read();
  session.take(held(), box.text);
  assert.equal(session.toAsk().length, 1);
});

test('"not this post" lasts for the draft and lowers the level', () => {
  const { session } = desk(saw);
  session.take(held(), saw);
  session.dismiss('name');
  assert.equal(session.level(), 'note');
  session.take(held(), saw);
  assert.equal(session.level(), 'note');
  assert.equal(session.toAsk().length, 0);
});

test('what was dismissed comes back where that is undone, and nothing that was dismissed before', () => {
  const { session } = desk(saw);
  session.take(held(), saw);
  session.dismiss('place');
  const back = session.dismiss('name');
  assert.equal(session.level(), 'clear');
  back();
  assert.deepEqual(session.findings().map((s) => s.finding.rule), ['name']);
  session.take(held(), saw);
  assert.deepEqual(session.toAsk().map((s) => s.finding.rule), ['name']);
});

test('cut and pasted back it is the same draft; posted, a new one', () => {
  const { box, session } = desk(saw);
  for (const posting of [false, true]) {
    session.take(held(), saw);
    session.setAsked(session.toAsk());
    session.posting = posting;
    box.text = '';
    session.read();
    assert.equal(session.level(), 'clear');
    box.text = saw;
    session.read();
    session.take(held(), saw);
    assert.equal(session.toAsk().length, posting ? 1 : 0);
  }
});

test('a wording is fixed for a finding and draft', () => {
  const { session } = desk(saw);
  session.take(held(), saw);
  const [first] = session.findings();
  const drawn = Array.from({ length: 20 }, () => session.card(first!, 'US').variant);
  assert.equal(new Set(drawn).size, 1);
  assert.ok(drawn[0]! >= 0 && drawn[0]! <= 3);
  assert.deepEqual(session.card(first!, 'US').words, ['Maria']);
});

test('a wording stays while the words it asks about are written', () => {
  const { box, session } = desk(saw);
  const drawn = new Set<number>();
  for (let i = 0; i < 20; i++) {
    box.text = `saw Maria${'a'.repeat(i)} in court`;
    session.read();
    session.take(verdict(finding('name', 'hold', [4, 9 + i])), box.text);
    drawn.add(session.card(session.findings()[0]!, 'US').variant);
  }
  assert.equal(drawn.size, 1);
});

test('what became of a draft’s findings is told by category, and of the next draft anew', () => {
  const { box, session } = desk(saw);
  for (let i = 0; i < 2; i++) {
    session.take(held(), saw);
    session.leaves();
    assert.deepEqual(session.ledger.take().map((t) => [t.what, t.categories]), [['spoke', ['client-story']], ['posted', ['client-story']]]);
    for (box.text of ['', saw]) session.read();
  }
});

test('an Enter that empties the box posts here', () => {
  const { box, session } = desk(saw);
  session.lastKeyEnter = true;
  box.text = '';
  session.read();
  assert.equal(session.entersPost, true);
});

test('Post as is is one pass, for those findings of that draft, and not for ever', (t) => {
  t.mock.method(performance, 'now', () => clock);
  let clock = 1000;
  const { box, session } = desk(saw);
  session.take(held(), saw);
  session.allow(session.toAsk());
  assert.deepEqual(session.toAsk(), [], 'the page may take its time');
  clock += passTime;
  assert.equal(session.toAsk().length, 1, 'the pass is over');
  session.allow(session.toAsk());
  session.spend();
  assert.deepEqual(session.toAsk(), [], 'what the press sets off');
  clock += 1000;
  assert.equal(session.toAsk().length, 1, 'one press spent it');
  session.allow(session.toAsk());
  session.posting = true;
  for (box.text of ['', saw]) session.read();
  session.take(held(), saw);
  assert.equal(session.toAsk().length, 1, 'another draft has none');
});

test('an edit taken back before anything was judged anew: the verdict stands as it did', () => {
  const { box, session } = desk(saw);
  session.take(held(), saw);
  for (box.text of ['saw Mariab in court', 'So tired', saw]) session.read();
  assert.equal(session.checked, true);
  assert.deepEqual(session.toAsk().map((s) => s.finding.rule), ['name']);
  assert.deepEqual(session.marks().map((m) => box.text.slice(m.place.start, m.place.end)), ['Maria', 'court']);
});
