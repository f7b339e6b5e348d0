// What a card says of a finding: which keys of the locale, in which order.

import type { CardFinding, Finding, Verdict } from '../src/protocol';
import { readersLanguage, say } from './words';

/** True where the finding is answered with support and no talk of rules. */
export function isSupport(f: CardFinding): boolean {
  return f.category === 'crisis';
}

/** What to say beside findings in a language that is not read, or read in part. */
export function unread(coverage: string): string | undefined {
  return coverage === 'basic' || coverage === 'identifiers' ? say(`card_${coverage}`) : undefined;
}

/** Support first, then as the engine ordered them. */
export function inOrder(findings: CardFinding[]): CardFinding[] {
  return [...findings.filter(isSupport), ...findings.filter((f) => !isSupport(f))];
}

/** The text in the reader's language, in English, or in any. */
export function fromMap(map: Record<string, string>): string {
  const wanted = readersLanguage();
  return map[wanted] ?? map[wanted.split('-')[0] ?? ''] ?? map.en ?? Object.values(map)[0] ?? '';
}

/** The question. Its variant is fixed by the tap; a missing one falls back to the first. */
export function question(f: CardFinding): string {
  if (typeof f.message !== 'string') return fromMap(f.message);
  const variant = f.variant > 0 ? say(`${f.message}_v${f.variant}`) : '';
  return variant || say(f.message);
}

export function why(f: CardFinding): string {
  return typeof f.message === 'string' ? say(`${f.message}_why`) : fromMap(f.why ?? {});
}

export function nextStep(f: CardFinding): string {
  return typeof f.message === 'string' ? say(`${f.message}_do`) : '';
}

export function categoryName(f: CardFinding): string {
  return say(`category_${f.category.replaceAll('-', '_')}`);
}

/** The parts of a combination by the readers they lead to, the surest first. */
const readersByParts: [string[], string][] = [
  [['event'], 'who_event'],
  [['relation'], 'who_relation'],
  [['place', 'time'], 'who_place_time'],
  [['place'], 'who_place'],
  [['workplace'], 'who_workplace'],
  [['time'], 'who_time'],
  [['family'], 'who_family'],
  [['health'], 'who_health'],
];

const readersByCategory: Record<string, string> = {
  'client-identifier': 'who_direct',
  'client-image': 'who_picture',
  'online-advice': 'who_public',
  'work-venting': 'who_colleagues',
};

const readersByMessage: Record<string, string> = {
  demeaning_group: 'who_group',
  demeaning_light: 'who_group',
  employer_place: 'who_agency',
  employer_access: 'who_agency',
  employer_cover: 'who_agency',
};

/** Who could recognise it; '' where nobody is meant. */
export function readers(f: CardFinding, parts: string[]): string {
  const message = typeof f.message === 'string' ? f.message : '';
  if (message === 'employer_voice') return '';
  const byMessage = readersByMessage[message] ?? readersByCategory[f.category];
  if (byMessage) return say(byMessage);
  if (f.category === 'client-story') {
    for (const [need, key] of readersByParts) {
      if (need.every((p) => parts.includes(p))) return say(key);
    }
  }
  return say('who_person');
}

/** "an age · a place": the parts that were counted; [] where the finding is no story. */
export function addsUp(f: CardFinding, parts: string[]): string[] {
  if (f.category !== 'client-story' || parts.length < 2) return [];
  return [...new Set(parts)].map((p) => say(`part_${p}`)).filter(Boolean);
}

/** Whose rule it is and where it is written. A built-in check claims no law. */
export function rule(f: CardFinding): { whose: string; where: string } {
  const cited = f.cite && f.cite !== 'builtin' ? say(`cite_${f.cite}`) : '';
  if (!cited && f.authority !== 'agency') {
    return { whose: say('authority_builtin'), where: say('cite_builtin') };
  }
  const where = !f.agency || f.authority === 'agency' ? f.agency ?? '' : say('card_added_by', f.agency);
  return { whose: say(`authority_${f.authority}`) || say('authority_builtin'), where: [cited, where].filter(Boolean).join(' · ') };
}

/** A verdict's findings as a card shows them, for pages of ours that hold the text themselves. */
export function cardFindings(verdict: Verdict, region: string): CardFinding[] {
  return verdict.findings.map((f: Finding) => ({
    rule: f.rule,
    category: f.category,
    level: f.level,
    message: f.message,
    authority: f.authority,
    cite: f.cite,
    words: [...new Set(f.spans.map((s) => s.text))],
    variant: 0,
    region,
    agency: f.agency,
    why: f.why,
    account: f.account,
  }));
}

export function cardParts(verdict: Verdict): string[] {
  return [...new Set(verdict.combination.parts.map((p) => p.kind))];
}
