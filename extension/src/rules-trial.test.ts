import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Shown, ShownRule } from './engine-rules';
import { changesBetween } from './rules-changes';
import { signNote } from './rules-note';
import { Publisher } from './rules-publisher';
import { louder } from './rules-raises';
import { readTrial } from './rules-trial';
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
  assert.deepEqual(changesBetween(before, after).map((c) => `${c.what} ${'rule' in c ? c.rule : ''}`), [
    'louder a.b', 'new new', 'other other', 'silent_gone other', 'quieter down', 'gone gone',
  ]);
});

test('what changes around the rules is told too', () => {
  const page = { id: 'p', lang: 'en', title: 'Friends', body: [] };
  const before = shown([rule], {
    clients: [{ one: 'guest', many: 'guests' }], names: [{ text: 'Old House', program: false, reveals: false }], pages: [page],
    levels: [{ rule: 'story.detail', level: 'note', why: {} }, { rule: 'story.rare', level: 'hold', why: {} }],
    facts: { contact: 'a' } as Shown['facts'],
  });
  const after = shown([{ ...rule, lists: [['one', 'new']], unless: ['three', 'four'] }], {
    clients: [{ one: 'guest', many: 'guests' }, { one: 'member', many: 'members' }], names: [{ text: 'New House', program: false, reveals: false }],
    pages: [{ ...page, body: [{ kind: 'paragraph', of: [] }] }, { ...page, id: 'q', title: 'Photos' }],
    levels: [{ rule: 'story.detail', level: 'hold', why: {} }], facts: { contact: 'b' } as Shown['facts'],
  });
  assert.deepEqual(changesBetween(before, after), [
    { what: 'other', rule: 'a.b', message: rule.message },
    { what: 'finds', rule: 'a.b', words: ['new'] }, { what: 'finds_gone', rule: 'a.b', words: ['two'] }, { what: 'silent', rule: 'a.b', words: ['four'] },
    { what: 'level', rule: 'story.detail', level: 'hold' }, { what: 'level_back', rule: 'story.rare' },
    { what: 'clients', words: ['member', 'members'] }, { what: 'names', words: ['New House'] }, { what: 'names_gone', words: ['Old House'] },
    { what: 'pages', words: ['Photos'] }, { what: 'pages_other', words: ['Friends'] }, { what: 'policy' },
  ]);
  assert.deepEqual(changesBetween(after, after), []);
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
  const other = await Publisher.found('maple', ['ann'], 1, 1_760_000_000);
  const blob = new TextEncoder().encode('rules') as Uint8Array<ArrayBuffer>;
  const foreign = await other.release(blob, 1_760_000_000, { agency: 'oak' });
  assert.equal(await readTrial(foreign), null, 'the release says another agency than the root');
});
