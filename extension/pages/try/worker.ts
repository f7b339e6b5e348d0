// The engine of the Try it page, off the page's own thread.

import { EngineKeeper } from '../../src/engine-keeper';
import type { Context, Verdict } from '../../src/protocol';

export interface Ask {
  seq: number;
  text: string;
  context: Context;
}

export type Answer = { seq: number; verdict: Verdict } | { seq: number; error: 'engine' };

const keeper = new EngineKeeper(async () => (await fetch('engine.wasm')).arrayBuffer());

self.onmessage = async (event: MessageEvent<Ask>) => {
  const { seq, text, context } = event.data;
  let answer: Answer = { seq, error: 'engine' };
  try {
    answer = { seq, verdict: await keeper.check(text, context) };
  } catch {
    // said by the answer; the cause may quote the draft
  }
  self.postMessage(answer);
};
