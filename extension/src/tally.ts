// How often Second Look spoke and what became of it, as numbers: by month and
// category, and nothing finer. No rule, no site, no hour and no word is in it.

import { categories } from './signals';

export const outcomes = ['spoke', 'edited', 'dismissed', 'posted'] as const;

/**
 * spoke: its card was read, its question asked, or it still stood when the draft
 * was posted. Then one of: edited, the words were changed; dismissed, "not this
 * post" or mute; posted, it went out as it was.
 */
export type Outcome = (typeof outcomes)[number];

/** By month ('2026-11'), category and outcome. */
export type Counts = Record<string, Record<string, Partial<Record<Outcome, number>>>>;

const mostMonths = 24;
const mostCounted = 1_000_000;

/** The month of a moment, ms since 1970; all that is kept of when it was. */
export const monthOf = (now: number): string => new Date(now).toISOString().slice(0, 7);

/** Counts with one more for each of the categories that there are; the oldest months go. */
export function counted(before: unknown, what: Outcome, of: readonly unknown[], month: string): Counts {
  const counts = cleanCounts(before);
  const now = { ...counts[month] };
  for (const category of categories) {
    if (!of.includes(category)) continue;
    const row = now[category] ?? {};
    now[category] = { ...row, [what]: Math.min((row[what] ?? 0) + 1, mostCounted) };
  }
  if (Object.keys(now).length > 0) counts[month] = now;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)).slice(-mostMonths));
}

/** Takes from any value what counts may hold; drops the rest. */
export function cleanCounts(value: unknown): Counts {
  const clean: Counts = {};
  for (const [month, rows] of Object.entries(bag(value))) {
    if (!/^\d{4}-\d{2}$/.test(month)) continue;
    for (const category of categories) {
      const row = bag(bag(rows)[category]);
      const numbers = outcomes.flatMap((o) => (Number.isSafeInteger(row[o]) && (row[o] as number) > 0 ? [[o, row[o]] as const] : []));
      if (numbers.length > 0) (clean[month] ??= {})[category] = Object.fromEntries(numbers);
    }
  }
  return clean;
}

const bag = (v: unknown): Record<string, unknown> => (typeof v === 'object' && v !== null ? v as Record<string, unknown> : {});

/** All months together, a row a category that was counted, in the order of the list. */
export function inAll(counts: Counts): { category: string; row: Record<Outcome, number> }[] {
  const months = Object.values(counts);
  return categories.flatMap((category) => {
    const sum = (o: Outcome): number => months.reduce((n, month) => n + (month[category]?.[o] ?? 0), 0);
    const row = { spoke: sum('spoke'), edited: sum('edited'), dismissed: sum('dismissed'), posted: sum('posted') };
    return row.spoke > 0 ? [{ category, row }] : [];
  });
}
