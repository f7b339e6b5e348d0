// The engine asks its host for what Go's runtime wants of WASI. Here it gets
// an empty world: no arguments, no files, nothing written anywhere, a clock
// that only counts its own readings and bytes that are the same each time. So
// the same draft gives the same verdict, and a draft has no way out.

const success = 0;
const badFile = 8; // EBADF

/** Thrown where the engine ends its program: a panic, never a normal end. */
export class EngineExit extends Error {
  constructor(code: number) {
    super(`engine exit ${code}`);
  }
}

/** The imports of one engine instance; `memory` is asked for late, it is the instance's own. */
export function emptyWorld(memory: () => WebAssembly.Memory): WebAssembly.ModuleImports {
  const view = () => new DataView(memory().buffer);
  let clock = 1_000_000n; // ns; Go refuses a clock that reads zero
  let byte = 0;

  const nothingCounted = (count: number, size: number) => {
    view().setUint32(count, 0, true);
    view().setUint32(size, 0, true);
    return success;
  };

  return {
    args_sizes_get: nothingCounted,
    args_get: () => success,
    environ_sizes_get: nothingCounted,
    environ_get: () => success,
    clock_time_get: (_id: number, _precision: bigint, out: number) => {
      clock += 1_000n;
      view().setBigUint64(out, clock, true);
      return success;
    },
    random_get: (at: number, length: number) => {
      const bytes = new Uint8Array(memory().buffer, at, length);
      for (let i = 0; i < length; i++) bytes[i] = (byte = (byte * 29 + 17) & 0xff);
      return success;
    },
    // Says that all was written, and drops it: Go prints a panic here, and a
    // panic may quote what the engine was reading.
    fd_write: (_fd: number, vectors: number, count: number, out: number) => {
      const v = view();
      let total = 0;
      for (let i = 0; i < count; i++) total += v.getUint32(vectors + 8 * i + 4, true);
      v.setUint32(out, total, true);
      return success;
    },
    fd_fdstat_get: () => badFile,
    fd_fdstat_set_flags: () => badFile,
    fd_prestat_get: () => badFile,
    fd_prestat_dir_name: () => badFile,
    fd_read: () => badFile,
    fd_close: () => badFile,
    sched_yield: () => success,
    poll_oneoff: (subscriptions: number, events: number, count: number, out: number) => {
      const v = view();
      for (let i = 0; i < count; i++) {
        const from = subscriptions + 48 * i;
        const to = events + 32 * i;
        const kind = v.getUint8(from + 8);
        if (kind === 0) clock += v.getBigUint64(from + 24, true);
        v.setBigUint64(to, v.getBigUint64(from, true), true);
        v.setUint16(to + 8, success, true);
        v.setUint8(to + 10, kind);
      }
      v.setUint32(out, count, true);
      return success;
    },
    proc_exit: (code: number) => {
      throw new EngineExit(code);
    },
  };
}
