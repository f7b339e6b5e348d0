// Brings together what a head speaks of: the releases since the one that is
// known, the roots, the bundle, as the file that a person could have chosen.
// It believes nothing: Activation verifies the file as it does any other.

import { FeedTrouble, type FeedAnswer, type FeedPath } from './feed-network';
import { rbundle, type Part } from './rules-note';
import { fieldsOf } from './rules-trial';
import type { Kept } from './rules-store';

export type Asks = (path: FeedPath) => Promise<FeedAnswer>;

const mostRoots = 100;
/** Releases that a browser looks back over at enrolment, for its list of what changed. */
const mostAtFirst = 64;
/** Since the release that is known; the server's own export has as many. */
const mostReleases = 900;
const mostNotes = 2 << 20; // bytes of releases

export async function gather(ask: Asks, head: Uint8Array, kept: Kept | null): Promise<Uint8Array<ArrayBuffer>> {
  const newest = fieldsOf(text(head)).get('release')?.[0] ?? '';
  if (!/^secondlook head v/.test(text(head)) || !isHash(newest)) throw new FeedTrouble('feed-other');
  const releases = await releasesTo(ask, newest, kept);
  const bundle = fieldsOf(releases.at(-1)!).get('bundle')?.[0] ?? '';
  if (!isHash(bundle)) throw new FeedTrouble('feed-other');
  const blob = had(kept, bundle) ?? (await needed(ask, `blob/${bundle}`));
  return rbundle([
    ...(await rootsOf(ask, kept)).map((r): Part => ['root', r]), ...releases.map((r): Part => ['release', r]),
    ['head', head], ['bundle', blob],
  ]);
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const isHash = (s: string): boolean => /^[0-9a-f]{64}$/.test(s);

async function needed(ask: Asks, path: FeedPath): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await ask(path);
  if (answer.kind !== 'given') throw new FeedTrouble('feed-gone');
  return answer.bytes;
}

/** The releases that end with the newest, back to the one that follows what is known. */
async function releasesTo(ask: Asks, newest: string, kept: Kept | null): Promise<string[]> {
  const known = kept?.notes?.releases.at(-1);
  if (known && kept?.pins.release === newest) return [known.note];
  const releases: string[] = [];
  let size = 0;
  for (let hash: string | undefined = newest; hash; ) {
    const note = text(await needed(ask, `release/${hash}`));
    const fields = fieldsOf(note);
    releases.unshift(note);
    size += note.length;
    const seq = Number(fields.get('seq')?.[0]);
    const previous = fields.get('previous')?.[0];
    if (!(seq > (kept ? kept.pins.seq + 1 : 1)) || !previous || !isHash(previous)) break;
    if (!kept && releases.length >= mostAtFirst) break;
    if (releases.length >= mostReleases || size > mostNotes) throw new FeedTrouble('feed-large');
    hash = previous;
  }
  return releases;
}

/** The roots that are known, and those after them. */
async function rootsOf(ask: Asks, kept: Kept | null): Promise<string[]> {
  const roots = [...(kept?.notes?.roots ?? [])];
  while (roots.length < mostRoots) {
    const answer = await ask(`root/${roots.length + 1}`);
    if (answer.kind !== 'given') break;
    roots.push(text(answer.bytes));
  }
  return roots;
}

/** A bundle that is here already: of a head issued anew, a pause that ends, a roll back. */
function had(kept: Kept | null, bundle: string): Uint8Array<ArrayBuffer> | undefined {
  const seqs = new Set(kept?.releases.filter((r) => r.bundle === bundle).map((r) => r.seq));
  return [kept?.current, kept?.next, kept?.previous].find((b) => b && seqs.has(b.seq))?.bytes;
}
