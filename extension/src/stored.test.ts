// What is stored is read and nothing more: a place that was deleted while it was
// being read is not made anew, empty, where its owner would find no shelves in it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStored } from './stored';

/** IndexedDB as far as opening goes: a database that is not there is made, unless its making is aborted. */
class Opening {
  readonly made: string[] = [];

  constructor(private readonly listed: string[]) {}

  databases = async () => this.listed.map((name) => ({ name, version: 1 }));

  open(name: string) {
    let aborted = false;
    const result = { objectStoreNames: [] as string[], close: () => {} };
    const request = {
      result, transaction: { abort: () => (aborted = true) },
      onupgradeneeded: undefined as (() => void) | undefined, onsuccess: undefined as (() => void) | undefined,
      onerror: undefined as ((e: Event) => void) | undefined,
    };
    setImmediate(() => {
      request.onupgradeneeded?.();
      if (aborted) return request.onerror?.(new Event('error', { cancelable: true }));
      this.made.push(name);
      request.onsuccess?.();
    });
    return request;
  }
}

test('a database that goes while it is read stays gone', async () => {
  const opening = new Opening(['second-look']);
  const area = { get: async () => ({}) };
  Object.assign(globalThis, {
    indexedDB: opening, caches: { keys: async () => [] },
    chrome: { storage: { local: area, session: area, sync: area, managed: area } },
  });
  assert.deepEqual(await readStored(), []);
  assert.deepEqual(opening.made, []);
});
