// An unsigned release, tried out for somebody who is asked to approve it: what
// it says of itself, and whether its bundle is the one it names.

import { hex, partsOf, sha256 } from './rules-note';
import type { TrialFile } from './rules-protocol';

/** The lines of a note's text by field. */
export function fieldsOf(note: string): Map<string, string[]> {
  const text = note.split('\n\n')[0] ?? '';
  const fields = new Map<string, string[]>();
  for (const line of text.split('\n').slice(1)) {
    const space = line.indexOf(' ');
    if (space < 1) continue;
    const field = line.slice(0, space);
    fields.set(field, [...(fields.get(field) ?? []), line.slice(space + 1)]);
  }
  return fields;
}

/** Reads a file that is to be approved; null where it is none, or its bundle is not the one that the release names. */
export async function readTrial(file: Uint8Array): Promise<{ about: TrialFile; bundle: Uint8Array<ArrayBuffer> } | null> {
  const parts = partsOf(file);
  const note = (name: string) => parts?.filter((p) => p.name === name).map((p) => new TextDecoder().decode(p.body)) ?? [];
  const release = note('release').at(-1);
  const bundle = parts?.find((p) => p.name === 'bundle')?.body;
  if (!release || !bundle) return null;
  const r = fieldsOf(release);
  const root = fieldsOf(note('root')[Number(r.get('root')?.[0]) - 1] ?? '');
  if (r.get('bundle')?.[0] !== hex(await sha256(bundle)) || !root.has('approver') || root.get('agency')?.[0] !== r.get('agency')?.[0]) return null;
  const signed = [...release.matchAll(/^— ([\w.@-]+) /gm)].map((m) => m[1]!);
  const about: TrialFile = {
    agency: r.get('agency')?.[0] ?? '', name: root.get('name')?.[0] ?? '', seq: Number(r.get('seq')?.[0]), author: r.get('author')?.[0] ?? '',
    schema: Number(r.get('schema')?.[0]),
    raises: r.get('raises')?.[0] === 'yes', changes: r.get('change') ?? [], need: Number(root.get('need')?.[0]), signed,
    approvers: root.get('approver') ?? [],
  };
  return { about, bundle };
}
