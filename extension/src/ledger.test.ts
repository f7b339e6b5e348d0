import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ledger } from './ledger';

const said = (l: Ledger) => l.take().map((t) => `${t.what} ${t.categories.join()}`);

test('read, then changed before the post: agreed', () => {
  const l = new Ledger();
  l.notice(['boundary', 'client-story']);
  l.leaves(['client-story']);
  assert.deepEqual(said(l), ['spoke boundary,client-story', 'posted client-story', 'edited boundary']);
});

test('"not this post" is its own answer, however the draft goes on', () => {
  const l = new Ledger();
  l.dismiss(['boundary']);
  l.leaves([]);
  assert.deepEqual(said(l), ['spoke boundary', 'dismissed boundary']);
});

test('what stands at the post spoke, though nobody opened its card', () => {
  const l = new Ledger();
  l.leaves(['boundary']);
  assert.deepEqual(said(l), ['spoke boundary', 'posted boundary']);
});

test('what came and went while typing is not counted', () => {
  const l = new Ledger();
  l.leaves([]);
  assert.deepEqual(said(l), []);
});

test('once a draft and category, however often Post is pressed; another draft counts anew', () => {
  const l = new Ledger();
  for (let i = 0; i < 3; i++) l.leaves(['boundary']);
  l.notice(['boundary']);
  assert.deepEqual(said(l), ['spoke boundary', 'posted boundary']);
  l.fresh();
  l.leaves(['boundary']);
  assert.deepEqual(said(l), ['spoke boundary', 'posted boundary']);
});

test('a dismissal taken back before it was told is none: what stands at the post went out', () => {
  const l = new Ledger();
  l.notice(['boundary']);
  l.dismiss(['boundary'])();
  l.leaves(['boundary']);
  assert.deepEqual(said(l), ['spoke boundary', 'posted boundary']);
});

test('a dismissal that was told stays', () => {
  const l = new Ledger();
  const back = l.dismiss(['boundary']);
  assert.deepEqual(said(l), ['spoke boundary', 'dismissed boundary']);
  back();
  l.leaves(['boundary']);
  assert.deepEqual(said(l), []);
});

test('support is never counted', () => {
  const l = new Ledger();
  l.notice(['crisis']);
  l.dismiss(['crisis']);
  l.leaves(['crisis', 'boundary']);
  assert.deepEqual(said(l), ['spoke boundary', 'posted boundary']);
});
