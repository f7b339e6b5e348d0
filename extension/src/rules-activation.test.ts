// Trust under attack: an agency in memory, right and wrong; after every
// refusal the rules from before serve and the reason is there.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Engine } from './engine';
import { EngineKeeper } from './engine-keeper';
import { Activation } from './rules-activation';
import { buildBundles, agencyId, flagged, flaggedRule } from './rules-built';
import { codeOf, fileOf } from './rules-code';
import { rbundle } from './rules-note';
import { newSigner, Publisher } from './rules-publisher';
import { loadable } from './rules-record';
import { nothingKept, type RulesRecord, type RulesStore } from './rules-store';

const wasm = Uint8Array.from(readFileSync('bin/engine.wasm')).buffer;
const module = WebAssembly.compile(wasm);
const blobs = buildBundles('.');
const start = 1_760_000_000;
const dayLong = 86_400;

class MemoryStore implements RulesStore {
  record: RulesRecord = nothingKept;
  /** Fails the next writes, or dies in their middle. */
  onKeep: (() => void) | undefined;
  writes = 0;

  async read() {
    return structuredClone(this.record);
  }

  async keep(record: RulesRecord) {
    this.onKeep?.();
    this.writes++;
    this.record = structuredClone(record);
  }
}

/** A browser: a store that outlives it, a clock, an engine that checks. */
class Browser {
  now = start + 10;
  keeper!: EngineKeeper;
  activation!: Activation;

  constructor(readonly store = new MemoryStore()) {
    this.restart();
  }

  /** What the browser forgets when it dies is forgotten. */
  restart(): void {
    const { store } = this;
    this.keeper = new EngineKeeper(async () => wasm, async (revision) => loadable((await this.activation.record()).kept, revision));
    this.activation = new Activation({
      store, apart: async () => Engine.start(await module), now: () => this.now, changed: () => this.keeper.renew(),
    });
  }

  async enrol(p: Publisher, file: Uint8Array): Promise<void> {
    const look = await this.activation.look(codeOf(file));
    assert.ok(look.ok, JSON.stringify(look));
    assert.equal(look.agency, p.agency);
    assert.equal(look.fingerprint, await p.fingerprint());
    const { view, refusal } = await this.activation.take(codeOf(file), 'file', look.fingerprint);
    assert.equal(refusal, null);
    assert.equal(view?.name, 'Maple County Family Services');
  }

  async serves(seq: number): Promise<void> {
    const verdict = await this.keeper.check(flagged, {});
    assert.equal(verdict.bundle.seq, seq);
    assert.equal(verdict.findings.some((f) => f.rule === flaggedRule), seq > 0);
  }

  /** Takes a file that has to be refused; what served serves. */
  async refuses(file: Uint8Array | string, reason: string, seq: number): Promise<void> {
    const { view, refusal } = await this.activation.take(typeof file === 'string' ? file : codeOf(file), 'file');
    assert.equal(refusal?.reason, reason);
    assert.equal(view?.seq ?? 0, seq);
    await this.serves(seq);
    this.restart();
    await this.serves(seq);
    assert.equal((await this.activation.state()).refusal?.reason, reason);
  }
}

const people = ['ann', 'ben', 'cai'];
const found = () => Publisher.found(agencyId, people, 2, start);

test('a code is the file again, with text around it and lines broken anew', () => {
  const file = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7) & 255);
  const code = codeOf(file);
  assert.deepEqual(fileOf(`Hello,\n\n${code.replaceAll('\n', ' \r\n')}\nAnn`), file);
  assert.equal(fileOf('hello'), null);
  assert.equal(fileOf(code.replace('A', '!')), null);
});

test('enrol, a newer release, leave', async () => {
  const p = await found();
  const b = new Browser();
  await b.serves(0);
  await b.enrol(p, await p.release(blobs.first, start));
  await b.serves(1);
  const { refusal } = await b.activation.take(codeOf(await p.release(blobs.loud, start + 5, { raises: true })), 'file');
  assert.equal(refusal, null);
  await b.serves(2);
  b.restart();
  await b.serves(2);
  assert.deepEqual((await b.activation.state()).view?.releases.map((r) => r.seq), [1, 2]);
  assert.equal((await b.activation.leave()).view, null);
  await b.serves(0);
});

test('a file that was taken or refused is known again without an engine', async () => {
  const p = await found();
  const b = new Browser();
  const one = await p.release(blobs.first, start);
  assert.equal(await b.activation.isKnown(codeOf(one)), false);
  await b.enrol(p, one);
  const bad = codeOf(await p.release(blobs.failing, start + 1));
  await b.activation.take(bad, 'managed');
  b.restart();
  assert.deepEqual(await Promise.all([codeOf(one), bad, codeOf(p.file())].map((c) => b.activation.isKnown(c))), [true, true, true]);
  p.releases.pop();
  assert.equal(await b.activation.isKnown(codeOf(await p.release(blobs.quiet, start + 1))), false);
});

