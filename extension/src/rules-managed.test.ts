import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { codeOf, fileOf } from './rules-code';
import { managedRules } from './rules-managed';

const world = globalThis as { chrome?: unknown };
afterEach(() => delete world.chrome);

/** A browser whose policy holds this; null for one without, as Firefox says it. */
function policy(held: Record<string, unknown> | null): void {
  world.chrome = { storage: { managed: { get: async () => held ?? Promise.reject(new Error('Managed storage manifest not found')) } } };
}

const file = Uint8Array.of(1, 2, 3, 250);

test('a policy brings a file in base64, bare or as a code', async () => {
  policy({ rules: btoa(String.fromCharCode(...file)), root: 'AAAAA' });
  assert.deepEqual(fileOf((await managedRules())!.code), file);
  policy({ rules: codeOf(file), root: 'AAAAA' });
  assert.deepEqual(fileOf((await managedRules())!.code), file);
});

test('what is no file is handed on, to be refused where people see it', async () => {
  policy({ rules: '???', root: 'AAAAA' });
  assert.equal(fileOf((await managedRules())!.code), null);
});

test('no policy, half a policy and another kind of value are none', async () => {
  for (const held of [null, {}, { rules: 'AQID' }, { root: 'AAAAA' }, { rules: 1, root: 'AAAAA' }, { rules: '', root: '' }]) {
    policy(held);
    assert.equal(await managedRules(), null);
  }
});
