// Hosts engine.wasm: its bytes in, verdicts out. Runs wherever WebAssembly
// does: the background, the Try it page's worker, Node in tests. The engine
// itself has budgets of steps for every draft; what a host adds is that a
// broken instance is thrown away.

import { emptyWorld } from './engine-wasi';
import type { Context, Verdict } from './protocol';
import type { Rewrites } from './rewrite-protocol';

/** The door this host can open; engine.wasm says its own by abi_version. */
const abiVersion = 1;

/** Above this an instance is thrown away after the draft it was at. */
export const memoryLimit = 32 * 1024 * 1024;

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  abi_version(): number;
  alloc(size: number): number;
  check(at: number, length: number): bigint;
  suggest(at: number, length: number): bigint;
  load(at: number, length: number): bigint;
  verify(at: number, length: number): bigint;
  propose(at: number, length: number): bigint;
  prove(at: number, length: number): bigint;
  show(at: number, length: number): bigint;
}

/** The exports that are about rules; engine-rules.ts says what each answers. */
export type RulesExport = 'load' | 'verify' | 'propose' | 'prove' | 'show';

/** The engine would not take this one request; it is well itself. */
export class Refused extends Error {}

/** One running instance of the engine. */
export class Engine {
  /** Which build of the engine it is, as load says. */
  revision = '';

  private constructor(private readonly exports: Exports) {}

  static async start(module: WebAssembly.Module): Promise<Engine> {
    let exports: Exports | undefined;
    const imports = { wasi_snapshot_preview1: emptyWorld(() => exports!.memory) };
    const instance = await WebAssembly.instantiate(module, imports);
    exports = instance.exports as unknown as Exports;
    if (typeof exports._initialize !== 'function' || typeof exports.abi_version !== 'function') {
      throw new Error('not an engine');
    }
    exports._initialize();
    const version = exports.abi_version();
    if (version !== abiVersion) throw new Error(`engine has abi ${version}, not ${abiVersion}`);
    const engine = new Engine(exports);
    const report = engine.ask('load') as { ok?: boolean; engine?: string };
    if (report.ok !== true) throw new Error('engine did not load its rules');
    engine.revision = report.engine ?? '';
    return engine;
  }

  /** Bytes of memory it holds; it never gives any back. */
  get size(): number {
    return this.exports.memory.buffer.byteLength;
  }

  check(text: string, context: Context): Verdict {
    return readVerdict(this.judge('check', text, context));
  }

  /** What of the draft could be said more generally; about ten checks of it in one call. */
  suggest(text: string, context: Context): Rewrites {
    return readRewrites(this.judge('suggest', text, context));
  }

  private judge(name: 'check' | 'suggest', text: string, context: Context): string {
    const request = new TextEncoder().encode(JSON.stringify({ text, ...context }));
    const at = this.exports.alloc(request.length);
    if (at === 0) throw new Refused('too long');
    new Uint8Array(this.exports.memory.buffer, at, request.length).set(request);
    return this.answer(this.exports[name](at, request.length));
  }

  /** Puts the parts, one behind the other, to an export and reads its JSON. A trap throws: the instance is done for. */
  ask(name: RulesExport, ...parts: (string | Uint8Array)[]): unknown {
    const bytes = parts.map((p) => (typeof p === 'string' ? new TextEncoder().encode(p) : p));
    const length = bytes.reduce((sum, b) => sum + b.length, 0);
    const start = length === 0 ? 0 : this.exports.alloc(length);
    if (length > 0 && start === 0) throw new Refused('too long');
    let at = start;
    for (const b of bytes) {
      new Uint8Array(this.exports.memory.buffer, at, b.length).set(b);
      at += b.length;
    }
    return JSON.parse(this.answer(this.exports[name](start, length)));
  }

  /** Reads what an export answered: address << 32 | length of UTF-8. */
  private answer(packed: bigint): string {
    const at = Number(BigInt.asUintN(32, packed >> 32n));
    const length = Number(BigInt.asUintN(32, packed));
    const bytes = new Uint8Array(this.exports.memory.buffer, at, length);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  }
}

/** Parses an answer of the engine; where it holds no verdict it throws, without a word of the draft. */
function readVerdict(answer: string): Verdict {
  const value = JSON.parse(answer) as Partial<Verdict> & { error?: string };
  if (value.error === 'request' || value.error === 'size') throw new Refused(value.error);
  if (typeof value.level !== 'string' || !Array.isArray(value.findings)) throw new Error('no verdict');
  return value as Verdict;
}

/** The same for what `suggest` answers. */
function readRewrites(answer: string): Rewrites {
  const value = JSON.parse(answer) as Partial<Rewrites> & { error?: string };
  if (value.error === 'request' || value.error === 'size') throw new Refused(value.error);
  if (!Array.isArray(value.rewrites) || !value.least) throw new Error('no rewrites');
  return value as Rewrites;
}
