// Engines that are not, byte by byte: modules with the right door behind which
// a check traps or never ends.

const string = (s: string) => [s.length, ...Buffer.from(s)];
const section = (id: number, body: number[]) => [id, ...leb(body.length), ...body];
const leb = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...leb(n >> 7)]);

const I32 = 0x7f;
const I64 = 0x7e;
const UNREACHABLE = [0x00];
const FOREVER = [0x03, 0x40, 0x0c, 0x00, 0x0b, 0x00]; // loop br 0 end; then unreachable
const report = '{"ok":true}';
const reportAt = 64;

/** A module with the engine's exports; check does as told, load says all is well. */
export function badEngine(check: 'traps' | 'hangs'): Buffer {
  const types = [[0x60, 0, 0], [0x60, 0, 1, I32], [0x60, 1, I32, 1, I32], [0x60, 2, I32, I32, 1, I64]];
  // i64.const reportAt<<32 | length, as its signed LEB128.
  const answer = [0x42, ...signed((BigInt(reportAt) << 32n) | BigInt(report.length))];
  const bodies = [[], [0x41, 1], [0x41, ...leb(1024)], check === 'traps' ? UNREACHABLE : FOREVER, answer];
  const code = bodies.map((b) => [0, ...b, 0x0b]).flatMap((b) => [...leb(b.length), ...b]);
  const names = ['_initialize', 'abi_version', 'alloc', 'check', 'load'];
  const exports = names.flatMap((n, i) => [...string(n), 0, i]);
  return Buffer.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [types.length, ...types.flat()]),
    ...section(3, [5, 0, 1, 2, 3, 3]),
    ...section(5, [1, 0, 20]), // 20 pages: room for any request of these tests
    ...section(7, [6, ...exports, ...string('memory'), 2, 0]),
    ...section(10, [5, ...code]),
    ...section(11, [1, 0, 0x41, ...leb(reportAt), 0x0b, ...string(report)]),
  ]);
}

function signed(n: bigint): number[] {
  const low = Number(n & 127n);
  const rest = n >> 7n;
  return rest === 0n && low < 64 ? [low] : [low | 128, ...signed(rest)];
}
