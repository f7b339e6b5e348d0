// Keeps an engine at hand: starts it when it is first wanted, starts another
// where one broke or grew too big, and gives up, visibly, after three failures
// in a row.

import { Engine, memoryLimit, Refused } from './engine';
import { load, unload } from './engine-rules';
import type { Context, Verdict } from './protocol';
import type { Rewrites } from './rewrite-protocol';

const failuresAllowed = 3;

/** An agency's bundle that this engine's revision proved. */
export interface Loadable {
  seq: number;
  bytes: Uint8Array;
}

/** A sentence of ours: tells a broken engine from a draft that breaks it. */
const probe = 'The library is open until six.';

export class EngineKeeper {
  private module?: Promise<WebAssembly.Module>;
  private engine?: Promise<Engine>;
  private failures = 0;

  /**
   * `load` brings the bytes of engine.wasm; `rules` the bundles that an engine
   * of a revision may load, best first. Where none of them loads, the built-in
   * rules serve alone.
   */
  constructor(
    private readonly load: () => Promise<ArrayBuffer>,
    private readonly rules: (revision: string) => Promise<Loadable[]> = async () => [],
  ) {}

  /** True after three failures in a row, until a probe goes well. */
  get failed(): boolean {
    return this.failures >= failuresAllowed;
  }

  check(text: string, context: Context): Promise<Verdict> {
    return this.asked((engine) => engine.check(text, context));
  }

  suggest(text: string, context: Context): Promise<Rewrites> {
    return this.asked((engine) => engine.suggest(text, context));
  }

  private async asked<R>(of: (engine: Engine) => R): Promise<R> {
    if (this.failed) throw new Error('engine failed');
    try {
      const engine = await this.running();
      const answer = of(engine);
      if (engine.size > memoryLimit) this.engine = undefined;
      this.failures = 0;
      return answer;
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

  /** An engine of nobody's, for work apart from checks. */
  async apart(): Promise<Engine> {
    this.module ??= this.compiled();
    return Engine.start(await this.module);
  }

  /** Other rules are in force: the engine at hand takes them, or the next one will. */
  async renew(): Promise<void> {
    const engine = await this.engine?.catch(() => undefined);
    if (!engine) return;
    try {
      await this.equip(engine);
    } catch {
      this.engine = undefined;
    }
  }

  /** Loads the first bundle that loads. A trap throws: the engine is done for. */
  private async equip(engine: Engine, without = 0): Promise<void> {
    const bundles = (await this.rules(engine.revision).catch(() => [])).slice(without);
    if (!bundles.some((b) => load(engine, b.seq, b.bytes).ok)) unload(engine);
  }

  private running(): Promise<Engine> {
    this.engine ??= this.start();
    return this.engine;
  }

  private async start(): Promise<Engine> {
    try {
      const engine = await this.apart();
      return await this.equip(engine).then(() => engine, () => this.withoutNewest());
    } catch (cause) {
      this.module = this.engine = undefined;
      throw cause;
    }
  }

  /** The newest bundle trapped the engine: another one, with the bundle before or none. */
  private async withoutNewest(): Promise<Engine> {
    const engine = await this.apart();
    return this.equip(engine, 1).then(() => engine, () => this.apart());
  }

  private compiled(): Promise<WebAssembly.Module> {
    return this.load().then((bytes) => WebAssembly.compile(bytes));
  }
}
