// An agency's rules in the extension's IndexedDB, a database of their own:
// what is remembered of the agency, the bundle in force, the one before, and
// one that waits for its day. All of it is one record, so that each change is
// one transaction and a browser that dies in the middle leaves the state
// before. No draft and no word of one is ever kept here.

import type { Pins, Release, Shown } from './engine-rules';
import type { RulesRefusal, RulesSource } from './rules-protocol';

const rulesDatabase = 'second-look-rules';
const shelf = 'agency';
const key = 'kept';

/** The signed notes as they came, so that a browser can hand on what it has. */
export interface KeptNotes {
  roots: string[];
  /** Consecutive, the newest last. */
  releases: { seq: number; note: string }[];
  /** Of the newest release; '' where none came. */
  head: string;
}

/** A bundle that was verified and proved. */
export interface KeptBundle {
  seq: number;
  bytes: Uint8Array<ArrayBuffer>;
  shown: Shown;
  /** Revision of the engine that proved it; another engine proves it again before it loads it. */
  provedBy: string;
  /** Unix seconds from which it may act. */
  actsFrom: number;
}

/** What is kept of an agency. */
export interface Kept {
  pins: Pins;
  name: string;
  fingerprint: string;
  need: number;
  approvers: string[];
  /** Unix seconds from which the agency counts as not heard of; 0 where no head ever came. */
  stale: number;
  source: RulesSource;
  /** SHA-256 of the file that was taken last: a policy brings the same one at every start. */
  taken: string;
  /** Every release that was seen, oldest first. */
  releases: Release[];
  notes?: KeptNotes;
  current: KeptBundle | null;
  previous: KeptBundle | null;
  /** Verified and proved, but may not act yet. */
  next: KeptBundle | null;
}

/** The whole record: an agency or none, and the last refusal that was not yet put away. */
export interface RulesRecord {
  kept: Kept | null;
  refusal: RulesRefusal | null;
  /** The file of a fork that nobody put away yet: what the agency has to see. */
  evidence?: Uint8Array<ArrayBuffer>;
}

export const nothingKept: RulesRecord = { kept: null, refusal: null };

/** Where the record lives; a test has one in memory. */
export interface RulesStore {
  read(): Promise<RulesRecord>;
  /** Replaces the record, whole or not at all. */
  keep(record: RulesRecord): Promise<void>;
}

function openRules(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(rulesDatabase, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(shelf);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('open rules'));
  });
}

async function transact<T>(mode: IDBTransactionMode, work: (s: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await openRules();
  try {
    return await new Promise<T>((resolve, reject) => {
      const tx = db.transaction(shelf, mode, { durability: 'strict' });
      const request = work(tx.objectStore(shelf));
      tx.oncomplete = () => resolve(request.result);
      tx.onerror = tx.onabort = () => reject(new Error('rules'));
    });
  } finally {
    db.close();
  }
}

export const readShelf = <T>(name: string): Promise<T | undefined> => transact('readonly', (s) => s.get(name) as IDBRequest<T | undefined>);

export async function writeShelf(name: string, value: unknown): Promise<void> {
  await transact('readwrite', (s) => s.put(value, name));
}

export const rulesStore: RulesStore = {
  read: async () => (await readShelf<RulesRecord>(key)) ?? nothingKept,
  keep: (record) => writeShelf(key, record),
};
