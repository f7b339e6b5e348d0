import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, mostAddresses, timesOf, type Requests } from './requests';

const own = 'chrome-extension://a/';
const none = (): Requests => ({ listed: [], earlier: { far: 0, own: 0 } });

/** All that was counted, by where it went. */
function sums({ listed, earlier }: Requests): { far: number; own: number } {
  const of = (mine: boolean) => listed.filter((a) => a.url.startsWith(own) === mine).reduce((sum, a) => sum + timesOf(a), 0);
  return { far: of(false) + earlier.far, own: of(true) + earlier.own };
}

test('a request that is noted and seen is one; one that is seen alone is one too', () => {
  const all = none();
  count(all, 'https://a.example/', 'noted', 1, own);
  count(all, 'https://a.example/', 'seen', 2, own);
  count(all, 'https://b.example/', 'seen', 3, own);
  assert.deepEqual(sums(all), { far: 2, own: 0 });
  assert.deepEqual(all.listed.map((a) => a.last), [2, 3]);
});

test('beyond what is listed it counts on, and nothing of it is lost', () => {
  const all = none();
  let at = 0;
  for (let i = 0; i < mostAddresses + 50; i++) {
    const url = i % 10 === 0 ? `${own}${i}` : `https://far.example/${i}`;
    for (const how of ['noted', 'seen', 'noted'] as const) count(all, url, how, ++at, own);
    const asked = i + 1;
    const mine = Math.ceil(asked / 10);
    assert.deepEqual(sums(all), { far: 2 * (asked - mine), own: 2 * mine });
    assert.equal(all.listed.length, Math.min(asked, mostAddresses));
  }
  assert.deepEqual(all.earlier, { far: 90, own: 10 });
  assert.equal(all.listed[0]!.url, `${own}50`, 'the oldest are those that went');
});

test('what is asked for again and again stays listed', () => {
  const all = none();
  let at = 0;
  for (let i = 0; i < 2 * mostAddresses; i++) {
    count(all, `https://far.example/${i}`, 'noted', ++at, own);
    count(all, 'https://agency.example/head', 'noted', ++at, own);
  }
  assert.equal(timesOf(all.listed.find((a) => a.url === 'https://agency.example/head')!), 2 * mostAddresses);
  assert.deepEqual(sums(all), { far: 4 * mostAddresses, own: 0 });
});

test('an address that left the list and comes back is listed, and none of it is counted twice', () => {
  const all = none();
  let at = 0;
  for (let i = 0; i <= mostAddresses; i++) count(all, `https://far.example/${i}`, 'noted', ++at, own);
  count(all, 'https://far.example/0', 'noted', ++at, own);
  assert.equal(all.listed.at(-1)!.url, 'https://far.example/0');
  assert.deepEqual(sums(all), { far: mostAddresses + 2, own: 0 });
});
