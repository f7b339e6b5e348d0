import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awaitPort } from './door';

const nonce = '0123456789abcdef';

function knock(data: unknown, ports: unknown[]): void {
  const event = new Event('message');
  Object.assign(event, { data, ports });
  globalThis.window.dispatchEvent(event);
}

function listen(expected: string): unknown[] {
  const opened: unknown[] = [];
  globalThis.window = new EventTarget() as never;
  awaitPort(expected, (port) => opened.push(port));
  return opened;
}

test('the right nonce with one port opens, once', () => {
  const opened = listen(nonce);
  knock({ nonce }, ['first']);
  knock({ nonce }, ['second']);
  assert.deepEqual(opened, ['first']);
});

test('anything else is not heard', () => {
  const opened = listen(nonce);
  for (const data of [null, undefined, nonce, {}, { nonce: '' }, { nonce: nonce + '0' }, { nonce: [nonce] }]) {
    knock(data, ['port']);
  }
  knock({ nonce }, []);
  knock({ nonce }, ['one', 'two']);
  assert.deepEqual(opened, []);
});

test('a frame opened without a nonce hears nobody', () => {
  const opened = listen('');
  knock({ nonce: '' }, ['port']);
  assert.deepEqual(opened, []);
});
