// Asks the worker for verdicts and drops a worker that hangs, which a page,
// unlike the extension's background, can do.

import type { Context, Verdict } from '../../src/protocol';
import type { Answer, Ask } from './worker';

const patience = 5000; // ms
const ownAccount: Context = { site: 'try', account: 'personal', audience: 'public' };

export class Checker {
  private worker?: Worker;
  private seq = 0;
  private give?: (answer?: Answer) => void;

  constructor(private readonly start: () => Worker) {}

  /** The verdict; undefined where there is none; 'overtaken' where a later text was asked since. */
  async check(text: string, context: Context = ownAccount): Promise<Verdict | undefined | 'overtaken'> {
    const seq = ++this.seq;
    const answer = await this.ask({ seq, text, context });
    if (seq !== this.seq) return 'overtaken';
    return answer && 'verdict' in answer ? answer.verdict : undefined;
  }

  private ask(ask: Ask): Promise<Answer | undefined> {
    this.give?.();
    const worker = (this.worker ??= this.start());
    return new Promise((resolve) => {
      const done = (answer?: Answer) => {
        clearTimeout(timer);
        worker.removeEventListener('message', hear);
        resolve(answer);
      };
      const hear = (event: MessageEvent<Answer>) => {
        if (event.data.seq === ask.seq) done(event.data);
      };
      const timer = setTimeout(() => {
        worker.terminate();
        this.worker = undefined;
        done();
      }, patience);
      this.give = done;
      worker.addEventListener('message', hear);
      worker.postMessage(ask);
    });
  }
}
