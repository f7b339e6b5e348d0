// How long things take, in the browsers, as rows of `name value unit` for
// `make bench`. Medians; nothing here is asserted.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dense, quantile, row, sparse } from './figures';
import { launchFirefox } from './firefox';
import { killWorker } from './kill';
import { test } from './look';
import { dist, root } from './paths';

const lengths = [280, 10_000];

/** Drafts about nobody but for the last sentence, and drafts in which every sentence is a finding. */
const kinds = lengths.flatMap((n) => [{ name: `${n}`, text: sparse(n) }, { name: `${n}-dense`, text: dense(n) }]);

/** The very host of the engine, as a script that defines `host`. */
function hostScript(entry = 'src/engine.ts'): string {
  return execFileSync('go', [
    'tool', 'esbuild', join(root, 'extension', entry), '--bundle', '--format=iife', '--global-name=host', '--log-level=warning',
  ], { cwd: root, encoding: 'utf8' }).replace('var host =', 'globalThis.host =');
}

interface Measure {
  /** Median ms of a check, by length. */
  check: number[];
  /** Bytes the engine holds after a hundred and after ten thousand more checks. */
  memory: number[];
}

/** Runs in the browser: the clock is coarse there, so checks are timed in batches. */
async function measure(arg: { drafts: string[]; wasm: string; many: number }): Promise<Measure> {
  const { host } = globalThis as unknown as { host: typeof import('../src/engine') };
  const bytes = arg.wasm.startsWith('data:') || arg.wasm.startsWith('chrome-extension:')
    ? await (await fetch(arg.wasm)).arrayBuffer()
    : Uint8Array.from(atob(arg.wasm), (c) => c.charCodeAt(0)).buffer;
  const engine = await host.Engine.start(await WebAssembly.compile(bytes));
  const check = arg.drafts.map((text) => {
    const batch = text.length > 1000 ? 5 : 100;
    const times: number[] = [];
    for (let i = 0; i < 25; i++) {
      const began = performance.now();
      for (let n = 0; n < batch; n++) engine.check(text, {});
      if (i >= 5) times.push((performance.now() - began) / batch);
    }
    return times.sort((a, b) => a - b)[10]!;
  });
  const memory: number[] = [];
  for (const n of [100, arg.many]) {
    for (let i = 0; i < n; i++) engine.check(arg.drafts[0]!, {});
    memory.push(engine.size);
  }
  return { check, memory };
}

test('the engine in the service worker', async ({ look }) => {
  const worker = await look.worker();
  await worker.evaluate(hostScript());
  const wasm = `${look.origin}/engine.wasm`;
  const got = await worker.evaluate(measure, { drafts: kinds.map((k) => k.text), wasm, many: 10_000 });
  kinds.forEach((k, i) => row(`chromium-worker-check-${k.name}`, got.check[i]!, 'ms'));
  row('chromium-worker-memory-after-100', got.memory[0]! / 2 ** 20, 'MB');
  row('chromium-worker-memory-after-10100', got.memory[1]! / 2 ** 20, 'MB');
});

interface ProofFigures {
  /** From the first breath to the last step. */
  proof: number;
  /** Of it, what breaths took. */
  breaths: number;
  slices: number;
  /** The longest the thread was held between two breaths, ms. */
  longest: number;
  /** How often it was held longer than a check may wait. */
  over: number;
  begin: number;
  load: number;
  /** The same of as many slices that do nothing for 3 ms: what the machine adds by itself. */
  idleLongest: number;
  idleOver: number;
}

