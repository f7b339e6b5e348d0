// The tally's place: an IndexedDB of its own, which content scripts cannot
// reach and which is deleted whole.

import { cleanCounts, type Counts } from './tally';

const tallyDatabase = 'second-look-tally';
const shelf = 'tally';
const key = 'counts';

function openTally(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(tallyDatabase, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(shelf);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('open tally'));
  });
}

/** Reads, and where `change` is given writes, in one transaction. Nothing counted is nothing kept. */
export async function transactTally(change?: (c: Counts) => Counts): Promise<Counts> {
  const db = await openTally();
  try {
    return await new Promise((resolve, reject) => {
      const tx = db.transaction(shelf, change ? 'readwrite' : 'readonly');
      const store = tx.objectStore(shelf);
      let now: Counts = {};
      const get = store.get(key);
      get.onsuccess = () => {
        now = cleanCounts(get.result);
        if (!change) return;
        now = change(now);
        if (Object.keys(now).length > 0) store.put(now, key);
        else store.clear();
      };
      tx.oncomplete = () => resolve(now);
      tx.onerror = tx.onabort = () => reject(new Error('tally'));
    });
  } finally {
    db.close();
  }
}
