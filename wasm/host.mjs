// Runs engine.wasm in Node, with the very stubs the browser uses, for tests
// and benchmarks. Not part of what ships. A fourth file is rules to load first.
//
//   node host.mjs check engine.wasm engine-wasi.mjs < requests > answers   one a line
//   node host.mjs suggest …                                                 the same of rewrites
//   node host.mjs prove engine.wasm engine-wasi.mjs RULES                   a JSON line of figures
//   node host.mjs bench engine.wasm engine-wasi.mjs < requests             a JSON line of figures
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [mode, engine, stubs, rules] = process.argv.slice(2);
const { emptyWorld } = await import(pathToFileURL(stubs).href);

async function start(module) {
  let exports;
  const instance = await WebAssembly.instantiate(module, {
    wasi_snapshot_preview1: emptyWorld(() => exports.memory),
  });
  exports = instance.exports;
  exports._initialize();
  if (exports.abi_version() !== 1) throw new Error('another abi');
  const give = (f, bytes) => {
    const at = exports.alloc(bytes.length);
    new Uint8Array(exports.memory.buffer).set(bytes, at);
    const packed = BigInt.asUintN(64, exports[f](at, bytes.length));
    return Buffer.from(exports.memory.buffer, Number(packed >> 32n), Number(packed & 0xffffffffn));
  };
  if (rules && mode !== 'prove') {
    const report = JSON.parse(give('load', await readFile(rules)));
    if (!report.ok) throw new Error(report.reason);
  }
  return { size: () => exports.memory.buffer.byteLength, give, check: (request) => give(mode === 'suggest' ? mode : 'check', request) };
}

async function requests() {
  const pieces = [];
  for await (const piece of process.stdin) pieces.push(piece);
  const all = Buffer.concat(pieces);
  const lines = [];
  for (let from = 0; from < all.length; ) {
    const end = all.indexOf(10, from);
    lines.push(all.subarray(from, end < 0 ? all.length : end));
    from = end < 0 ? all.length : end + 1;
  }
  return lines;
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const now = () => Number(process.hrtime.bigint()) / 1e6;

/** Median ms of one check, over about half a second, once V8 had two to optimise. */
function time(instance, request) {
  for (const end = now() + 2000; now() < end; ) instance.check(request);
  const took = [];
  for (const end = now() + 500; now() < end; ) {
    const from = now();
    instance.check(request);
    took.push(now() - from);
  }
  return median(took);
}

const module = await WebAssembly.compile(await readFile(engine));
if (mode === 'bench') {
  const lines = await requests();
  const from = now();
  const instance = await start(module);
  instance.check(lines[0]);
  const load = now() - from;
  const checks = lines.map((line) => time(instance, line));
  for (let i = 0; i < 10_000; i++) instance.check(lines[0]);
  process.stdout.write(JSON.stringify({ load, checks, memory: instance.size(), rss: process.memoryUsage.rss() }) + '\n');
} else if (mode === 'prove') {
  const instance = await start(module);
  instance.check(Buffer.from('{"text":"hello"}'));
  const blob = await readFile(rules);
  let from = now();
  const begun = JSON.parse(instance.give('propose', blob));
  const propose = now() - from;
  const used = process.cpuUsage();
  from = now();
  const took = [];
  for (let next = 0; next < begun.steps; ) {
    const at = now();
    const slice = JSON.parse(instance.give('prove', Buffer.from(`${next} ${next + 8}`)));
    took.push(now() - at);
    next = slice.next;
  }
  const prove = now() - from;
  const cpu = process.cpuUsage(used);
  took.sort((a, b) => a - b);
  const longest = took.at(-1);
  from = now();
  instance.give('load', blob);
  process.stdout.write(JSON.stringify({ steps: begun.steps, propose, prove, longest, most: took[Math.floor(took.length * 0.99)], cpu: cpu.user / 1000, load: now() - from, memory: instance.size() }) + '\n');
} else {
  let instance = await start(module);
  for (const line of await requests()) {
    process.stdout.write(Buffer.concat([instance.check(line), Buffer.from('\n')]));
    if (instance.size() > 32 << 20) instance = await start(module);
  }
}