test('nobody is enrolled without a yes to the fingerprint', async () => {
  const p = await found();
  const b = new Browser();
  const code = codeOf(await p.release(blobs.first, start));
  assert.equal((await b.activation.take(code, 'file')).refusal?.reason, 'foreign-root');
  assert.equal((await b.activation.take(code, 'file', '00000-00000-00000-00000-00000')).refusal?.reason, 'foreign-root');
  await b.serves(0);
});

test('what is wrong is refused for its own reason, and release 2 serves on', async () => {
  const p = await found();
  const b = new Browser();
  const old = await p.release(blobs.first, start);
  await b.enrol(p, old);
  const two = await p.release(blobs.quiet, start + 1);
  assert.equal((await b.activation.take(codeOf(two), 'file')).refusal, null);
  const other = await Publisher.found('oak', people, 2, start);
  const again = await Publisher.found(agencyId, people, 2, start);
  const next = async (change: Parameters<Publisher['release']>[2], signers?: Parameters<Publisher['release']>[3], blob = blobs.quiet) => {
    const file = await p.release(blob, start + 2, change, signers);
    p.releases.pop();
    return file;
  };
  const flip = (file: Uint8Array, at: number) => file.map((byte, i) => (i === at ? byte ^ 1 : byte));
  const [ann, ben] = p.approvers as [typeof p.approvers[0], typeof p.approvers[0]];
  const stranger = await newSigner('ann');
  const good = await next({});
  const bundle = good.length - blobs.quiet.length;

  await b.refuses('no code at all', 'no-code', 2);
  await b.refuses(old, 'old-seq', 2);
  await b.refuses(await other.release(blobs.first, start), 'agency', 2);
  await b.refuses(await again.release(blobs.first, start), 'foreign-root', 2);
  await b.refuses(await next({}, [ann!]), 'approvals', 2);
  await b.refuses(await next({}, [ann!, ann!]), 'key-twice', 2);
  await b.refuses(await next({}, [ann!, stranger]), 'unknown-signer', 2);
  await b.refuses(good.slice(0, -1), 'truncated', 2);
  await b.refuses(flip(good, bundle + 100), 'blob-hash', 2);
  await b.refuses(await next({ schema: 99 }), 'schema', 2);
  await b.refuses(await next({ previous: 'ab'.repeat(32) }), 'history', 2);
  await b.refuses(await next({}, [ann!, ben!], blobs.failing), 'proof', 2);
  const proof = (await b.activation.state()).refusal!;
  assert.match(JSON.stringify(proof.faults), /guests\.arrival/);
  p.releases.pop();
  await b.refuses(await p.release(blobs.first, start + 1, { author: 'Mallory' }), 'fork', 2);
  const fork = (await b.activation.state()).refusal!;
  assert.ok(fork.have && fork.got && fork.have !== fork.got, 'the evidence is kept');
});

test('a bundle that is another agency’s, or of a newer kind, is not taken for its signatures', async () => {
  const p = await found();
  const b = new Browser();
  await b.enrol(p, await p.release(blobs.first, start));
  const renamed = Uint8Array.from(blobs.first);
  const at = Buffer.from(renamed).indexOf(agencyId) + agencyId.length - 1;
  renamed[at] = renamed[at] === 0x78 ? 0x79 : 0x78;
  const foreign = await p.release(renamed, start + 5, { raises: true });
  await b.refuses(foreign, 'bundle-agency', 1);
  const tried = await b.activation.tryOut(codeOf(foreign));
  assert.ok(!tried.ok && tried.refusal.reason === 'bundle-agency');
  p.releases.pop();
  const newer = Uint8Array.from(blobs.first);
  newer[8] = 2; // the schema stands behind the magic
  await b.refuses(await p.release(newer, start + 5), 'schema', 1);
});

test('every byte of the file before the bundle is covered: one bit and it is refused', async () => {
  const p = await found();
  const b = new Browser();
  await b.enrol(p, await p.release(blobs.first, start));
  const file = await p.release(blobs.quiet, start + 1);
  const head = file.length - blobs.quiet.length;
  const engine = await Engine.start(await module);
  const flips = Array.from({ length: 60 }, (_, i) => Math.floor((i * head) / 60));
  const store = b.store.record;
  for (const at of flips) {
    const bad = file.map((byte, i) => (i === at ? byte ^ 4 : byte));
    const answer = engine.ask('verify', `${JSON.stringify({ now: start + 10, pins: store.kept!.pins })}\n`, bad) as { ok: boolean };
    assert.equal(answer.ok, false, `byte ${at}`);
  }
});

