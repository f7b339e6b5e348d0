// The signed notes that a browser keeps, and the file that it makes of them to
// hand on: to a colleague, or to a server that was restored from an older copy
// and lacks the newest releases.

import type { Believed } from './engine-rules';
import { partsOf, rbundle, type Part } from './rules-note';
import type { Kept, KeptNotes } from './rules-store';

// As many as may travel in one file beside the largest bundle.
const mostReleases = 900;
const mostNotes = 2 << 20; // characters

/** The notes that are kept once a file was believed: those from before and those that came. */
export function notesWith(kept: Kept | null, { releases }: Believed, file: Uint8Array): KeptNotes {
  const decoder = new TextDecoder();
  const of = (name: string) => (partsOf(file) ?? []).filter((p) => p.name === name).map((p) => decoder.decode(p.body));
  const come = of('release').map((note, i) => ({ seq: releases[i]!.seq, note }));
  const bySeq = new Map([...(kept?.notes?.releases ?? []), ...come].map((r) => [r.seq, r]));
  const again = kept?.pins.seq === releases.at(-1)?.seq ? kept?.notes?.head : '';
  return { roots: longer(kept?.notes?.roots ?? [], of('root')), releases: lastUnbroken([...bySeq.values()]), head: of('head')[0] ?? again ?? '' };
}

const longer = (a: string[], b: string[]): string[] => (a.length > b.length ? a : b);

/** The newest releases that follow each other, as many as may travel together. */
function lastUnbroken(all: KeptNotes['releases']): KeptNotes['releases'] {
  const out: KeptNotes['releases'] = [];
  let size = 0;
  for (const r of all.sort((a, b) => b.seq - a.seq)) {
    size += r.note.length;
    if (out.length > 0 && (r.seq !== out[0]!.seq - 1 || out.length >= mostReleases || size > mostNotes)) break;
    out.unshift(r);
  }
  return out;
}

/** The file of the newest release; null where its bundle or its notes are not here. */
export function fileFrom({ notes, pins, current, next, previous }: Kept): Uint8Array<ArrayBuffer> | null {
  const bundle = [next, current, previous].find((b) => b && b.seq === pins.seq);
  if (!notes || !bundle || notes.releases.at(-1)?.seq !== pins.seq) return null;
  return rbundle([
    ...notes.roots.map((r): Part => ['root', r]), ...notes.releases.map((r): Part => ['release', r.note]),
    ...(notes.head ? [['head', notes.head] satisfies Part] : []), ['bundle', bundle.bytes],
  ]);
}
