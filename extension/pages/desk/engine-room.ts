// The preview's side of its worker: brings engine.wasm, gives it the rules, and
// asks for verdicts. The only requests of the page are made here; none has a
// body but the form of a rule or a file that is being written.

import type { Context, Verdict } from '../../src/protocol';
import { Checker } from '../try/checker';
import type { Taken } from './worker';

const own = { wasm: '/admin/engine.wasm', rules: '/admin/preview.rules', worker: '/admin/script/worker.js' };

/** How the rules stand in the preview. */
export type RulesState = { state: 'ready' | 'offline' } | { state: 'unreadable' | 'refused'; why: string };

export class EngineRoom {
  private readonly wasm = fetch(own.wasm).then((r) => (r.ok ? r.arrayBuffer() : Promise.reject(new Error('no engine'))));
  private rules: Uint8Array | null = null;
  private turn = 0;
  private worker?: Worker;
  private handed = false;
  private readonly checker = new Checker(() => this.start());

  /** Asks the server for the bundle, with what the form holds, and gives it to the engine. */
  async renew(form: HTMLFormElement | null): Promise<RulesState | 'overtaken'> {
    const turn = ++this.turn;
    const answer = await ask(form).catch(() => null);
    if (turn !== this.turn) return 'overtaken';
    if (!answer) return { state: 'offline' };
    if (answer.status === 422) return { state: 'unreadable', why: await answer.text() };
    if (!answer.ok) return { state: 'offline' };
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (turn !== this.turn) return 'overtaken';
    this.rules = bytes;
    const reason = await this.given(turn);
    return reason ? { state: 'refused', why: reason } : { state: 'ready' };
  }

  check(text: string, context: Context): Promise<Verdict | undefined | 'overtaken'> {
    return this.checker.check(text, context);
  }

  /** Gives the rules to the worker, and hears what the engine says of them. */
  private given(turn: number): Promise<string> {
    const worker = (this.worker ??= this.fresh());
    return new Promise((done) => {
      const hear = (event: MessageEvent<Taken>) => {
        if (event.data.turn !== turn) return;
        worker.removeEventListener('message', hear);
        done(event.data.reason);
      };
      worker.addEventListener('message', hear);
      worker.postMessage({ rules: this.rules, turn });
    });
  }

  /** The worker at hand the first time; after that the one before hung, and another takes its place. */
  private start(): Worker {
    if (this.handed || !this.worker) this.worker = this.fresh();
    this.handed = true;
    return this.worker;
  }

  /** A worker with the engine, and the rules that were given last. */
  private fresh(): Worker {
    const worker = new Worker(own.worker);
    void this.wasm.then((wasm) => worker.postMessage({ wasm }), () => worker.terminate());
    if (this.rules) worker.postMessage({ rules: this.rules, turn: 0 });
    return worker;
  }
}

function ask(form: HTMLFormElement | null): Promise<Response> {
  if (!form) return fetch(own.rules);
  const fields = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return fetch(own.rules, { method: 'POST', body: new URLSearchParams(fields) });
}
