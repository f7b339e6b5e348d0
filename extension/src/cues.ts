// What a colleague alone would know a draft by: who was on, where, how many, and
// the names a house has for people. Kinds only: no word of the draft leaves here.

import type { Cue } from './rewrite-protocol';

const marks: [Cue, RegExp][] = [
  ['shift', /\b((night|day|late|early|swing|graveyard|evening|weekend|double|back|long) ?shifts?|shift|on[- ]call|overnight|noc|handover|hand-off|clocked|turno|guardia)\b/iu],
  ['unit', /\b(unit|ward|wing|pod|floor|bay|bed|room|block|cell|dorm|icu|nicu|picu|er|ed|hall|module|station|unidad|sala|piso|cama)\b ?(\d+\w?|[a-f]\b)?/iu],
  ['workload', /\b(case ?load|\d+ (cases|clients|patients|kids|residents)|my (last|first|only|new|next|\d+(:\d\d)?) ?(client|case|patient|visit|session|am|pm)|intake|on my list|assigned)\b/iu],
  ['code', /(#\w+|\b[A-Z]\.? ?[A-Z]?\.(?=\s|$)|[“"‘'][^”"’'\n]{2,24}[”"’'])/u],
];

export function cuesOf(text: string): Cue[] {
  return marks.filter(([, mark]) => mark.test(text.slice(0, 4000))).map(([cue]) => cue);
}
