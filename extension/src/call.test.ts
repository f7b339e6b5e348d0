import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Call } from './call';

const of = (...rules: string[]) => rules.map((rule) => ({ rule, category: rule.startsWith('crisis') ? 'crisis' : 'client-story' }));

test('the first finding calls, and others join it until it is answered', () => {
  const call = new Call();
  assert.equal(call.quiet('note', of('a'), true), false);
  assert.equal(call.quiet('caution', of('a', 'b'), true), false);
  call.answered('a');
  assert.equal(call.quiet('caution', of('b'), true), false, 'what came with it still stands');
  assert.equal(call.quiet('caution', of('b', 'c'), true), false, 'the same chip');
  call.answered('b');
  assert.equal(call.quiet('caution', of('c'), true), true, 'no second call');
});

test('a closed card is an answer: what comes later is quiet', () => {
  const call = new Call();
  call.quiet('note', of('a'), true);
  call.answered();
  assert.equal(call.quiet('note', of('a'), true), false);
  assert.equal(call.quiet('caution', of('c'), true), true);
});

test('written away, it called all the same; but not while a word is being changed', () => {
  const call = new Call();
  call.quiet('caution', of('a'), true);
  call.quiet('clear', [], false);
  assert.equal(call.quiet('caution', of('b'), true), false, 'between two verdicts nothing is known');
  call.quiet('clear', [], true);
  assert.equal(call.quiet('caution', of('b'), true), false, 'the same finding again');
  assert.equal(call.quiet('caution', of('c'), true), true);
});

test('what Post would ask about, and support, always call', () => {
  const call = new Call();
  call.quiet('note', of('a'), true);
  call.answered('a');
  assert.equal(call.quiet('hold', of('d'), true), false);
  assert.equal(call.quiet('caution', of('crisis.self'), true), false);
  assert.equal(call.quiet('caution', of('e'), true), true);
});

test('another draft calls again', () => {
  const call = new Call();
  call.quiet('note', of('a'), true);
  call.answered('a');
  call.fresh();
  assert.equal(call.quiet('note', of('c'), true), false);
});
