// What the worker chose, in the extension's IndexedDB. Not in storage.local,
// which content scripts can write; not in storage.sync, which leaves the
// machine. No draft and no word of one is ever kept here.

import type { Settings } from './protocol';

const database = 'second-look';
const shelf = 'settings';
const key = 'current';

export const settings0: Settings = {
  setting: '',
  region: '',
  mutedRules: [],
  offSites: [],
  extraOrigins: [],
  welcomed: false,
};

export const settingIds = [
  'child-welfare', 'shelter', 'health', 'school', 'justice', 'mental-health', 'disability',
  'older-people', 'other',
] as const;

const lists = ['mutedRules', 'offSites', 'extraOrigins'] as const;
const longestList = 500;
const longestEntry = 300;

/** Takes from any value what a patch of the settings may hold; drops the rest. */
export function cleanPatch(value: unknown): Partial<Settings> {
  const from = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const patch: Partial<Settings> = {};
  if (from.setting === '' || (settingIds as readonly unknown[]).includes(from.setting)) {
    patch.setting = from.setting as string;
  }
  if (typeof from.region === 'string' && /^([A-Z]{2})?$/.test(from.region)) patch.region = from.region;
  if (typeof from.welcomed === 'boolean') patch.welcomed = from.welcomed;
  for (const name of lists) {
    const list = from[name];
    if (!Array.isArray(list)) continue;
    const words = list.filter((s): s is string => typeof s === 'string' && s !== '' && s.length <= longestEntry);
    patch[name] = [...new Set(words)].slice(0, longestList);
  }
  return patch;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(shelf);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('open settings'));
  });
}

/** Reads, and where `change` is given writes, in one transaction. */
async function transact(change?: (s: Settings) => Partial<Settings>): Promise<Settings> {
  const db = await open();
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

export function withEntry(list: string[], entry: string): string[] {
  return list.includes(entry) ? list : [...list, entry];
}

export function withoutEntry(list: string[], entry: string): string[] {
  return list.filter((e) => e !== entry);
}
