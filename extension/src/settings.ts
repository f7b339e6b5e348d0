// The shape of the settings: what they are before the worker chose anything,
// and what of a patch is believed.

import type { Settings } from './protocol';

export const settings0: Settings = {
  setting: '',
  region: '',
  mutedRules: [],
  offSites: [],
  extraOrigins: [],
  agencySites: [],
  welcomed: false,
};

export const settingIds = [
  'child-welfare', 'shelter', 'health', 'school', 'justice', 'mental-health', 'disability',
  'older-people', 'other',
] as const;

const lists = ['mutedRules', 'offSites', 'extraOrigins', 'agencySites'] as const;
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

export function withEntry(list: string[], entry: string): string[] {
  return list.includes(entry) ? list : [...list, entry];
}

export function withoutEntry(list: string[], entry: string): string[] {
  return list.filter((e) => e !== entry);
}
