// An engine made of a few bytes, for tests of its host: it answers every draft
// the same, or traps.

export interface Fake {
  abi: number;
  /** What load answers. */
  loaded?: string;
  /** What check answers; null traps. */
  answer: string | null;
}

const i32 = 0x7f;
const i64 = 0x7e;

function leb(value: bigint): number[] {
  const out: number[] = [];
  for (let v = value; ; ) {
    const byte = Number(v & 0x7fn);
    v >>= 7n;
    if ((v === 0n && (byte & 0x40) === 0) || (v === -1n && (byte & 0x40) !== 0)) return [...out, byte];
    out.push(byte | 0x80);
  }
}

const size = (n: number): number[] => (n < 0x80 ? [n] : [(n & 0x7f) | 0x80, ...size(n >> 7)]);
const vector = (items: number[][]): number[] => [...size(items.length), ...items.flat()];
const name = (s: string): number[] => [...size(s.length), ...new TextEncoder().encode(s)];
const section = (id: number, body: number[]): number[] => [id, ...size(body.length), ...body];
const body = (code: number[]): number[] => [...size(code.length + 2), 0, ...code, 0x0b];

/** The bytes of a module with the engine's exports. */
export function fakeEngine({ abi, loaded = '{"ok":true}', answer }: Fake): ArrayBuffer {
  const put = (at: number, text: string) => leb((BigInt(at) << 32n) | BigInt(text.length));
  const types = vector([
    [0x60, 0, 0], // 0: ()
    [0x60, 0, 1, i32], // 1: () i32
    [0x60, 1, i32, 1, i32], // 2: (i32) i32
    [0x60, 2, i32, i32, 1, i64], // 3: (i32, i32) i64
  ]);
  const exports = ['_initialize', 'abi_version', 'alloc', 'load', 'check'];
  const code = vector([
    body([]),
    body([0x41, ...leb(BigInt(abi))]),
    body([0x41, ...leb(4096n)]),
    body([0x42, ...put(1024, loaded)]),
    body(answer === null ? [0x00] : [0x42, ...put(2048, answer)]),
  ]);
  const data = (at: number, text: string) => [0, 0x41, ...leb(BigInt(at)), 0x0b, ...name(text)];
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, types),
    ...section(3, vector([[0], [1], [2], [3], [3]])),
    ...section(5, vector([[0, 2]])),
    ...section(7, vector([[...name('memory'), 2, 0], ...exports.map((e, i) => [...name(e), 0, i])])),
    ...section(10, code),
    ...section(11, vector([data(1024, loaded), data(2048, answer ?? '')])),
  ]).buffer;
}
