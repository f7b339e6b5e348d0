// Keeps an engine at hand: starts it when it is first wanted, starts another
// where one broke or grew too big, and gives up, visibly, after three failures
// in a row.

import { Engine, memoryLimit, Refused } from './engine';
import type { Context, Verdict } from './protocol';

const failuresAllowed = 3;

/** A sentence of ours: tells a broken engine from a draft that breaks it. */
const probe = 'The library is open until six.';

export class EngineKeeper {
  private module?: Promise<WebAssembly.Module>;
  private engine?: Promise<Engine>;
  private failures = 0;

  /** `load` brings the bytes of engine.wasm. */
  constructor(private readonly load: () => Promise<ArrayBuffer>) {}

  /** True after three failures in a row, until a probe goes well. */
  get failed(): boolean {
    return this.failures >= failuresAllowed;
  }

  async check(text: string, context: Context): Promise<Verdict> {
    if (this.failed) throw new Error('engine failed');
    try {
      const engine = await this.running();
      const verdict = engine.check(text, context);
      if (engine.size > memoryLimit) this.engine = undefined;
      this.failures = 0;
      return verdict;
    } catch (cause) {
      if (cause instanceof Refused) throw cause;
      this.failures++;
      this.engine = undefined;
      throw new Error('engine failed'); // the cause may quote the draft
    }
  }

  /** Makes the engine ready; where it had failed, probes it once more. */
  async warm(): Promise<boolean> {
    if (this.failed) return this.retry();
    try {
      await this.running();
      return true;
    } catch {
      this.failures++;
      this.engine = undefined;
      return this.failed ? false : this.warm();
    }
  }

  /** Throws away what was loaded, starts afresh and tries the probe. */
  async retry(): Promise<boolean> {
    this.module = this.engine = undefined;
    try {
      const engine = await this.running();
      engine.check(probe, {});
      this.failures = 0;
      return true;
    } catch {
      this.engine = undefined;
      this.failures = failuresAllowed;
      return false;
    }
  }

  private running(): Promise<Engine> {
    this.engine ??= this.start();
    return this.engine;
  }

  private async start(): Promise<Engine> {
    try {
      this.module ??= this.load().then((bytes) => WebAssembly.compile(bytes));
      return await Engine.start(await this.module);
    } catch (cause) {
      this.module = this.engine = undefined;
      throw cause;
    }
  }
}
