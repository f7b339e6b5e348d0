// What the worker chose, in the extension's IndexedDB. Not in storage.local,
// which content scripts can write; not in storage.sync, which leaves the
// machine. No draft and no word of one is ever kept here.

import type { Settings } from './protocol';
import { cleanPatch, settings0 } from './settings';

const database = 'second-look';
const shelf = 'settings';
const key = 'current';

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(shelf);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('open settings'));
  });
}

/** Reads, and where `change` is given writes, in one transaction. */
async function transact(change?: (s: Settings) => Partial<Settings>): Promise<Settings> {
  const db = await openDatabase();
  try {
    return await new Promise((resolve, reject) => {
      const tx = db.transaction(shelf, change ? 'readwrite' : 'readonly');
      const store = tx.objectStore(shelf);
      let now: Settings = settings0;
      const get = store.get(key);
      get.onsuccess = () => {
        now = { ...settings0, ...cleanPatch(get.result) };
        if (!change) return;
        now = { ...now, ...cleanPatch(change(now)) };
        store.put(now, key);
      };
      tx.oncomplete = () => resolve(now);
      tx.onerror = tx.onabort = () => reject(new Error('settings'));
    });
  } finally {
    db.close();
  }
}

export function readSettings(): Promise<Settings> {
  return transact();
}

export function changeSettings(change: (s: Settings) => Partial<Settings>): Promise<Settings> {
  return transact(change);
}
