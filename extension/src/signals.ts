// What of a draft may be shown to a supervisor: which kinds of thing stood out,
// in words that were there before the draft was. Nothing here can hold a word
// of it: everything is one of a short list.
//
// Support is left out: what a worker writes of their own despair, or of a
// danger, is answered in the card and goes on no card for others.

import type { Level } from './protocol';

export const categories = [
  'client-identifier', 'client-story', 'client-image', 'demeaning', 'boundary', 'work-venting', 'employer-info', 'online-advice',
] as const;

export const partKinds = [
  'age', 'sex', 'ethnicity', 'place', 'time', 'family', 'health', 'occupation', 'event', 'relation', 'workplace',
] as const;

const levels: readonly Level[] = ['note', 'caution', 'hold'];

export interface Signals {
  /** The loudest of what stood out. */
  level: Level;
  categories: string[];
  /** Kinds of details by which the person could be picked out. */
  parts: string[];
}

/** Those of wanted that stand in known, once each, in known's order. */
function among(known: readonly string[], wanted: unknown): string[] {
  return Array.isArray(wanted) ? known.filter((k) => wanted.includes(k)) : [];
}

export function signalsOf(findings: readonly { category: string; level: Level }[], parts: readonly string[]): Signals {
  const shown = findings.filter((f) => among(categories, [f.category]).length > 0);
  const level = [...levels].reverse().find((l) => shown.some((f) => f.level === l)) ?? 'note';
  return { level, categories: among(categories, shown.map((f) => f.category)), parts: among(partKinds, parts) };
}

/** Signals made of any value; null where it has none. */
export function cleanSignals(value: unknown): Signals | null {
  const from = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (!levels.includes(from.level as Level)) return null;
  return { level: from.level as Level, categories: among(categories, from.categories), parts: among(partKinds, from.parts) };
}
