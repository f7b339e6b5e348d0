// The feed against an agency in memory: what it asks and when, what it takes
// and refuses, and that nothing but answers and chance moves its alarm.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCode } from './feed-address';
import { address, blobs, Browser, capability, enrolled, found, Server, start } from './feed-memory';
import { ask, FeedTrouble, feedUrl, type FeedPath } from './feed-network';
import { afterAnswer, afterFailure, pauseOf } from './feed-schedule';
import { partsOf, textHash } from './rules-note';

test('a code is one address of one form', () => {
  const fingerprint = '4QK2M-4QK2M-4QK2M-4QK2M-4QK2M';
  assert.deepEqual(readCode(` ${address}#${fingerprint.toLowerCase()}\n`), { origin: 'https://rules.example', capability, fingerprint });
  assert.deepEqual(readCode(`http://127.0.0.1:8787/v1/a/${capability}#${fingerprint}`), { origin: 'http://127.0.0.1:8787', capability, fingerprint });
  const none = ['', 'hello', address, `${address}#4QK2M`, `${address}?a#${fingerprint}`, `https://me:pw@rules.example/v1/a/${capability}#${fingerprint}`,
    `https://rules.example/${capability}#${fingerprint}`, `${address}/head#${fingerprint}`, `ftp://rules.example/v1/a/${capability}#${fingerprint}`];
  for (const code of none) assert.equal(readCode(code), 'feed-code', code);
  for (const host of ['rules.example', '10.0.0.1', '127.0.0.1.evil.example', 'localhost.example']) {
    assert.equal(readCode(`http://${host}/v1/a/${capability}#${fingerprint}`), 'feed-http', host);
  }
});

test('no address but the enrolled one’s four kinds of path can be asked', () => {
  const to = { origin: 'https://rules.example', capability };
  const hash = 'ab'.repeat(32);
  assert.equal(feedUrl(to, 'head'), `${address}/head`);
  assert.equal(feedUrl(to, `blob/${hash}`), `${address}/blob/${hash}`);
  const never = ['', 'head?x', 'head/..', 'root/0', 'root/01', 'root/1234', 'release/x', `blob/${hash}x`, `blob/../${hash}`, 'export.rbundle', '../head'];
  for (const path of never) assert.throws(() => feedUrl(to, path as FeedPath), FeedTrouble, path);
  for (const origin of ['http://rules.example', 'https://a/b', 'https://u@a', 'https://a?b', 'https://', 'http://127.0.0.1.evil.example', 'http://127.0.0.1@evil.example']) {
    assert.throws(() => feedUrl({ origin, capability }, 'head'), FeedTrouble, origin);
  }
  assert.throws(() => feedUrl({ origin: to.origin, capability: 'a/../../x' }, 'head'), FeedTrouble);
});

test('what is answered is bounded and told apart', async (t) => {
  const to = { origin: 'https://rules.example', capability };
  let given = new Response('', { status: 200 });
  const calls: [unknown, RequestInit][] = [];
  t.mock.method(globalThis, 'fetch', async (url: unknown, init: RequestInit) => (calls.push([url, init]), given));
  const reason = async (r: Response, path: FeedPath = 'head') => {
    given = r;
    return ask(to, path).then((a) => a.kind, (e: FeedTrouble) => `${e.reason} ${e.retryAfter}`.trim());
  };
  assert.equal(await reason(new Response('note')), 'given');
  assert.equal(await reason(new Response(null, { status: 304 })), 'same');
  assert.equal(await reason(new Response('no', { status: 404 })), 'gone');
  assert.equal(await reason(new Response('', { status: 503, headers: { 'Retry-After': '15' } })), 'feed-busy 15');
  assert.equal(await reason(new Response('', { status: 403 })), 'feed-other');
  assert.equal(await reason(new Response('a'.repeat(4097))), 'feed-large');
  assert.equal(await reason(new Response('a'.repeat(4097)), 'root/1'), 'given');
  await ask(to, 'head', `"${'0a'.repeat(16)}"`).catch(() => null);
  await ask(to, 'head', 'W/"mark"').catch(() => null);
  assert.deepEqual(calls.slice(-2).map(([, init]) => init.headers), [{ 'If-None-Match': `"${'0a'.repeat(16)}"` }, {}]);
  for (const [, init] of calls) assert.equal(init.body, undefined);
});

test('the alarm: half a minute and a random half more; doubled under failure; a pause that is asked for is kept', () => {
  assert.deepEqual([afterAnswer(0), afterAnswer(0.5)], [30, 45]);
  for (const n of [1, 5, 20, 2000]) for (const r of [0, 0.3, 0.999]) assert.ok(afterFailure(n, 0, r) >= 30 && afterFailure(n, 0, r) <= 1800);
  assert.ok(afterFailure(9, 0, 0.999) > 1700);
  assert.ok(afterFailure(1, 0, 0.999) < 121);
  for (const r of [0, 0.999]) assert.ok(afterFailure(1, 600, r) >= 600);
  assert.ok(afterFailure(1, 1e9, 0) <= 86_400);
  assert.deepEqual(['15', '', 'soon', 'Thu, 09 Oct 2025 08:54:20 GMT'].map((h) => pauseOf(h, start + 50)), [15, 0, 0, 10]);
});

