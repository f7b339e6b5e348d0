// Two readings of a draft: by the person it is about, and by somebody at work,
// who knows what a stranger does not: who was on, which room, whose case, what
// somebody is called there. Chosen by what stands in the draft; nothing is made up.

import type { CardFinding } from '../src/protocol';
import type { Cue } from '../src/rewrite-protocol';
import { say } from './words';

/** Parts by what the person would see first. */
const byPart: [string[], string][] = [
  [['event'], 'event'],
  [['place', 'time'], 'there'],
  [['health'], 'health'],
  [['family'], 'family'],
  [['relation'], 'family'],
  [['time'], 'there'],
];

/** The two sentences; null where the finding is about nobody served. */
export function readingsOf(finding: CardFinding, parts: readonly string[], cues: readonly Cue[]): { client: string; colleague: string } | null {
  if (!['client-story', 'client-identifier', 'client-image'].includes(finding.category)) return null;
  const seen = byPart.find(([need]) => need.every((p) => parts.includes(p)))?.[1] ?? 'any';
  const client = finding.category === 'client-identifier' ? 'name' : finding.category === 'client-image' ? 'picture' : seen;
  const order: Cue[] = ['code', 'unit', 'shift', 'workload'];
  const colleague = order.find((c) => cues.includes(c)) ?? (parts.includes('time') ? 'day' : 'any');
  return { client: say(`read_client_${client}`), colleague: say(`read_colleague_${colleague}`) };
}
