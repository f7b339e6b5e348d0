// Bundles for tests, built by the very command that agencies use, from the
// example agency in testdata. Run from the root of the repository.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const agencyId = 'lantern-network';

/** What the tests hold of the bundles they use. */
export interface Built {
  /** The example as it stands. */
  first: Uint8Array<ArrayBuffer>;
  /** With one message worded otherwise; no rule is louder. */
  quiet: Uint8Array<ArrayBuffer>;
  /** With one rule louder than in the first. */
  loud: Uint8Array<ArrayBuffer>;
  /** Sound as bytes, but an example of its own is not judged as it says. */
  failing: Uint8Array<ArrayBuffer>;
}

/** A draft at which the example's rule guests.arrival speaks, and nothing built in holds. */
export const flagged = 'A guest showed up barefoot and asked if she could wash a cup';
export const flaggedRule = `${agencyId}/guests.arrival`;

export function buildBundles(root: string): Built {
  const dir = mkdtempSync(join(tmpdir(), 'rules-'));
  const cli = join(root, '.cache/secondlook-for-tests');
  mkdirSync(join(root, '.cache'), { recursive: true });
  execFileSync('go', ['build', '-o', cli, './server'], { cwd: root });
  const build = (name: string, edit: [file: string, from: string, to: string][]) => {
    const source = join(dir, name);
    cpSync(join(root, 'testdata/rules/examples/dv-shelter-network'), source, { recursive: true });
    for (const [file, from, to] of edit) {
      const text = readFileSync(join(source, file), 'utf8');
      if (!text.includes(from)) throw new Error(`nothing to replace in ${file}`);
      writeFileSync(join(source, file), text.replace(from, to));
    }
    execFileSync(cli, ['bundle', 'build', source, '-o', join(dir, `${name}.rules`)]);
    return Uint8Array.from(readFileSync(join(dir, `${name}.rules`)));
  };
  const first = build('first', []);
  return {
    first,
    quiet: build('quiet', [['rules/guests.yaml', 'what he would search for.', 'what he would look for.']]),
    loud: build('loud', [['rules/guests.yaml', 'level: caution', 'level: hold']]),
    failing: patched(first, 'barefoot', 'barefeet'),
  };
}

/** Replaces the first of some words by others of the same length. */
function patched(bundle: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> {
  const out = Uint8Array.from(bundle);
  const at = Buffer.from(out).indexOf(from);
  if (at < 0 || from.length !== to.length) throw new Error(`cannot patch ${from}`);
  out.set(new TextEncoder().encode(to), at);
  return out;
}