test('enrol: name and fingerprint first; another fingerprint is refused', async () => {
  const p = await found();
  await p.release(blobs.first, start);
  const server = new Server(p);
  const b = new Browser(server);
  const other = (await (await found()).fingerprint());
  const reasons: (string | undefined)[] = [];
  const looked = async (code: string) => {
    const look = await b.feed.look(code);
    reasons.push(look.ok ? undefined : look.refusal.reason);
  };
  const code = `${address}#${await p.fingerprint()}`;
  await looked(code);
  await server.beat(start + 50);
  await looked(`${address}#${other}`);
  await looked('hello');
  server.head = '<!doctype html><p>hello';
  await looked(code);
  server.trouble = new FeedTrouble('feed-offline');
  await looked(code);
  assert.deepEqual(reasons, ['feed-gone', 'feed-root', 'feed-code', 'feed-other', 'feed-offline']);
  assert.equal((await b.feed.take(`${address}#${other}`)).view, null);
  server.trouble = undefined;
  await server.beat(start + 60);
  assert.equal((await b.feed.take(`${address}#${other}`)).refusal?.reason, 'feed-root');
  assert.deepEqual([await b.seq(), b.feedRecord.followed, b.alarm.length], [undefined, null, 0]);
  assert.equal(await b.enrol(), code);
  assert.deepEqual(b.alarm, [45]);
});

test('nothing new costs one question with the tag of its own reckoning, and no write', async () => {
  const b = await enrolled();
  const { writes } = b;
  for (let i = 0; i < 3; i++) await b.feed.rang();
  assert.equal(b.server.asked.length, 3);
  for (const a of b.server.asked) assert.match(a, /^head "[0-9a-f]{32}"$/);
  assert.equal(b.writes, writes);
  assert.equal(b.alarm.at(-1), 45);
});

test('a newer release, several at once, a new root: followed', async () => {
  const b = await enrolled();
  const { p } = b.server;
  await p.release(blobs.quiet, start + 60);
  await p.root(start + 61, { name: 'Maple County and Town' });
  await p.release(blobs.loud, start + 62);
  await p.release(blobs.quiet, start + 63);
  await b.server.beat(start + 64);
  b.restart();
  await b.feed.rang();
  assert.deepEqual([await b.seq(), await b.refusal()], [4, undefined]);
  assert.deepEqual((await b.activation.state()).view?.releases.map((r) => r.seq), [1, 2, 3, 4]);
  assert.equal((await b.activation.state()).view?.name, 'Maple County and Town');
  // A roll back names a bundle that is here: it is not fetched again.
  b.server.asked = [];
  await p.release(blobs.loud, start + 70);
  await p.release(blobs.quiet, start + 71);
  await b.server.beat(start + 72);
  await b.feed.rang();
  assert.equal(await b.seq(), 6);
  assert.equal(b.server.asked.filter((a) => a.startsWith('blob')).length, 0);
});

test('a head issued anew keeps the rules fresh and fetches nothing more', async () => {
  const b = await enrolled();
  b.now = start + 2 * 86_400;
  await b.feed.rang();
  assert.equal((await b.activation.state()).view?.stale, true);
  assert.equal(b.told, 1, 'the badges are drawn anew, once');
  await b.feed.rang();
  assert.equal(b.told, 1);
  b.server.asked = [];
  await b.server.beat(b.now - 5);
  await b.feed.rang();
  assert.deepEqual(b.server.asked.slice(1), ['root/2']);
  assert.equal((await b.activation.state()).view?.stale, false);
  assert.equal(b.told, 2);
});

test('an older server, a fork and rules that fail are refused once each, said, and the rules stand', async () => {
  const b = await enrolled();
  const { p } = b.server;
  const [one] = p.releases;
  await p.release(blobs.quiet, start + 60);
  await b.server.beat(start + 61);
  await b.feed.rang();
  const two = p.releases.pop()!;
  await b.server.beat(start + 90);
  for (let i = 0; i < 3; i++) await b.feed.rang();
  assert.deepEqual([await b.seq(), await b.refusal()], [2, 'old-seq']);
  assert.equal(b.server.asked.filter((a) => a.startsWith('release')).length, 2, 'a refused head is not fetched again');
  await p.release(blobs.loud, start + 91);
  await b.server.beat(start + 92);
  await b.feed.rang();
  const fork = (await b.activation.state()).refusal!;
  assert.deepEqual([fork.reason, fork.have], ['fork', await textHash(two.text)]);
  p.releases.splice(0, 9, one!, two);
  await b.server.beat(start + 93);
  await b.feed.rang();
  assert.deepEqual([await b.seq(), await b.refusal()], [2, 'fork'], 'the evidence waits until somebody read it');
  assert.equal(new TextDecoder().decode(partsOf(b.rules.evidence!)!.find((x) => x.name === 'release')!.body).split('\n')[3], 'seq 2');
  await b.activation.seen();
  assert.equal(b.rules.evidence, undefined);
  await p.release(blobs.failing, start + 94);
  await b.server.beat(start + 95);
  await b.feed.rang();
  assert.deepEqual([await b.seq(), await b.refusal()], [2, 'proof']);
});

