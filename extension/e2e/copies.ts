// Altered copies of the extension that ships: the bad builds that a check has
// to catch, or a broken package that the extension has to live with.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copies } from './paths';
import { isFirefox, shipped } from './which';

/** Copies the extension under a name of its own and lets `alter` change the copy; `from` is another browser's build. */
export function copy(name: string, alter: (dir: string) => void, from = shipped()): string {
  const dir = join(copies, isFirefox() ? `${name}-firefox` : name);
  rmSync(dir, { recursive: true, force: true });
  cpSync(from, dir, { recursive: true });
  alter(dir);
  return dir;
}

/** Puts code before what a script of the extension does. */
export function prepend(dir: string, script: string, code: string): void {
  const path = join(dir, script);
  writeFileSync(path, `${code}\n${readFileSync(path, 'utf8')}`);
}

/** Replaces text in a file of the copy; an error where it is not there. */
export function replace(dir: string, file: string, from: string | RegExp, to: string): void {
  const path = join(dir, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in ${file}`);
  writeFileSync(path, after);
}