/** Runs in the worker: proves a bundle as an activation does, and notes how long the thread was held. */
async function measureProof(arg: { bundle: string }): Promise<ProofFigures> {
  const { host, module } = globalThis as unknown as { host: typeof import('./bench-proof'); module: WebAssembly.Module };
  const engine = await host.Engine.start(module);
  const bundle = Uint8Array.from(atob(arg.bundle), (c) => c.charCodeAt(0));
  const held: number[] = [];
  let from = performance.now();
  let breaths = 0;
  const breathe = async () => {
    const before = performance.now();
    held.push(before - from);
    await host.pace.breathe();
    from = performance.now();
    breaths += from - before;
  };
  const began = performance.now();
  await host.proveBundle(engine, bundle, () => {}, { now: host.pace.now, breathe }, Infinity);
  const proof = performance.now() - began;
  held.push(performance.now() - from);
  // The first two: nothing, then propose and nothing of the proof.
  const slices = held.slice(2);
  const loads = performance.now();
  host.load(engine, 1, bundle);
  const load = performance.now() - loads;
  const idle: number[] = [];
  for (const _ of slices) {
    await host.pace.breathe();
    const since = performance.now();
    while (performance.now() - since < 3);
    idle.push(performance.now() - since);
  }
  const over = (all: number[]) => all.filter((ms) => ms > 20).length;
  return {
    proof, breaths, slices: slices.length, longest: Math.max(...slices), over: over(slices), begin: held[1]!, load,
    idleLongest: Math.max(...idle), idleOver: over(idle),
  };
}

/** Runs in the worker: an engine that has checked some drafts, as there is one where a check could wait. */
async function compileAndUse(arg: { wasm: string; drafts: string[] }): Promise<void> {
  const { host } = globalThis as unknown as { host: typeof import('./bench-proof') };
  const module = await WebAssembly.compile(await (await fetch(arg.wasm)).arrayBuffer());
  Object.assign(globalThis, { module });
  const engine = await host.Engine.start(module);
  for (let i = 0; i < 500; i++) engine.check(arg.drafts[i % arg.drafts.length]!, {});
}

test('the proof of a bundle in the service worker', async ({ look }) => {
  const dir = mkdtempSync(join(tmpdir(), 'bundles-'));
  execFileSync('go', ['test', '-count=1', '-run', 'TestWriteBenchBundles', './internal/sandbox'], {
    cwd: root, env: { ...process.env, SECONDLOOK_BENCH_BUNDLES: dir },
  });
  const worker = await look.worker();
  await worker.evaluate(hostScript('e2e/bench-proof.ts'));
  await worker.evaluate(compileAndUse, { wasm: `${look.origin}/engine.wasm`, drafts: [sparse(280), dense(280), dense(2000)] });
  for (const n of ['200-phrases', '1000-phrases', '200-rules', '1000-rules']) {
    const bundle = readFileSync(join(dir, n)).toString('base64');
    const all: ProofFigures[] = [];
    for (let i = 0; i < 5; i++) all.push(await worker.evaluate(measureProof, { bundle }));
    for (const what of ['proof', 'breaths', 'longest', 'idleLongest', 'begin', 'load'] as const) {
      row(`chromium-proof-${n}-${what}`, quantile(all.map((f) => f[what]), 0.5), 'ms');
    }
    for (const what of ['slices', 'over', 'idleOver'] as const) row(`chromium-proof-${n}-${what}`, quantile(all.map((f) => f[what]), 0.5), '');
  }
});

test('the first verdict after the worker died', async ({ look }) => {
  const page = await look.own('pages/options.html');
  const other = await look.context.newPage();
  const ask = (text: string) => page.evaluate(async (t) => {
    const began = performance.now();
    const reply = await chrome.runtime.sendMessage({ t: 'check.own', seq: 1, text: t, context: {} });
    if (!('verdict' in reply)) throw new Error('no verdict');
    return performance.now() - began;
  }, text);
  const first: number[] = [];
  const next: number[] = [];
  for (let i = 0; i < 9; i++) {
    await killWorker(look, other);
    first.push(await ask(dense(280)));
    next.push(await ask(dense(280)));
  }
  row('chromium-first-verdict-after-death', quantile(first, 0.5), 'ms');
  row('chromium-round-trip-280', quantile(next, 0.5), 'ms');
});

test('the engine in Firefox', async ({ site }) => {
  const browser = await launchFirefox(site.port);
  const page = await browser.newPage();
  await page.evaluate(hostScript());
  const wasm = readFileSync(join(dist, 'engine.wasm')).toString('base64');
  const got = await page.evaluate(measure, { drafts: kinds.map((k) => k.text), wasm, many: 1000 });
  kinds.forEach((k, i) => row(`firefox-check-${k.name}`, got.check[i]!, 'ms'));
  await browser.close();
});
