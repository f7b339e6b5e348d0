import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { armor, Decrypter } from 'age-encryption';
import { longEnough, sealed } from './approve-seal';

const passphrase = 'correct horse battery staple';

// The key of the seed 0, 1, 2 … 31, and how internal/sign writes it.
const seed = Uint8Array.from({ length: 32 }, (_, i) => i);
const key = Uint8Array.from(Buffer.from('03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8', 'hex'));
const secret = `PRIVATE+KEY+ann.lee+791980f6+${btoa(String.fromCharCode(1, ...seed))}\n`;

async function opened(file: string, by: string): Promise<string> {
  const d = new Decrypter();
  d.addPassphrase(by);
  return d.decrypt(armor.decode(file), 'text');
}

test('the file is an age file that holds the key as signed notes write it', async () => {
  const file = new TextDecoder().decode(await sealed('ann.lee', key, seed, passphrase, 10));
  assert.match(file, /^-----BEGIN AGE ENCRYPTED FILE-----\n/);
  assert.equal(await opened(file, passphrase), secret);
  await assert.rejects(opened(file, 'wrong horse battery staple'));
});

// What this page made is in the folder of the package that the command line
// opens keys with, whose own test opens it too.
test('the two programs mean the same file', async () => {
  assert.equal(await opened(readFileSync('internal/keyfile/testdata/from-approve-page.key', 'utf8'), passphrase), secret);
});

test('a passphrase is counted in characters', () => {
  assert.equal(longEnough('elevenchars'), false);
  assert.equal(longEnough('twelve chars'), true);
  assert.equal(longEnough('😀😀😀😀😀😀'), false);
});
