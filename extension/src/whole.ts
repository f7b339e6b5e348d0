// Drafts that one control posts: the parts of a thread, a title and its text, a
// warning, the choices of a poll. Each is checked by itself; here they are
// checked as the one thing they will be read as, and what that says is told to
// the parts in which its words stand.

import type { Composer } from './composer';
import { findingKey, wordsOf } from './finding-key';
import type { Finding, Verdict } from './protocol';
import type { Place } from './remap';
import type { Session, Standing } from './session';

/** Between two parts, as between two paragraphs. */
const gap = '\n\n';

export class Whole {
  private judged: string | null = null;

  /** parts: two or more, in the order in which they are read. */
  constructor(readonly parts: readonly Session[]) {}

  get text(): string {
    return this.parts.map((p) => p.text).join(gap);
  }

  get checked(): boolean {
    return this.judged !== null && this.judged === this.text && this.parts.every((p) => p.sharesBy(this));
  }

  get live(): boolean {
    return this.parts.every((p) => p.live);
  }

  get composer(): Composer {
    return this.parts[0]!.composer;
  }

  /** Only very long drafts are read around their last edit: here, the end. */
  get caret(): number {
    return this.text.length;
  }

  /** None of its own: what is attached is spoken of with each part. */
  look(): number {
    return 0;
  }

  /** Whether it is made of exactly these. */
  isOf(parts: readonly Session[]): boolean {
    return parts.length === this.parts.length && parts.every((p, i) => p === this.parts[i]);
  }

  /** Takes the verdict for exactly this text. */
  take({ findings, combination }: Verdict, text: string): void {
    this.judged = text;
    const shares: Standing[][] = this.parts.map(() => []);
    for (const finding of findings) this.share(finding, text, shares);
    this.parts.forEach((p, i) => p.takeShared(shares[i]!, combination.parts.map((part) => part.kind), this));
  }

  /** The parts no longer go out together. */
  dissolve(): void {
    for (const p of this.parts) p.takeShared([], [], null);
  }

  // A finding has a share in each part in which some of its words stand. The
  // first asks for all; every share stands only while the others do.
  private share(finding: Finding, text: string, shares: Standing[][]): void {
    const key = findingKey(finding.rule, wordsOf(text, finding.spans));
    const all: NonNullable<Standing['among']> = [];
    let start = 0;
    this.parts.forEach((session, i) => {
      const places = placesIn(finding.spans, start, start + session.text.length);
      start += session.text.length + gap.length;
      if (places.length === 0) return;
      const standing: Standing = { finding, judged: { text: session.text, places }, places, key, among: all };
      all.push({ session, standing });
      shares[i]!.push(standing);
    });
  }
}

/** What of spans lies in [start, end), from start. */
function placesIn(spans: readonly Place[], start: number, end: number): Place[] {
  return spans
    .map((s) => ({ start: Math.max(s.start, start) - start, end: Math.min(s.end, end) - start }))
    .filter((s) => s.end > s.start);
}
