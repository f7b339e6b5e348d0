// Whether rules get louder. A publisher says so in the release; where one
// person can publish alone their word is not enough. What counts is what
// `secondlook bundle diff` counts, so that an agency can know it beforehand.

import type { Release, Shown, ShownRule } from './engine-rules';

/** Levels, quiet to loud. */
export const order = ['clear', 'note', 'caution', 'hold'];

const rank = (level: string): number => order.indexOf(level);

/** True where `after` has something that `before` has not. */
function adds(before: string[], after: string[]): boolean {
  const had = new Set(before);
  return after.some((s) => !had.has(s));
}

function ruleLouder(was: ShownRule | undefined, is: ShownRule): boolean {
  if (!was) return true;
  return rank(is.level) > rank(was.level) || is.authority !== was.authority || is.kind !== was.kind || is.within > was.within
    || adds(was.lists.flat(), is.lists.flat()) || adds(is.unless, was.unless);
}

/** True where some post may be met more loudly: a new or wider rule, a level raised or no longer lowered, new names and words for clients. */
export function louder(before: Shown, after: Shown): boolean {
  const rules = new Map(before.rules.map((r) => [r.id, r]));
  if (after.rules.some((r) => ruleLouder(rules.get(r.id), r))) return true;
  const was = new Map(before.levels.map((l) => [l.rule, rank(l.level)]));
  const is = new Map(after.levels.map((l) => [l.rule, rank(l.level)]));
  if ([...was.keys()].some((rule) => !is.has(rule)) || [...is].some(([rule, level]) => level > (was.get(rule) ?? -1))) return true;
  const names = (s: Shown) => s.names.map((n) => n.text);
  const clients = (s: Shown) => s.clients.flatMap((c) => [c.one, c.many]);
  return adds(names(before), names(after)) || adds(clients(before), clients(after));
}

/** The releases after the one that was seen. */
export const newer = (releases: Release[], seq: number): Release[] => releases.filter((r) => r.seq > seq);
