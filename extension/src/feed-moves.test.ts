// The feed where a person changes their mind: whose permission it is then, and
// what of the address before is left.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blobs, Browser, capability, enrolled, found, Server, start } from './feed-memory';

const print = '4QK2M-4QK2M-4QK2M-4QK2M-4QK2M';
const code = (origin: string, fingerprint = print) => `${origin}/v1/a/${capability}#${fingerprint}`;

async function stranger(): Promise<Browser> {
  const p = await found();
  await p.release(blobs.first, start);
  return new Browser(new Server(p));
}

test('another address before the first was answered: the first one’s permission goes', async () => {
  const b = await stranger();
  await b.feed.asks(code('https://typo.example'), false);
  await b.feed.asks(code('https://rules.example'), false);
  assert.deepEqual([b.takenBack, await b.feed.apart()], [['https://typo.example/*'], ['https://rules.example/*']]);
});

test('the same address again, after the page was loaded anew: the permission is still the feed’s', async () => {
  const b = await stranger();
  await b.feed.asks(code('https://rules.example'), false);
  await b.feed.asks(code('https://rules.example'), true); // the browser has it by now
  assert.deepEqual([b.takenBack, await b.feed.apart()], [[], ['https://rules.example/*']]);
});

test('the agency’s server moved: the permission for its old address goes, and what was the worker’s stays', async () => {
  for (const given of [false, true]) {
    const b = await enrolled();
    b.server.origins = ['https://moved.example'];
    const moved = code('https://moved.example', await b.server.p.fingerprint());
    await b.feed.asks(moved, given);
    assert.equal((await b.feed.take(moved)).refusal, null);
    assert.deepEqual(b.takenBack, ['https://rules.example/*']);
    await b.feed.leave();
    assert.deepEqual(b.takenBack.slice(1), given ? [] : ['https://moved.example/*']);
  }
});

test('a take that breaks down in the middle leaves what was followed', async () => {
  const b = await enrolled();
  const before = structuredClone(b.feedRecord);
  b.server.origins.push('https://moved.example');
  b.activation.take = () => Promise.reject(new Error('the background ended'));
  await b.feed.take(code('https://moved.example', await b.server.p.fingerprint()));
  assert.deepEqual(b.feedRecord, before);
});

test('another agency while the first one’s answer was on its way: nothing of the first is left on it', async () => {
  const b = await enrolled();
  await b.server.p.release(blobs.quiet, start + 60);
  await b.server.beat(start + 61);
  let arrive!: () => void;
  b.server.held = new Promise((done) => (arrive = done));
  const asking = b.feed.rang();
  while (b.server.held) await new Promise(setImmediate); // until it is asked
  await b.feed.leave();
  await b.activation.leave();
  b.server.p = await found();
  await b.server.p.release(blobs.first, start + 62);
  await b.server.beat(start + 63);
  b.server.origins.push('https://other.example');
  assert.equal((await b.feed.take(code('https://other.example', await b.server.p.fingerprint()))).refusal, null);
  const joined = structuredClone(b.feedRecord);
  arrive();
  await asking;
  assert.deepEqual([b.feedRecord, await b.refusal()], [joined, undefined]);
});
