// One check beside another checker that runs in the browser: harper.js, a
// grammar checker in wasm, on the same text in the same page. They look for
// different things; the figure says whether ours is of a size people accept.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { row, sparse } from './figures';
import { test } from './look';
import { dist, root } from './paths';
import { launch } from './world';

const folder = join(root, 'extension/bench');
const script = join(root, '.cache/beside.js');
const lengths = [280, 10_000];

/** What bench/beside.ts exports. */
interface Beside {
  ours(wasm: string): Promise<(text: string) => Promise<unknown>>;
  theirs(): Promise<(text: string) => Promise<unknown>>;
}

/** Both checkers as one script: `beside.ours(wasm)` and `beside.theirs()` give a check each. */
function bundle(): void {
  const entry = join(folder, 'beside.ts');
  mkdirSync(join(root, '.cache'), { recursive: true });
  execFileSync('go', ['tool', 'esbuild', entry, '--bundle', '--format=iife', '--global-name=beside', '--log-level=error', '--external:fs', `--outfile=${script}`], { cwd: root });
  writeFileSync(script, `${readFileSync(script, 'utf8')}\nglobalThis.beside = beside;`);
}

test('one check, beside harper.js', async ({ site }) => {
  test.skip(!existsSync(join(folder, 'node_modules/harper.js')), 'harper.js is not installed: npm ci in extension/bench');
  bundle();
  const context = await launch({ port: site.port });
  const page = await context.newPage();
  await page.goto('about:blank');
  await page.addScriptTag({ path: script });
  const got = await page.evaluate(async ({ wasm, drafts }) => {
    const { ours, theirs } = (globalThis as unknown as { beside: Beside }).beside;
    const checks = { ours: await ours(wasm), theirs: await theirs() };
    const times: Record<string, number[]> = { ours: [], theirs: [] };
    for (const draft of drafts) {
      const batch = draft.length > 1000 ? 3 : 30;
      for (const [who, check] of Object.entries(checks)) {
        const runs: number[] = [];
        for (let i = 0; i < 12; i++) {
          const began = performance.now();
          // A letter more each time: neither may answer from what it keeps.
          for (let n = 0; n < batch; n++) await check(`${draft} ${'a'.repeat(i * batch + n + 1)}`);
          if (i >= 3) runs.push((performance.now() - began) / batch);
        }
        times[who]!.push(runs.sort((a, b) => a - b)[4]!);
      }
    }
    return times;
  }, { wasm: readFileSync(join(dist, 'engine.wasm')).toString('base64'), drafts: lengths.map(sparse) });
  lengths.forEach((n, i) => {
    row(`chromium-page-check-${n}`, got.ours![i]!, 'ms');
    row(`chromium-page-harper-${n}`, got.theirs![i]!, 'ms');
    row(`chromium-page-harper-over-ours-${n}`, got.theirs![i]! / got.ours![i]!, 'times');
  });
  await context.close();
});
