// What becomes of the record of an agency: when something new was proved, when
// a day has come, what pages are shown of it. Pure; the clock is given.

import type { Believed } from './engine-rules';
import type { RulesSource, RulesView } from './rules-protocol';
import type { Kept, KeptBundle, RulesRecord } from './rules-store';

const mostReleases = 500;

/** What is kept once `bundle` of what was believed is proved. It waits where it may not act yet. */
export function freshest(kept: Kept | null, b: Believed, bundle: KeptBundle, source: RulesSource, now: number): Omit<Kept, 'taken' | 'notes'> {
  const waits = bundle.actsFrom > now;
  const before = kept?.current ?? null;
  const again = before !== null && before.seq === bundle.seq;
  return {
    pins: b.pins, name: b.name, fingerprint: b.fingerprint, need: b.need, approvers: b.approvers,
    stale: b.head_stale ?? kept?.stale ?? 0,
    // A file that somebody chose does not end the asking.
    source: kept?.source === 'feed' && source === 'file' ? 'feed' : source,
    releases: merged(kept?.releases ?? [], b.releases),
    current: waits ? before : bundle,
    previous: waits || again ? (kept?.previous ?? null) : before,
    next: waits ? bundle : null,
  };
}

function merged(known: Kept['releases'], come: Kept['releases']): Kept['releases'] {
  const bySeq = new Map([...known, ...come].map((r) => [r.seq, r]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq).slice(-mostReleases);
}

/** The record with what waited in force; null where nothing is due. */
export function promote(record: RulesRecord, now: number): RulesRecord | null {
  const { kept } = record;
  if (!kept?.next || kept.next.actsFrom > now) return null;
  return { ...record, kept: { ...kept, current: kept.next, previous: kept.current ?? kept.previous, next: null } };
}

/** The bundles that an engine may load, best first: only what this very engine proved. */
export function loadable(kept: Kept | null, revision: string): KeptBundle[] {
  return [kept?.current, kept?.previous].filter((b): b is KeptBundle => !!b && b.provedBy === revision);
}

/** True where an engine has something to prove before it may load it. */
export function unproved(kept: Kept | null, revision: string): boolean {
  return [kept?.current, kept?.previous, kept?.next].some((b) => b && b.provedBy !== revision);
}

/** True where the agency was not heard of for longer than it said. */
export const isStale = (kept: Kept | null, now: number): boolean => !!kept && kept.stale > 0 && now > kept.stale;

export function rulesView(kept: Kept, now: number): RulesView {
  const serves = kept.current ?? kept.previous;
  return {
    name: kept.name, agency: kept.pins.agency, fingerprint: kept.fingerprint, need: kept.need, approvers: kept.approvers,
    source: kept.source, releases: kept.releases,
    seq: serves?.seq ?? 0, shown: serves?.shown ?? null,
    waits: { seq: kept.next?.seq ?? 0, from: kept.next?.actsFrom ?? 0 },
    stale: isStale(kept, now), hasPrevious: kept.previous !== null,
  };
}
