// Bundles the fixture pages before the first test, by the same esbuild as the
// extension: every .ts or .tsx of testdata/pages that has no importer is a page.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundles, root } from './paths';

/** Parts the pages share; not pages. */
const parts = ['record.ts', 'mentions.ts', 'dom.ts', 'boxes.ts', 'parts.ts', 'nothing.ts', 'attach.tsx'];

/** Converters of pictures that Gutenberg carries and no fixture needs: 15 MB. */
const unused = ['@wordpress/vips/worker', '@wordpress/video-conversion/worker'];

export default function bundle(): void {
  const from = join(root, 'testdata/pages');
  const entries = readdirSync(from).filter((n) => /\.tsx?$/.test(n) && !parts.includes(n)).map((n) => join(from, n));
  mkdirSync(bundles, { recursive: true });
  execFileSync('go', [
    'tool', 'esbuild', ...entries, '--bundle', '--format=iife', '--jsx=automatic', '--target=es2022', '--log-level=warning',
    ...unused.map((name) => `--alias:${name}=${join(from, 'nothing.ts')}`),
    '--define:global=window', '--define:process.env.NODE_ENV="production"', `--outdir=${bundles}`,
  ], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_PATH: join(root, 'extension/node_modules') } });
  copyFileSync(join(from, 'page.css'), join(bundles, 'page.css'));
}
