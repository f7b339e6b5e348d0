import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Engine, memoryLimit } from './engine';
import { EngineKeeper } from './engine-keeper';
import { emptyWorld } from './engine-wasi';
import { fakeEngine } from './engine-fake';

const bytes = readFileSync('bin/engine.wasm');
const buffer = () => Uint8Array.from(bytes).buffer;
const module = WebAssembly.compile(buffer());

test('a verdict comes back for a draft', async () => {
  const engine = await Engine.start(await module);
  const verdict = engine.check('The library is open until six.', { site: 'x', audience: 'public' });
  assert.equal(verdict.level, 'clear');
  assert.deepEqual(verdict.findings, []);
  assert.equal(verdict.offsets, 'utf16');
});

test('two instances answer the same, and one answers the same twice', async () => {
  const draft = 'My client Denise R. got her kids back today, case CW-104735 closed 🙂';
  const one = await Engine.start(await module);
  const other = await Engine.start(await module);
  const first = JSON.stringify(one.check(draft, {}));
  assert.equal(JSON.stringify(one.check(draft, {})), first);
  assert.equal(JSON.stringify(other.check(draft, {})), first);
});

test('odd text is answered', async () => {
  const engine = await Engine.start(await module);
  for (const text of ['', '\ud83d', 'a\u0000b', 'e' + '\u0301'.repeat(5000), '\u202eabc', 'x'.repeat(1 << 20)]) {
    assert.ok(engine.check(text, {}).level);
  }
});

test('memory stays under the limit over many drafts', async () => {
  const engine = await Engine.start(await module);
  const draft = 'Long shift, short sleep. '.repeat(11);
  for (let i = 0; i < 3000; i++) engine.check(draft + i, {}); // until Go's heap has found its size
  const before = engine.size;
  for (let i = 0; i < 3000; i++) engine.check(draft + i, {});
  assert.ok(engine.size - before <= 1 << 20, `grew by ${engine.size - before} bytes`);
  assert.ok(engine.size < memoryLimit, `${engine.size} bytes`);
});

test('the engine asks for nothing but what the empty world gives, as wasm/imports.txt says', async () => {
  // Go's runtime imports one of them twice.
  const asked = [...new Set(WebAssembly.Module.imports(await module).map((i) => `${i.module}.${i.name}`))].sort();
  const given = Object.keys(emptyWorld(() => new WebAssembly.Memory({ initial: 1 })));
  for (const name of asked) assert.ok(given.includes(name.split('.')[1]!), name);
  const listed = readFileSync('wasm/imports.txt', 'utf8').split('\n').filter((l) => l && !l.startsWith('#'));
  assert.deepEqual(asked, listed.sort());
});

const broken: Record<string, () => ArrayBuffer> = {
  'a truncated file': () => buffer().slice(0, 1000),
  'no wasm at all': () => new TextEncoder().encode('<!doctype html>').buffer as ArrayBuffer,
  'a foreign module': () => Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0).buffer,
  'another abi': () => fakeEngine({ abi: 2, answer: '{}' }),
  'an engine that refuses its rules': () => fakeEngine({ abi: 1, loaded: '{"ok":false}', answer: '{}' }),
};

for (const [name, load] of Object.entries(broken)) {
  test(`${name} is a failed engine, not a hang`, async () => {
    const keeper = new EngineKeeper(async () => load());
    assert.equal(await keeper.warm(), false);
    assert.equal(keeper.failed, true);
    await assert.rejects(keeper.check('text', {}), /engine failed/);
  });
}

test('bytes that cannot be read are a failed engine', async () => {
  const keeper = new EngineKeeper(() => Promise.reject(new Error('gone')));
  assert.equal(await keeper.warm(), false);
});

test('three traps in a row fail it; a good probe brings it back', async () => {
  let load = () => fakeEngine({ abi: 1, answer: null });
  const keeper = new EngineKeeper(async () => load());
  for (let i = 0; i < 3; i++) {
    assert.equal(keeper.failed, false);
    await assert.rejects(keeper.check('secret draft', {}), (e: Error) => !e.message.includes('secret'));
  }
  assert.equal(keeper.failed, true);
  assert.equal(await keeper.retry(), false);
  load = buffer;
  assert.equal(await keeper.warm(), true);
  assert.equal((await keeper.check('Good morning.', {})).level, 'clear');
});

test('a success between two traps starts the count again', async () => {
  const answers = [null, null, 'real', null, null];
  const keeper = new EngineKeeper(async () => (answers[0] === 'real' ? buffer() : fakeEngine({ abi: 1, answer: null })));
  for (const answer of [...answers]) {
    if (answer === 'real') {
      await keeper.retry();
      await keeper.check('Good morning.', {});
      (keeper as unknown as { module?: unknown; engine?: unknown }).module = undefined;
      (keeper as unknown as { module?: unknown; engine?: unknown }).engine = undefined;
    } else {
      await assert.rejects(keeper.check('a', {}));
    }
    answers.shift();
  }
  assert.equal(keeper.failed, false);
});

test('one broken answer starts another instance', async () => {
  let starts = 0;
  const keeper = new EngineKeeper(async () => {
    starts++;
    return fakeEngine({ abi: 1, answer: '{"error":"engine"}' });
  });
  await assert.rejects(keeper.check('a', {}));
  await assert.rejects(keeper.check('a', {}));
  assert.equal(starts, 1, 'compiled once');
  assert.equal(keeper.failed, false);
});

test('a request that the engine refuses is no failure of the engine', async () => {
  const keeper = new EngineKeeper(async () => fakeEngine({ abi: 1, answer: '{"error":"size","reason":"too long"}' }));
  for (let i = 0; i < 5; i++) await assert.rejects(keeper.check('a', {}));
  assert.equal(keeper.failed, false);
});
