// What this extension has stored in this browser, read from the browser itself:
// every database, every area of its storage, every cache. Sizes are of what the
// values hold, not of what the browser needs to keep them.

export interface StoredEntry {
  key: string;
  /** Bytes, about. */
  size: number;
}

export interface StoredPlace {
  kind: 'database' | 'local' | 'session' | 'sync' | 'managed' | 'cache';
  /** Name of the database or cache; '' for an area. */
  name: string;
  entries: StoredEntry[];
}

/** Everything stored, places with nothing in them left out. */
export async function readStored(): Promise<StoredPlace[]> {
  const found = await Promise.all([databases(), areas(), cached()]);
  return found.flat().filter((p) => p.entries.length > 0);
}

export const sizeOf = (value: unknown): number => {
  if (value instanceof ArrayBuffer) return value.byteLength;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return new TextEncoder().encode(value).length;
  if (Array.isArray(value)) return value.reduce((sum: number, v) => sum + sizeOf(v), 0);
  if (typeof value === 'object' && value !== null) return Object.entries(value).reduce((sum, [k, v]) => sum + k.length + sizeOf(v), 0);
  return value === undefined || value === null ? 0 : 8;
};

async function databases(): Promise<StoredPlace[]> {
  const names = (await indexedDB.databases()).map((d) => d.name ?? '').filter((n) => n !== '').sort();
  return Promise.all(names.map(async (name) => ({ kind: 'database' as const, name, entries: await inDatabase(name) })));
}

function inDatabase(name: string): Promise<StoredEntry[]> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let gone = false;
    request.onupgradeneeded = () => {
      gone = true; // deleted since it was listed: opening must not make it anew, without its owner's shelves
      request.transaction!.abort();
    };
    request.onerror = (event) => {
      if (!gone) return reject(new Error('open a database'));
      event.preventDefault();
      resolve([]);
    };
    request.onsuccess = () => {
      const db = request.result;
      const shelves = [...db.objectStoreNames];
      const entries: StoredEntry[] = [];
      if (shelves.length === 0) {
        db.close();
        return resolve(entries);
      }
      const tx = db.transaction(shelves, 'readonly');
      for (const shelf of shelves) {
        const walk = tx.objectStore(shelf).openCursor();
        walk.onsuccess = () => {
          const at = walk.result;
          if (!at) return;
          entries.push({ key: `${shelf}/${String(at.key)}`, size: sizeOf(at.value) });
          at.continue();
        };
      }
      tx.oncomplete = () => {
        db.close();
        resolve(entries);
      };
      tx.onabort = () => {
        db.close();
        reject(new Error('read a database'));
      };
    };
  });
}

async function areas(): Promise<StoredPlace[]> {
  const area = async (kind: StoredPlace['kind'], held: Promise<object>): Promise<StoredPlace> => {
    const all = await held.catch(() => ({})); // managed: Firefox without a policy rejects
    return { kind, name: '', entries: Object.entries(all).map(([key, value]) => ({ key, size: sizeOf(value) })) };
  };
  return Promise.all([
    area('local', chrome.storage.local.get(null)), area('session', chrome.storage.session.get(null)),
    area('sync', chrome.storage.sync.get(null)), area('managed', chrome.storage.managed.get(null)),
  ]);
}

async function cached(): Promise<StoredPlace[]> {
  const names = await caches.keys();
  return Promise.all(names.map(async (name) => {
    const kept = await (await caches.open(name)).keys();
    return { kind: 'cache' as const, name, entries: kept.map((r) => ({ key: r.url, size: 0 })) };
  }));
}
