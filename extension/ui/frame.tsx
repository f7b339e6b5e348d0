// The frame of chip, card and hold dialog, in an iframe of our own origin so
// that the page cannot read it. It knows the findings it is told over its port
// and nothing of the page.

import { render } from 'preact';
import type { CardFinding, FromFrame, FromOwn, Level, ToFrame } from '../src/protocol';
import type { AsidePage, FromAside, KeepHow } from '../src/reflection-protocol';
import { signalsOf } from '../src/signals';
import { Card } from './card';
import { Chip } from './chip';
import { awaitPort } from './door';
import { isSupport, unread } from './finding-text';
import { Again, Hold } from './hold';
import { canTell, Seen } from './seen';
import type { RewritesToFrame } from '../src/rewrite-protocol';
import { dressDocument, say } from './words';

type View = 'hidden' | 'chip' | 'card' | 'hold' | 'again';

/** CSS pixels at the browser's usual text size; the same whatever is shown inside. */
const sizes: Record<Exclude<View, 'hidden'>, { width: number; height: number }> = {
  chip: { width: 180, height: 44 },
  card: { width: 392, height: 488 },
  hold: { width: 456, height: 372 },
  again: { width: 340, height: 106 },
};

interface Shown {
  level: Level;
  count: number;
  coverage: string;
  findings: CardFinding[];
  parts: string[];
}

const nothing: Shown = { level: 'clear', count: 0, coverage: 'full', findings: [], parts: [] };

class Frame {
  private view: View = 'hidden';
  private shown = nothing;
  private held = nothing;
  private rewrites: RewritesToFrame | null = null;
  private kept: KeepHow | null = null;
  /** The rule that was muted in this card, while it says so. */
  private mutedRule: string | undefined;
  private quiet = false;
  private spokenLevel: Level = 'clear';
  private readonly seen = new Seen((yes) => this.tell({ t: 'seen', yes }));

  constructor(private readonly port: MessagePort) {}

  hear(m: ToFrame): void {
    switch (m.t) {
      case 'chip':
        this.shown = { level: m.level, count: m.count, coverage: m.coverage, findings: m.findings, parts: m.parts };
        this.quiet = m.quiet;
        if (!m.quiet) this.speak(m.level, m.findings.some(isSupport));
        if (this.view === 'hidden' || this.view === 'again') return this.go('chip');
        return this.draw();
      case 'rewrites':
        this.rewrites = m;
        return this.draw();
      case 'card.open':
        this.rewrites = null;
        this.mutedRule = undefined;
        return this.go('card');
      case 'card.close':
        return this.go('chip');
      case 'hold':
        this.held = { ...nothing, findings: m.findings, parts: m.parts };
        if (this.view !== 'hold') this.kept = null;
        return this.go('hold');
      case 'kept':
        this.kept = m.how;
        if (this.view !== 'hold') return;
        this.draw();
        return m.how === 'kept' ? this.utter(`${say('reflect_kept_done')}. ${say('reflect_kept_where')}`) : undefined;
      case 'again':
        this.go('again');
        return this.utter(`${say('again_title')}. ${say('again_text')}`);
      case 'hide':
        this.view = 'hidden';
        this.seen.stop();
        this.shown = nothing;
        this.spokenLevel = 'clear';
        return this.draw();
      case 'settled':
        document.body.dataset.settled = String(m.yes);
        return;
      case 'mute':
        this.mutedRule = m.rule;
        this.draw();
        return this.ask(m);
      case 'unmute':
        return this.ask(m);
      case 'muted.over':
        this.mutedRule = undefined;
        return this.draw();
      case 'theme':
        document.documentElement.dataset.theme = m.dark ? 'dark' : 'light';
    }
  }

  tell(m: FromFrame): void {
    this.port.postMessage(m);
  }

