// The engine's verdict on a text that changes, the latest one only.

import { useEffect, useState } from 'preact/hooks';
import type { Context, Verdict } from '../../src/protocol';
import type { PracticeHost } from './host';

export interface Read {
  text: string;
  verdict?: Verdict;
  /** The engine gave none. */
  failed: boolean;
}

/** `pause` in ms: how long nothing has to change before the engine is asked. */
export function useVerdict(host: PracticeHost, text: string, context: Context, pause: number): Read | undefined {
  const [read, setRead] = useState<Read>();
  const told = JSON.stringify(context);
  useEffect(() => {
    let overtaken = false;
    const timer = setTimeout(async () => {
      const verdict = await host.check(text, context).catch(() => undefined);
      if (!overtaken) setRead({ text, verdict, failed: verdict === undefined });
    }, pause);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [text, told]);
  return read;
}
