// An approver's key. The browser keeps the private half, signs with it, and
// gives it to nobody, us included; only while it is made may one copy of it be
// taken, which the caller seals.

import type { NoteSigner } from '../src/rules-note';

const keysDatabase = 'second-look-keys';
const shelf = 'keys';
const key = 'approver';

interface KeptKey {
  name: string;
  pair: CryptoKeyPair;
}

function openKeys(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(keysDatabase, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(shelf);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('open keys'));
  });
}

async function transact<T>(mode: IDBTransactionMode, work: (s: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await openKeys();
  try {
    return await new Promise<T>((resolve, reject) => {
      const tx = db.transaction(shelf, mode);
      const request = work(tx.objectStore(shelf));
      tx.oncomplete = () => resolve(request.result);
      tx.onerror = tx.onabort = () => reject(new Error('keys'));
    });
  } finally {
    db.close();
  }
}

async function signerOf({ name, pair }: KeptKey): Promise<NoteSigner> {
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const sign = async (text: Uint8Array) => new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, Uint8Array.from(text)));
  return { name, key: raw, sign };
}

/** The key of this browser; null where there is none. */
export async function keptSigner(): Promise<NoteSigner | null> {
  const kept = await transact('readonly', (s) => s.get(key) as IDBRequest<KeptKey | undefined>);
  return kept ? signerOf(kept) : null;
}

export const validName = (name: string): boolean => /^[\w.@-]{1,64}$/.test(name);

const seedLength = 32; // the end of Ed25519's PKCS #8

/** A pair whose private half stays in the browser, once `copy` had the seed and the public key. */
async function newPair(copy?: (seed: Uint8Array, key: Uint8Array) => Promise<void>): Promise<CryptoKeyPair> {
  const pair = (await crypto.subtle.generateKey('Ed25519', copy !== undefined, ['sign', 'verify'])) as CryptoKeyPair;
  if (!copy) return pair;
  const open = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  try {
    await copy(open.slice(-seedLength), new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
    return { publicKey: pair.publicKey, privateKey: await crypto.subtle.importKey('pkcs8', open, 'Ed25519', false, ['sign']) };
  } finally {
    open.fill(0);
  }
}

/** Makes a key; null where the browser knows no Ed25519, or the copy cannot be taken: then nothing is kept. */
export async function makeSigner(name: string, copy?: (seed: Uint8Array, key: Uint8Array) => Promise<void>): Promise<NoteSigner | null> {
  try {
    const pair = await newPair(copy);
    await transact('readwrite', (s) => s.put({ name, pair } satisfies KeptKey, key));
    return await signerOf({ name, pair });
  } catch {
    return null;
  }
}
