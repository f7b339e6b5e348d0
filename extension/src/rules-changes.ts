// What changes for a worker from one bundle to another, the gravest first: for
// who is asked to approve it. The command line tells the same (publish.Diff),
// and tells also which example posts are judged otherwise.

import type { Shown, ShownRule } from './engine-rules';
import { order } from './rules-raises';
import type { RulesChange } from './rules-protocol';

export function changesBetween(before: Shown | null, after: Shown): RulesChange[] {
  return [...rules(before?.rules ?? [], after.rules), ...levels(before?.levels ?? [], after.levels), ...around(before, after)];
}

function rules(before: ShownRule[], after: ShownRule[]): RulesChange[] {
  const was = new Map(before.map((r) => [r.id, r]));
  const is = new Set(after.map((r) => r.id));
  const changes = after.flatMap((r) => ruleOf(was.get(r.id), r));
  const gone = before.filter((r) => !is.has(r.id)).map((r): RulesChange => ({ what: 'gone', rule: r.id, message: r.message }));
  const rank: RulesChange['what'][] = ['louder', 'new', 'other', 'quieter', 'gone'];
  const led = [...changes, ...gone.map((g) => [g])].sort((a, b) => rank.indexOf(a[0]?.what ?? 'gone') - rank.indexOf(b[0]?.what ?? 'gone'));
  return led.flat();
}

/** A rule's change and, behind it, its details. */
function ruleOf(was: ShownRule | undefined, is: ShownRule): RulesChange[][] {
  const change = (what: 'new' | 'louder' | 'quieter' | 'other'): RulesChange => ({ what, rule: is.id, message: is.message });
  if (!was) return [[change('new')]];
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  const step = order.indexOf(is.level) - order.indexOf(was.level);
  const lists = (what: 'finds' | 'finds_gone' | 'silent' | 'silent_gone', words: string[]): RulesChange[] =>
    words.length > 0 ? [{ what, rule: is.id, words }] : [];
  return [[
    change(step > 0 ? 'louder' : step < 0 ? 'quieter' : 'other'),
    ...lists('finds', without(is.lists.flat(), was.lists.flat())), ...lists('finds_gone', without(was.lists.flat(), is.lists.flat())),
    ...lists('silent', without(is.unless, was.unless)), ...lists('silent_gone', without(was.unless, is.unless)),
  ]];
}

function levels(before: Shown['levels'], after: Shown['levels']): RulesChange[] {
  const was = new Map(before.map((l) => [l.rule, l.level]));
  const is = new Set(after.map((l) => l.rule));
  return [
    ...after.filter((l) => was.get(l.rule) !== l.level).map((l): RulesChange => ({ what: 'level', rule: l.rule, level: l.level })),
    ...before.filter((l) => !is.has(l.rule)).map((l): RulesChange => ({ what: 'level_back', rule: l.rule })),
  ];
}

function around(before: Shown | null, after: Shown): RulesChange[] {
  const clients = (s: Shown | null) => (s?.clients ?? []).flatMap((c) => [c.one, c.many].filter(Boolean));
  const names = (s: Shown | null) => (s?.names ?? []).map((n) => n.text);
  const titles = (s: Shown | null) => (s?.pages ?? []).map((p) => p.title);
  const bodies = new Map((before?.pages ?? []).map((p) => [p.title, JSON.stringify(p.body)]));
  const rewritten = after.pages.filter((p) => bodies.has(p.title) && bodies.get(p.title) !== JSON.stringify(p.body)).map((p) => p.title);
  const lists = [
    ['clients', clients(after), clients(before)], ['clients_gone', clients(before), clients(after)],
    ['names', names(after), names(before)], ['names_gone', names(before), names(after)],
    ['pages', titles(after), titles(before)], ['pages_gone', titles(before), titles(after)], ['pages_other', rewritten, []],
  ] as const;
  const changes = lists.map(([what, these, those]): RulesChange => ({ what, words: without(these, those) })).filter((c) => 'words' in c && c.words.length > 0);
  return before && JSON.stringify(before.facts) !== JSON.stringify(after.facts) ? [...changes, { what: 'policy' }] : changes;
}

const without = (these: readonly string[], those: readonly string[]): string[] => these.filter((s) => !those.includes(s));
