// The engine of the preview, in a worker whose policy lets it reach nothing: its
// bytes and the rules are given to it, and posts never leave it but as verdicts.

import { EngineKeeper } from '../../src/engine-keeper';
import { load, show, type Shown } from '../../src/engine-rules';
import { dressed } from '../../src/rules-dress';
import type { Answer, Ask } from '../try/worker';

/** What the page gives: once the engine, and the rules whenever they change; none are the built-in ones alone. */
export type Given = { wasm: ArrayBuffer } | { rules: Uint8Array | null; turn: number };

/** Whether the engine took the rules; `reason` is the engine's own. */
export interface Taken {
  turn: number;
  reason: string;
}

let give: (wasm: ArrayBuffer) => void;
const wasm = new Promise<ArrayBuffer>((done) => (give = done));
let rules: Uint8Array | null = null;
let shown: Shown | null = null;

const keeper = new EngineKeeper(() => wasm, async () => (rules ? [{ seq: 0, bytes: rules }] : []));

/** Tries the rules apart; they are in force where the engine takes them, and else the built-in ones alone. */
async function take(bytes: Uint8Array | null): Promise<string> {
  rules = shown = null;
  let reason = '';
  if (bytes) {
    const engine = await keeper.apart();
    const tried = load(engine, 0, bytes);
    if (tried.ok) [rules, shown] = [bytes, show(engine, bytes)];
    else reason = tried.reason;
  }
  await keeper.renew();
  return reason;
}

async function check({ seq, text, context }: Ask): Promise<Answer> {
  try {
    const verdict = await keeper.check(text, context);
    return { seq, verdict: dressed(verdict, context.account ?? 'personal', shown ? { name: shown.name, shown } : undefined) };
  } catch {
    return { seq, error: 'engine' }; // the cause may quote the post
  }
}

/** One thing after the other: a check asked after rules were given is made under them. */
let last: Promise<unknown> = Promise.resolve();

self.onmessage = (event: MessageEvent<Given | Ask>) => {
  const asked = event.data;
  if ('wasm' in asked) return give(asked.wasm);
  last = last.then(async () => {
    if ('rules' in asked) {
      const reason = await take(asked.rules).catch(() => 'engine');
      self.postMessage({ turn: asked.turn, reason } satisfies Taken);
    } else {
      self.postMessage(await check(asked));
    }
  });
};
