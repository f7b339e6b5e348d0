// A copy of an approver's key, sealed under a passphrase: an age file
// (age-encryption.org/v1, scrypt, armoured) that `secondlook bundle sign` opens
// and other tools open too. internal/keyfile is the same for the command line.

import { armor, Encrypter } from 'age-encryption';
import { publicKey } from '../src/rules-note';

/** The least number of characters of a passphrase. */
export const leastPassphrase = 12;

/** The logarithm of scrypt's cost: about two seconds and 256 MB here, once. */
const work = 18;

export const longEnough = (passphrase: string): boolean => [...passphrase].length >= leastPassphrase;

/** The file of a key. `seed` is the 32 bytes that make it; `logN` is given in tests alone. */
export async function sealed(name: string, key: Uint8Array, seed: Uint8Array, passphrase: string, logN = work): Promise<Uint8Array<ArrayBuffer>> {
  const [, hash] = (await publicKey({ name, key })).split('+');
  const secret = `PRIVATE+KEY+${name}+${hash}+${btoa(String.fromCharCode(1, ...seed))}\n`;
  const to = new Encrypter();
  to.setPassphrase(passphrase);
  to.setScryptWorkFactor(logN);
  return new TextEncoder().encode(armor.encode(await to.encrypt(secret)));
}