  private go(view: Exclude<View, 'hidden'>): void {
    const anew = view !== this.view;
    this.view = view;
    this.draw();
    if (anew) this.watch();
    const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    const { width, height } = sizes[view];
    this.tell({ t: 'size', width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
  }

  /** Once per change of level, and never over the dialog, which is read by its focus, nor over what is said of a mute. */
  private speak(level: Level, support: boolean): void {
    if (level === this.spokenLevel) return;
    this.spokenLevel = level;
    if (this.view === 'hold' || this.mutedRule !== undefined) return;
    this.utter(say(`announce_${support && level !== 'clear' ? 'support' : level}`));
  }

  /** Has a screen reader say it. A region that was hidden until now is read only when it changes later. */
  private utter(text: string): void {
    const region = document.getElementById('spoken');
    setTimeout(() => region && (region.textContent = text), 150);
  }

  /** A press in card or dialog counts only where the worker had it before them. */
  private watch(): void {
    delete document.body.dataset.settled;
    if (this.view === 'card' || this.view === 'hold') this.seen.start(document.getElementById('root')!);
    else this.seen.stop();
  }

  private ask(message: FromOwn): void {
    chrome.runtime.sendMessage(message).catch(() => null);
  }

  /** Opens a page of ours, where the worker had our frame before them when they pressed. */
  private readonly open = (page: AsidePage): void => {
    if (document.body.dataset.settled !== 'true') return;
    const { findings, parts } = this.view === 'hold' ? this.held : this.shown;
    const message: FromAside = page === 'supervision' ? { t: 'supervision.take', signals: signalsOf(findings, parts) } : { t: 'aside.open', page };
    chrome.runtime.sendMessage(message).catch(() => null);
  };

  private close = () => {
    this.go('chip');
    this.tell({ t: 'close' });
  };

  private draw(): void {
    document.body.dataset.view = this.view;
    render(this.content(), document.getElementById('root')!);
  }

  private content() {
    const { shown } = this;
    switch (this.view) {
      case 'hidden':
        return null;
      case 'chip':
        return (
          <Chip
            level={shown.level} count={shown.count} support={shown.findings.some(isSupport)} open={false} quiet={this.quiet}
            onOpen={() => this.tell({ t: 'open' })}
          />
        );
      case 'card':
        return (
          <Card
            findings={shown.findings} parts={shown.parts} takeFocus rewrites={this.offered()} empty={coverageNote(shown.coverage)} unread={unread(shown.coverage)}
            onDismiss={(rule) => this.tell({ t: 'dismiss', rule })} onMute={(rule) => this.tell({ t: 'mute', rule })} onClose={this.close}
            muted={this.mutedRule} onUnmute={(rule) => this.tell({ t: 'unmute', rule })} onOpen={this.open}
          />
        );
      case 'hold':
        return (
          <Hold
            findings={this.held.findings} onEdit={(escape) => this.tell({ t: 'edit', escape })} onPost={() => this.tell({ t: 'post' })}
            onKeep={() => this.tell({ t: 'keep' })} kept={this.kept} onOpen={this.open}
          />
        );
      case 'again':
        return <Again />;
    }
  }

  private offered() {
    return this.rewrites ? {
      told: this.rewrites,
      onRewrite: (id: number, keyboard: boolean) => this.tell({ t: 'rewrite', id, keyboard }),
      onUndo: (keyboard: boolean) => this.tell({ t: 'rewrite.undo', keyboard }),
      onCopy: () => void document.execCommand('copy'),
    } : undefined;
  }

  keys = (e: KeyboardEvent) => {
    if (e.key === 'Escape' && this.view === 'card') this.close();
  };
}

function coverageNote(coverage: string): string | undefined {
  return coverage === 'full' ? undefined : say(`card_${coverage}`);
}

dressDocument();
awaitPort(location.hash.slice(1), (port) => {
  const frame = new Frame(port);
  port.onmessage = (event) => frame.hear(event.data as ToFrame);
  window.addEventListener('keydown', frame.keys);
  frame.tell({ t: 'ready', tells: canTell() });
});
