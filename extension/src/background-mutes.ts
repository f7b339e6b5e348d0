// Rules that the worker muted: their findings are taken out of a verdict and
// its level becomes what the remaining ones say.

import type { Level, Verdict } from './protocol';

const order: readonly Level[] = ['clear', 'note', 'caution', 'hold'];

export function withoutMuted(verdict: Verdict, muted: readonly string[]): Verdict {
  const findings = verdict.findings.filter((f) => !muted.includes(f.rule));
  if (findings.length === verdict.findings.length) return verdict;
  let level: Level = 'clear';
  for (const f of findings) {
    if (order.indexOf(f.level) > order.indexOf(level)) level = f.level;
  }
  return { ...verdict, level, findings };
}
