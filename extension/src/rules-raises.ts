// Whether rules get louder. A publisher says so in the release; where one
// person can publish alone their word is not enough.

import type { Release, Shown, ShownRule } from './engine-rules';

/** Levels, quiet to loud. */
export const order = ['clear', 'note', 'caution', 'hold'];
const note = order.indexOf('note');

/** How loud a rule is on a worker's own account and on the agency's: there an agency's preference may be loud. */
function loudness(rule: ShownRule | undefined): [own: number, agency: number] {
  if (!rule) return [0, 0];
  const level = order.indexOf(rule.level);
  return [rule.authority === 'agency' ? Math.min(level, note) : level, level];
}

/** True where a rule is new or louder, or a built-in check is. */
export function louder(before: Shown, after: Shown): boolean {
  const was = new Map(before.rules.map((r) => [r.id, r]));
  const rules = after.rules.some((r) => {
    const [own, agency] = loudness(r);
    const [ownBefore, agencyBefore] = loudness(was.get(r.id));
    return own > ownBefore || agency > agencyBefore;
  });
  if (rules) return true;
  // How loud a check is unchanged, this host does not know: to make one quieter
  // no longer is to make it louder, and a new change is louder from caution on.
  const levels = new Map(after.levels.map((l) => [l.rule, order.indexOf(l.level)]));
  const levelsBefore = new Map(before.levels.map((l) => [l.rule, order.indexOf(l.level)]));
  if ([...levelsBefore.keys()].some((rule) => !levels.has(rule))) return true;
  return [...levels].some(([rule, level]) => level > (levelsBefore.get(rule) ?? note));
}

/** The releases after the one that was seen. */
export const newer = (releases: Release[], seq: number): Release[] => releases.filter((r) => r.seq > seq);