test('one person alone: louder rules wait a day, and hidden ones are refused', async () => {
  const p = await Publisher.found(agencyId, ['ann'], 1, start);
  const b = new Browser();
  await b.enrol(p, await p.release(blobs.first, start));
  await b.refuses(await p.release(blobs.loud, start + 1), 'raises', 1);
  p.releases.pop();
  const { view } = await b.activation.take(codeOf(await p.release(blobs.loud, start + 1, { raises: true })), 'file');
  assert.equal(view?.waits.seq, 2);
  await b.serves(1);
  b.now += dayLong - 60;
  b.restart();
  await b.serves(1);
  b.now += 120;
  assert.equal((await b.activation.state()).view?.seq, 2);
  await b.serves(2);
});

test('a day that comes on a full disk comes all the same', async () => {
  const p = await Publisher.found(agencyId, ['ann'], 1, start);
  const b = new Browser();
  await b.enrol(p, await p.release(blobs.first, start));
  await b.activation.take(codeOf(await p.release(blobs.loud, start + 1, { raises: true })), 'file');
  b.now += 2 * dayLong;
  b.store.onKeep = () => {
    throw new Error('the disk is full');
  };
  b.restart();
  assert.equal((await b.activation.state()).view?.seq, 2);
  await b.serves(2);
});

test('a clock set back and forth blocks nothing and forgets nothing', async () => {
  const p = await found();
  const b = new Browser();
  await b.enrol(p, await p.release(blobs.first, start));
  for (const now of [start - 40 * dayLong, start + 400 * dayLong, start + 20]) {
    b.now = now;
    await p.release(p.releases.length % 2 ? blobs.quiet : blobs.first, start + p.releases.length);
    const { refusal, view } = await b.activation.take(codeOf(p.file()), 'file');
    assert.equal(refusal, null);
    assert.equal(view?.seq, p.releases.length);
  }
});

test('past its day an agency is stale, and its rules still serve', async () => {
  const p = await found();
  const b = new Browser();
  await p.release(blobs.first, start);
  await b.enrol(p, p.file(await p.headNote(start + 1, start + dayLong)));
  assert.equal((await b.activation.state()).view?.stale, false);
  b.now = start + 2 * dayLong;
  assert.equal((await b.activation.state()).view?.stale, true);
  await b.serves(1);
});

test('a browser that dies, or cannot write, at any write has the rules from before', async () => {
  const p = await found();
  const b = new Browser();
  await b.enrol(p, await p.release(blobs.first, start));
  const two = codeOf(await p.release(blobs.quiet, start + 1));
  b.store.onKeep = () => {
    throw new Error('the disk is full');
  };
  const { refusal, view } = await b.activation.take(two, 'file');
  assert.equal(refusal?.reason, 'stored');
  assert.equal(view?.seq, 1);
  await b.serves(1);
  b.store.onKeep = undefined;
  b.restart();
  await b.serves(1);
  assert.equal((await b.activation.take(two, 'file')).view?.seq, 2);
  await b.serves(2);
});

test('a bundle of another engine is proved again before it is loaded; the one before serves where it fails', async () => {
  const p = await found();
  const b = new Browser();
  await b.enrol(p, await p.release(blobs.first, start));
  await b.activation.take(codeOf(await p.release(blobs.quiet, start + 1)), 'file');
  const { kept } = b.store.record;
  b.store.record.kept = { ...kept!, current: { ...kept!.current!, bytes: blobs.failing, provedBy: 'older' } };
  b.restart();
  await b.serves(1);
  const { refusal, view } = await b.activation.reprove((await Engine.start(await module)).revision);
  assert.equal(refusal?.reason, 'proof');
  assert.equal(refusal?.number, 2);
  assert.equal(view?.seq, 1);
  await b.serves(1);
});

test('an engine that breaks while it proves again sets nothing aside: the next one proves it', async () => {
  const p = await found();
  const b = new Browser();
  await b.enrol(p, await p.release(blobs.first, start));
  b.store.record.kept!.current!.provedBy = 'older';
  const { revision } = await Engine.start(await module);
  let told = 0;
  const broken = new Activation({
    store: b.store, now: () => b.now, changed: async () => void told++,
    apart: async () => Object.assign(await Engine.start(await module), { ask: () => { throw new WebAssembly.RuntimeError('unreachable'); } }),
  });
  for (let i = 0; i < 2; i++) {
    const { refusal, view } = await broken.reprove(revision);
    assert.deepEqual([refusal?.reason, refusal?.number, view?.seq], ['engine', 1, 1]);
  }
  assert.deepEqual([b.store.record.kept?.current?.provedBy, told], ['older', 0], 'nothing else is in force, so that nobody asks anew');
  b.restart();
  await b.serves(0);
  assert.equal((await b.activation.reprove(revision)).refusal, null);
  await b.serves(1);
});

test('a file that holds no bundle, or is over size, changes nothing', async () => {
  const p = await found();
  const b = new Browser();
  await b.enrol(p, await p.release(blobs.first, start));
  await b.refuses(rbundle([['root', p.roots[0]!.note]]), 'no-release', 1);
  await b.refuses(new Uint8Array((8 << 20) + 1), 'size', 1);
  await b.refuses(new TextEncoder().encode('secondlook rbundle v2\n'), 'version', 1);
});
