// How far a worker is: per post, how often its reading was seen and how often
// the guess was the label. Kept in the extension's own storage on this
// machine, without a word that anybody wrote, and gone when the worker says so.

/** How often. */
export interface Count {
  read: number;
  agreed: number;
}

export type Progress = ReadonlyMap<string, Count>;

/** Where the counts are kept. */
export interface ProgressBook {
  read(): Promise<Progress>;
  /** Adds one reading of a post. */
  add(id: string, agreed: boolean): Promise<Progress>;
  forget(): Promise<Progress>;
}

const database = 'second-look-practice';
const shelf = 'counts';

export const keptBook: ProgressBook = {
  read: () => transact('readonly'),
  add: (id, agreed) =>
    transact('readwrite', (store, now) => {
      store.put(added(now.get(id), agreed), id);
    }),
  forget: () => transact('readwrite', (store) => store.clear()),
};

/** For a page that keeps nothing: gone with the page. */
export function fleetingBook(): ProgressBook {
  const counts = new Map<string, Count>();
  return {
    read: async () => new Map(counts),
    add: async (id, agreed) => new Map(counts.set(id, added(counts.get(id), agreed))),
    forget: async () => {
      counts.clear();
      return new Map();
    },
  };
}

const added = (before: Count | undefined, agreed: boolean): Count => ({
  read: (before?.read ?? 0) + 1,
  agreed: (before?.agreed ?? 0) + (agreed ? 1 : 0),
});

/** Reads all, changes what `change` changes, and answers with what then stands. */
async function transact(mode: IDBTransactionMode, change?: (store: IDBObjectStore, now: Map<string, Count>) => void): Promise<Progress> {
  const db = await openCounts();
  try {
    return await new Promise((resolve, reject) => {
      const tx = db.transaction(shelf, mode);
      const store = tx.objectStore(shelf);
      let after = new Map<string, Count>();
      collect(store, (now) => {
        after = now;
        if (!change) return;
        change(store, now);
        collect(store, (then) => (after = then));
      });
      tx.oncomplete = () => resolve(after);
      tx.onerror = tx.onabort = () => reject(new Error('practice counts'));
    });
  } finally {
    db.close();
  }
}

function collect(store: IDBObjectStore, then: (all: Map<string, Count>) => void): void {
  const keys = store.getAllKeys();
  const values = store.getAll();
  values.onsuccess = () => then(new Map(keys.result.map((key, i) => [String(key), values.result[i] as Count])));
}

function openCounts(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(shelf);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('practice counts'));
  });
}
