// Drafts kept for later: the one thing of a draft that outlives its page, and
// only where the worker asked for it. They lie in the browser's session memory,
// which no web page and no content script can read, which is on no disk and
// ends with the browser; after 24 hours they are gone in any case.

import { longestKept, type KeepHow, type KeptDraft } from './reflection-protocol';
import { cleanSignals, type Signals } from './signals';

export const keptFor = 24 * 60 * 60 * 1000; // ms
/** With longestKept, well within the 10 MB that a browser gives. */
export const mostKept = 20;

const place = 'kept';

/** The part of chrome.storage.session that is used. */
export interface Memory {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

export class Kept {
  // One change at a time: two tabs may keep at once.
  private last: Promise<unknown> = Promise.resolve();

  /**
   * wake is told when the next draft is due, ms since 1970, or null where none
   * is kept; sweep is to be called then.
   */
  constructor(
    private readonly memory: Memory,
    private readonly wake: (at: number | null) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Keeps a draft from now on for 24 hours. The same text is kept once. */
  keep(text: string, signals: Signals): Promise<KeepHow> {
    if (text.length > longestKept) return Promise.resolve('long');
    return this.inTurn(async () => {
      const others = (await this.alive()).filter((d) => d.text !== text);
      if (others.length >= mostKept) return 'full' as const;
      await this.put([...others, { id: crypto.randomUUID(), text, until: this.now() + keptFor, signals }]);
      return 'kept' as const;
    }).catch(() => 'failed' as const);
  }

  /** What is kept, the newest first. */
  all(): Promise<KeptDraft[]> {
    return this.change((drafts) => drafts);
  }

  delete(id: string): Promise<KeptDraft[]> {
    return this.change((drafts) => drafts.filter((d) => d.id !== id));
  }

  clear(): Promise<KeptDraft[]> {
    return this.change(() => []);
  }

  /** Deletes what is due. */
  async sweep(): Promise<void> {
    await this.all();
  }

  private change(to: (drafts: KeptDraft[]) => KeptDraft[]): Promise<KeptDraft[]> {
    return this.inTurn(async () => {
      const after = to(await this.alive());
      await this.put(after);
      return [...after].reverse();
    });
  }

  private async alive(): Promise<KeptDraft[]> {
    const all = (await this.memory.get(place))[place];
    const now = this.now();
    return (Array.isArray(all) ? all : []).flatMap((d: KeptDraft) => {
      const signals = cleanSignals(d.signals);
      return signals && d.until > now ? [{ id: d.id, text: d.text, until: d.until, signals }] : [];
    });
  }

  private async put(drafts: readonly KeptDraft[]): Promise<void> {
    if (drafts.length > 0) await this.memory.set({ [place]: drafts });
    else await this.memory.remove(place);
    this.wake(drafts.length > 0 ? Math.min(...drafts.map((d) => d.until)) : null);
  }

  private inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.last.then(step);
    this.last = turn.catch(() => null);
    return turn;
  }
}
