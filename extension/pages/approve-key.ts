// An approver's key, made in this page and never out of it: the browser keeps
// the private half and signs with it, and gives it to nobody, us included.

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

/** Makes a key; null where the browser knows no Ed25519. */
export async function makeSigner(name: string): Promise<NoteSigner | null> {
  try {
    const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
    await transact('readwrite', (s) => s.put({ name, pair } satisfies KeptKey, key));
    return await signerOf({ name, pair });
  } catch {
    return null;
  }
}
