import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Engine } from './engine';
import { proveBundle } from './rules-proof';

/** An engine whose steps take as long as `cost` says, on a clock of its own. */
function slow(steps: number, cost: (step: number) => number, faulty: number[] = []) {
  let clock = 0;
  const slices: { from: number; to: number; took: number }[] = [];
  const engine = {
    ask(name: string, request: string) {
      if (name === 'propose') return { ok: true, agency: 'maple', steps, parts: [] };
      const [from, asked] = request.split(' ').map(Number) as [number, number];
      const to = Math.min(asked, steps);
      const before = clock;
      for (let i = from; i < to; i++) clock += cost(i);
      slices.push({ from, to, took: clock - before });
      const refused = faulty.filter((s) => s >= from && s < to).map((s) => ({ code: 'labour', where: `step ${s}`, why: '', sentence: '' }));
      return { ok: true, next: to, steps, done: to >= steps, refused };
    },
  } as unknown as Engine;
  let breaths = 0;
  const pace = { now: () => clock, breathe: async () => void breaths++ };
  return { engine, pace, slices, breaths: () => breaths };
}

test('every step is tried once, in order, with a breath before each slice', async () => {
  const s = slow(1000, () => 0.5);
  const told: number[] = [];
  const proof = await proveBundle(s.engine, new Uint8Array(1), (done) => told.push(done), s.pace);
  assert.deepEqual(proof, { faults: [], unreadable: '' });
  s.slices.forEach((slice, i) => assert.equal(slice.from, i === 0 ? 0 : s.slices[i - 1]!.to));
  assert.equal(s.slices.at(-1)!.to, 1000);
  assert.equal(told.at(-1), 1000);
  assert.equal(s.breaths(), s.slices.length + 1);
});

test('slices shrink where steps are slow, and none is long by more than its slowest step allows', async () => {
  const s = slow(600, (i) => (i < 300 ? 0.1 : 3));
  await proveBundle(s.engine, new Uint8Array(1), () => {}, s.pace);
  const after = s.slices.filter((x) => x.from > 400);
  assert.ok(after.length > 50);
  for (const x of after) assert.ok(x.took <= 6, `${x.took}`);
});

test('a few faults are enough', async () => {
  const s = slow(1000, () => 1, Array.from({ length: 900 }, (_, i) => i + 50));
  const { faults } = await proveBundle(s.engine, new Uint8Array(1), () => {}, s.pace);
  assert.equal(faults.length, 5);
  assert.ok(s.slices.at(-1)!.to < 100);
});

test('a proof that does not move is no proof', async () => {
  const engine = { ask: (name: string) => (name === 'propose' ? { ok: true, steps: 5 } : { ok: true, next: 0, refused: [] }) } as unknown as Engine;
  assert.notEqual((await proveBundle(engine, new Uint8Array(1), () => {}, { now: () => 0, breathe: async () => {} })).unreadable, '');
});
