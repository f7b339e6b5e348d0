import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Shown, ShownRule } from './engine-rules';
import { signNote } from './rules-note';
import { Publisher } from './rules-publisher';
import { louder } from './rules-raises';
import { changesBetween, readTrial } from './rules-trial';
import { withSignature } from '../pages/approve-sign';

const rule: ShownRule = {
  id: 'a.b', kind: 'phrase', category: 'client-story', level: 'caution', authority: 'ethics', cite: 'nasw_1_07', message: { en: 'Who?' },
  why: { en: 'Because.' }, page: '', lists: [['one', 'two']], within: 0, unless: ['three'], flag: [], pass: [],
};
const shown = (rules: ShownRule[], more: Partial<Shown> = {}): Shown => ({
  agency: 'maple', name: 'Maple', languages: ['en'], clients: [], names: [], levels: [], rules, pages: [], links: [], facts: {} as Shown['facts'], ...more,
});

test('louder: what the diff of the command line counts, and nothing else', () => {
  const before = shown([rule], { levels: [{ rule: 'story.detail', level: 'note', why: {} }] });
  const with_ = (change: Partial<ShownRule>) => shown([{ ...rule, ...change }], { levels: before.levels });
  const up = [
    with_({ level: 'hold' }), with_({ authority: 'law' }), with_({ kind: 'near' }), with_({ within: 3 }), with_({ lists: [['one', 'two', 'new']] }),
    with_({ unless: [] }), { ...before, rules: [rule, { ...rule, id: 'a.c' }] }, { ...before, levels: [] },
    { ...before, levels: [{ rule: 'story.detail', level: 'hold', why: {} }] }, { ...before, clients: [{ one: 'guest', many: 'guests' }] },
    { ...before, names: [{ text: 'Bend House', program: false, reveals: false }] },
  ];
  for (const after of up) assert.equal(louder(before, after), true, JSON.stringify(after));
  const down = [
    before, with_({ level: 'note' }), with_({ lists: [['one']] }), with_({ unless: ['three', 'four'] }), with_({ message: { en: 'What?' } }),
    shown([], { levels: before.levels }),
  ];
  for (const after of down) assert.equal(louder(before, after), false, JSON.stringify(after));
});

test('what changes is told rule by rule, the louder first', () => {
  const before = shown([rule, { ...rule, id: 'gone' }, { ...rule, id: 'same' }, { ...rule, id: 'other' }, { ...rule, id: 'down' }]);
  const after = shown([
    { ...rule, id: 'same' }, { ...rule, id: 'other', unless: [] }, { ...rule, id: 'down', level: 'note' }, { ...rule, id: 'new' }, { ...rule, level: 'hold' },
  ]);
  assert.deepEqual(changesBetween(before, after).map((c) => `${c.what} ${c.rule}`), ['louder a.b', 'new new', 'other other', 'quieter down', 'gone gone']);
});

test('a release without signatures is read and signed; its text stays as it was', async () => {
  const p = await Publisher.found('maple', ['ann', 'ben'], 2, 1_760_000_000);
  const blob = new TextEncoder().encode('rules') as Uint8Array<ArrayBuffer>;
  const file = await p.release(blob, 1_760_000_000, {}, []);
  const trial = await readTrial(file);
  assert.deepEqual([trial?.about.seq, trial?.about.need, trial?.about.signed], [1, 2, []]);
  const [ann, ben] = p.approvers;
  const once = (await withSignature(file, ann!))!;
  const twice = (await withSignature(once, ben!))!;
  assert.deepEqual((await readTrial(twice))?.about.signed, ['ann', 'ben']);
  assert.equal(await withSignature(twice, ann!), null, 'nobody signs twice');
  p.releases[0]!.note = await signNote(p.releases[0]!.text, p.approvers);
  assert.deepEqual(twice, p.file(), 'as the command line would have signed it');
});

test('a file whose bundle is another than the release names is not tried', async () => {
  const p = await Publisher.found('maple', ['ann'], 1, 1_760_000_000);
  const file = await p.release(new TextEncoder().encode('rules') as Uint8Array<ArrayBuffer>, 1_760_000_000);
  file[file.length - 1]! ^= 1;
  assert.equal(await readTrial(file), null);
  assert.equal(await readTrial(new Uint8Array(3)), null);
});