test('no answer: asked again later and later, and the pause that the server asks for; a background that dies comes back', async () => {
  const b = await enrolled();
  b.server.trouble = new FeedTrouble('feed-offline');
  const waits: (number | undefined)[] = [];
  for (let i = 0; i < 8; i++) {
    b.restart();
    await b.feed.rang();
    waits.push(b.alarm.at(-1));
  }
  assert.deepEqual(waits, [60, 120, 240, 480, 900, 900, 900, 900]);
  assert.equal((await b.feed.status())?.problem, 'feed-offline');
  b.server.trouble = new FeedTrouble('feed-busy', '4000');
  await b.feed.rang();
  assert.equal(b.alarm.at(-1), 4900);
  b.server.trouble = undefined;
  await b.feed.rang();
  assert.deepEqual([b.alarm.at(-1), (await b.feed.status())?.problem], [45, '']);
});

test('waking moves no alarm; one that was lost is set again, and nothing is asked', async () => {
  const b = await enrolled();
  const before = b.alarm.length;
  for (let i = 0; i < 5; i++) {
    b.restart();
    await b.feed.wake();
  }
  assert.equal(b.alarm.length, before);
  b.alarm.push(undefined);
  await b.feed.wake();
  assert.equal(b.alarm.at(-1), 45);
  assert.deepEqual(b.server.asked, []);
});

test('leaving ends the asking, takes back the permission and leaves nothing', async () => {
  const b = await enrolled();
  assert.deepEqual(await b.feed.apart(), ['https://rules.example/*']);
  await b.feed.leave();
  await b.activation.leave();
  await b.feed.rang();
  await b.feed.wake();
  assert.deepEqual([b.server.asked, b.alarm.at(-1), b.takenBack], [[], undefined, ['https://rules.example/*']]);
  assert.deepEqual([b.feedRecord.followed, b.rules.kept], [null, null]);
});

test('left while an answer was on its way: nobody is enrolled by it', async () => {
  const b = await enrolled();
  await b.server.p.release(blobs.quiet, start + 60);
  await b.server.beat(start + 61);
  const asking = b.feed.rang();
  await b.feed.leave();
  await b.activation.leave();
  await asking;
  assert.deepEqual([await b.seq(), await b.refusal(), b.alarm.at(-1)], [undefined, undefined, undefined]);
});

test('a permission for what nobody said yes to is taken back; one that was there before stays', async () => {
  const b = await enrolled();
  await b.feed.leave();
  b.takenBack = [];
  await b.feed.asks(`${address}#4QK2M-4QK2M-4QK2M-4QK2M-4QK2M`, false);
  assert.deepEqual(await b.feed.apart(), ['https://rules.example/*']);
  await b.feed.tidy();
  assert.deepEqual([b.takenBack, await b.feed.apart()], [['https://rules.example/*'], []]);
  await b.feed.asks(`${address}#4QK2M-4QK2M-4QK2M-4QK2M-4QK2M`, true);
  await b.feed.drop();
  assert.equal(b.takenBack.length, 1);
});

test('“Turn on here” on the very host: the permission is the worker’s from then on', async () => {
  const b = await enrolled();
  assert.equal((await b.feed.status())?.apart, 'https://rules.example/*');
  await b.feed.turnedOn('https://other.example');
  assert.deepEqual(await b.feed.apart(), ['https://rules.example/*']);
  await b.feed.turnedOn('https://rules.example');
  assert.deepEqual(await b.feed.apart(), []);
  await b.feed.leave();
  assert.deepEqual(b.takenBack, []);
});

test('a file that a person chose does not end the asking, and all that is known can be handed on', async () => {
  const b = await enrolled();
  const { p } = b.server;
  const code = (file: Uint8Array) => `-----BEGIN SECOND LOOK RULES-----\n${Buffer.from(file).toString('base64')}\n-----END SECOND LOOK RULES-----`;
  assert.equal((await b.activation.take(code(await p.release(blobs.quiet, start + 60)), 'file')).view?.source, 'feed');
  await p.release(blobs.loud, start + 70);
  await b.server.beat(start + 71);
  await b.feed.rang();
  const file = (await b.activation.file())!;
  assert.deepEqual(file, p.file(b.server.head));
  assert.deepEqual(partsOf(file)?.map((x) => x.name), ['root', 'release', 'release', 'release', 'head', 'bundle']);
});
