// What the background does beside checking: keeps a draft for later in the
// browser's session memory, hands signals on to the page for supervision,
// counts how often Second Look spoke. Nothing here asks the network for
// anything, and no address of a page it opens carries a thing.

import { Kept } from './kept';
import {
  asidePages, type FromAside, type FromTapAside, type KeepReply, type Supervision,
} from './reflection-protocol';
import { cleanSignals } from './signals';
import { counted, monthOf, type Counts } from './tally';
import { transactTally } from './tally-store';

const alarm = 'kept';
const place = 'supervision';

export class BackgroundAside {
  private readonly memory = chrome.storage.session;
  private readonly kept = new Kept(this.memory, (at) => {
    if (at === null) void chrome.alarms.clear(alarm);
    else void chrome.alarms.create(alarm, { when: at });
  });

  /** setting: where the worker said they work. */
  constructor(private readonly setting: () => Promise<string>) {
    // The default, said once more: our own pages and the background alone.
    void Promise.resolve(this.memory.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })).catch(() => null);
    chrome.alarms.onAlarm.addListener((due) => {
      if (due.name === alarm) void this.kept.sweep();
    });
  }

  async answerTap(m: FromTapAside): Promise<KeepReply | boolean> {
    if (m.t === 'tally') {
      await transactTally((counts) => counted(counts, m.what, m.categories, monthOf(Date.now())));
      return true;
    }
    const signals = cleanSignals(m.signals);
    return { how: signals ? await this.kept.keep(m.text, signals) : 'failed' };
  }

  answerOwn(m: FromAside): Promise<unknown> {
    switch (m.t) {
      case 'kept.get':
        return this.kept.all();
      case 'kept.delete':
        return this.kept.delete(m.id);
      case 'kept.clear':
        return this.kept.clear();
      case 'supervision.take':
        return this.take(m.signals);
      case 'supervision.get':
        return this.taken();
      case 'tally.get':
        return transactTally();
      case 'tally.clear':
        return transactTally((): Counts => ({}));
      case 'aside.open':
        return this.open(m.page);
    }
  }

  private async take(of: unknown): Promise<boolean> {
    const signals = cleanSignals(of);
    if (!signals) return false;
    await this.memory.set({ [place]: signals });
    return this.open('supervision');
  }

  private async taken(): Promise<Supervision> {
    const signals = cleanSignals((await this.memory.get(place))[place]);
    return signals && { signals, setting: await this.setting() };
  }

  private async open(page: keyof typeof asidePages): Promise<boolean> {
    await chrome.tabs.create({ url: chrome.runtime.getURL(asidePages[page]) });
    return true;
  }
}
