import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kept, keptFor, mostKept, type Memory } from './kept';
import { longestKept } from './reflection-protocol';
import type { Signals } from './signals';

const signals: Signals = { level: 'hold', categories: ['client-story'], parts: ['place'] };
const draft = 'My client Marisol Vega, 14, goes to court Tuesday in Osterville';

/** Memory as a browser gives it: answers later, and hands out copies. */
function desk() {
  const held: Record<string, unknown> = {};
  const woken: (number | null)[] = [];
  const clock = { now: 1_000_000 };
  const memory: Memory = {
    get: async (key) => structuredClone({ [key]: held[key] }),
    set: async (items) => void Object.assign(held, structuredClone(items)),
    remove: async (key) => void delete held[key],
  };
  return { held, woken, clock, memory, kept: new Kept(memory, (at) => woken.push(at), () => clock.now) };
}

test('kept for 24 hours, and not a moment longer', async () => {
  const { held, woken, clock, kept } = desk();
  assert.equal(await kept.keep(draft, signals), 'kept');
  assert.deepEqual(woken, [clock.now + keptFor]);
  clock.now += keptFor - 1;
  assert.deepEqual((await kept.all()).map((d) => [d.text, d.signals]), [[draft, signals]]);
  clock.now += 1;
  assert.deepEqual(await kept.all(), []);
  assert.deepEqual(held, {}, 'nothing is left in memory');
  assert.equal(woken.at(-1), null);
});

test('when it is woken, what is due goes and the rest stays, with its own time', async () => {
  const { held, woken, clock, kept } = desk();
  await kept.keep(draft, signals);
  clock.now += keptFor / 2;
  await kept.keep('Another one', signals);
  assert.equal(woken.at(-1), clock.now + keptFor / 2, 'the first that is due');
  clock.now += keptFor / 2;
  await kept.sweep();
  assert.equal(JSON.stringify(held).includes('Marisol'), false);
  assert.deepEqual((await kept.all()).map((d) => d.text), ['Another one']);
  assert.equal(woken.at(-1), clock.now + keptFor / 2);
});

test('deleted is gone at once', async () => {
  const { held, kept } = desk();
  await kept.keep(draft, signals);
  await kept.keep('Another one', signals);
  const [newest, oldest] = await kept.all();
  assert.equal(newest!.text, 'Another one');
  assert.deepEqual((await kept.delete(oldest!.id)).map((d) => d.text), ['Another one']);
  assert.equal(JSON.stringify(held).includes('Marisol'), false);
  assert.deepEqual(await kept.clear(), []);
  assert.deepEqual(held, {});
});

test('the same text is kept once, from the last press on', async () => {
  const { clock, kept } = desk();
  await kept.keep(draft, signals);
  clock.now += 1000;
  await kept.keep(draft, signals);
  assert.deepEqual((await kept.all()).map((d) => d.until), [clock.now + keptFor]);
});

test('what is too long or too many is refused, and nothing that is kept is lost for it', async () => {
  const { held, kept } = desk();
  assert.equal(await kept.keep('a'.repeat(longestKept + 1), signals), 'long');
  assert.deepEqual(held, {});
  assert.equal(await kept.keep('a'.repeat(longestKept), signals), 'kept');
  for (let i = 1; i < mostKept; i++) assert.equal(await kept.keep(`Draft ${i}`, signals), 'kept');
  assert.equal(await kept.keep('One more', signals), 'full');
  assert.equal((await kept.all()).length, mostKept);
  assert.equal(await kept.keep('Draft 1', signals), 'kept', 'one that is kept already is no more');
});

test('the most that can be kept is within what a browser gives', () => {
  assert.ok(mostKept * longestKept * 6 < 10 * 1024 * 1024, 'six bytes for a unit, the longest that JSON writes');
});

test('two tabs that keep at once both keep', async () => {
  const { kept } = desk();
  assert.deepEqual(await Promise.all(['One', 'Two', 'Three'].map((text) => kept.keep(text, signals))), ['kept', 'kept', 'kept']);
  assert.deepEqual((await kept.all()).map((d) => d.text), ['Three', 'Two', 'One']);
});

test('a browser that gives no memory is said, and the next try is not lost', async () => {
  const { memory, kept } = desk();
  const { set } = memory;
  memory.set = async () => {
    throw new Error('quota');
  };
  assert.equal(await kept.keep(draft, signals), 'failed');
  memory.set = set;
  assert.equal(await kept.keep(draft, signals), 'kept');
});
