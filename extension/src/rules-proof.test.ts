import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Engine } from './engine';
import { pace, proveBundle } from './rules-proof';

/** An engine whose steps take as long as `cost` says, on a clock of its own; it ends a call where `ends` says. */
function slow(steps: number, cost: (step: number) => number, { faulty = [] as number[], ends = [] as number[] } = {}) {
  let clock = 0;
  const calls: { from: number; to: number }[] = [];
  const held: number[] = []; // between two breaths
  let breath = 0;
  const engine = {
    ask(name: string, request: string) {
      if (name === 'propose') return { ok: true, agency: 'maple', steps, parts: [] };
      const [from, asked] = request.split(' ').map(Number) as [number, number];
      const to = Math.min(asked, steps, ends.find((end) => end > from) ?? steps);
      for (let i = from; i < to; i++) clock += cost(i);
      calls.push({ from, to });
      const refused = faulty.filter((s) => s >= from && s < to).map((s) => ({ code: 'labour', where: `step ${s}`, why: '', sentence: '' }));
      return { ok: true, next: to, steps, done: to >= steps, refused };
    },
  } as unknown as Engine;
  const breathe = async () => {
    held.push(clock - breath);
    breath = clock;
  };
  return { engine, pace: { now: () => clock, breathe }, calls, held };
}

const prove = (s: ReturnType<typeof slow>, told = (_: number) => {}) => proveBundle(s.engine, new Uint8Array(1), told, s.pace);

test('every step is tried once, in order, and a breath is taken before the first', async () => {
  const s = slow(1000, () => 0.5, { ends: [300, 301, 700] });
  const told: number[] = [];
  const proof = await prove(s, (done) => told.push(done));
  assert.deepEqual(proof, { faults: [], unreadable: '' });
  s.calls.forEach((c, i) => assert.equal(c.from, i === 0 ? 0 : s.calls[i - 1]!.to));
  assert.equal(s.calls.at(-1)!.to, 1000);
  assert.equal(told.at(-1), 1000);
  assert.equal(told.length, s.held.length - 1);
});

test('a slice makes many calls where they are short: breaths cost too', async () => {
  const s = slow(20_000, () => 0.02);
  await prove(s);
  assert.ok(s.held.length < 150, `${s.held.length}`); // 400 ms of work
  assert.ok(s.calls.length > 3 * s.held.length);
});

test('slices shrink where steps are slow, and none is long by more than its slowest step allows', async () => {
  const s = slow(600, (i) => (i < 300 ? 0.1 : 3));
  await prove(s);
  for (const took of s.held.slice(s.held.length >> 1)) assert.ok(took <= 6 + 1e-6, `${took}`);
  assert.ok(Math.max(...s.held) <= 3 + 11 * 3, 'the one call that met the change');
});

test('a few faults are enough', async () => {
  const s = slow(1000, () => 1, { faulty: Array.from({ length: 900 }, (_, i) => i + 50) });
  const { faults } = await prove(s);
  assert.equal(faults.length, 5);
  assert.ok(s.calls.at(-1)!.to < 100);
});

test('a proof that does not move is no proof', async () => {
  const engine = { ask: (name: string) => (name === 'propose' ? { ok: true, steps: 5 } : { ok: true, next: 0, refused: [] }) } as unknown as Engine;
  assert.notEqual((await proveBundle(engine, new Uint8Array(1), () => {}, { now: () => 0, breathe: async () => {} })).unreadable, '');
});

test('a breath lets messages through that wait already', async () => {
  const heard: string[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => heard.push('message');
  port2.postMessage(null);
  setTimeout(() => heard.push('timer'));
  for (let i = 0; heard.length < 2; i++) {
    assert.ok(i < 10_000, 'nothing comes through');
    await pace.breathe();
  }
  port1.close();
  assert.deepEqual([...heard].sort(), ['message', 'timer']);
});
