// Runs in a browser's page: the engine's raw answers to requests. Bundled and
// evaluated there by verdicts.spec.ts.
import { emptyWorld } from '../src/engine-wasi';

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  alloc(size: number): number;
  check(at: number, length: number): bigint;
}

/** The answer to each request, in order. Answers are UTF-8: the same text is the same bytes. */
export async function answers(engine: BufferSource, requests: readonly string[]): Promise<string[]> {
  let exports: Exports | undefined;
  const { instance } = await WebAssembly.instantiate(engine, {
    wasi_snapshot_preview1: emptyWorld(() => exports!.memory),
  });
  exports = instance.exports as unknown as Exports;
  exports._initialize();
  const out: string[] = [];
  for (const request of requests) {
    const bytes = new TextEncoder().encode(request);
    const at = exports.alloc(bytes.length);
    new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
    const packed = BigInt.asUintN(64, exports.check(at, bytes.length));
    const answer = new Uint8Array(exports.memory.buffer, Number(packed >> 32n), Number(packed & 0xffffffffn));
    out.push(new TextDecoder('utf-8', { fatal: true }).decode(answer));
  }
  return out;
}

declare global {
  var verdictAnswers: ((engine: string, requests: readonly string[]) => Promise<string[]>) | undefined;
}

// A page is handed text alone: the engine comes in base64.
globalThis.verdictAnswers = (engine, requests) =>
  answers(Uint8Array.from(atob(engine), (c) => c.charCodeAt(0)), requests);
