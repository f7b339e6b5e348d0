// The tap: finds the focused composer, has its draft checked, shows what came
// back, and holds a post that should be looked at once more. What it knows of
// the page stays in memory; what it sends goes to our own background alone.

import { filledAround } from './adopt';
import { hearFiles } from './attachments';
import { BackgroundLink } from './background-link';
import { Checks, type Checked } from './checks';
import { composerAt, type Composer } from './composer';
import { caretIn, Dialog, giveFocus, keepable } from './dialog';
import { FramedDraft, FramesWithin } from './frames-within';
import { Guard } from './guard';
import { Hold } from './hold';
import { Muting } from './muting';
import { keepOwn } from './own';
import { Pace } from './pace';
import { PageAround } from './page-around';
import type { Press } from './replay';
import { Rewriting } from './rewriting';
import { Roots } from './roots';
import { categoriesOf, Session } from './session';
import { Sessions } from './sessions';
import { controlsNear, submitsFor } from './submit';
import { focused, holds, innermost, pathOf } from './tree';
import { View } from './view';
import { Watch } from './watch';
import { Whole } from './whole';
import type { Framed, FromFrame } from './protocol';

/** After this the page has taken a press that was given back, or "press again" is shown, ms. */
const aside = 700;
/** A page that is still there this long after it was to be left, ms. */
const backAfter = 1500;

/** Said on the window where a tap starts; pages may hear it and say it. */
export const arrival = 'look-arrival';

export class Tap {
  private readonly guard = new Guard(() => this.link.show('failed'));
  private readonly link = new BackgroundLink(this.guard);
  private readonly roots = new Roots(this.guard);
  private readonly sessions = new Sessions(({ box }) => this.roots.follow(box));
  private readonly view = new View(this.guard, (m) => this.hear(m), () => this.lost('failed'), () => this.lost('unseen'));
  private readonly watch = new Watch(this.guard, () => this.pace.dirty(), () => this.pace.redraw(true), () => this.media());
  private readonly checks = new Checks(this.guard, this.link, (s) => this.judged(s));
  private readonly dialog = new Dialog(this.guard, this.view, (state) => this.link.show(state));
  private readonly rewriting = new Rewriting(this.guard, this.link, {
    send: (m) => this.view.frame.send(m),
    contextOf: (s) => this.checks.contextOf(s),
    changed: () => this.pace.dirty(true),
    focusCard: () => this.view.frame.iframe?.focus(),
  });
  private readonly muting = new Muting((m) => this.view.frame.send(m));
  private readonly pace = new Pace(this.guard, {
    at: () => this.current,
    reads: () => this.checks.on,
    leave: () => this.leave(),
    restyle: () => this.view.restyle(),
    reread: (s, urgent) => this.reread(s, urgent),
    clear: () => this.view.clear(),
    draw: () => this.view.draw(),
  });
  /** Boxes that their adapter was seen to know. */
  private readonly known = new WeakSet<HTMLElement>();
  private readonly within = new FramesWithin((m) => this.link.pass(m));
  private readonly around = new PageAround(() => this.drafts(), (m) => this.link.pass(m), (all) => this.letThrough(all, true), giveFocus, (all, then) => this.link.keep(keepable(all), then));
  private current: Session | null = null;

  get alive(): boolean {
    return this.guard.alive && !!chrome.runtime?.id;
  }

  stop(): void {
    this.guard.stop();
  }

  start(): void {
    const { guard } = this;
    guard.on(window, [arrival], () => {}); // hearing it ends a tap without an extension
    keepOwn(guard, () => this.view.host.element);
    const hold: Hold = new Hold(guard, {
      drafts: () => [...this.drafts(), ...this.within.drafts()],
      refresh: (s) => this.refresh(s),
      letThrough: (all, own) => this.letThrough(all, own),
      ask: (all, press) => this.ask(all, press, hold),
      isOurs: (e) => e.target === this.view.host.element,
    }, this.roots);
    guard.on(window, ['pointerdown'], (e) => this.adopt(e));
    guard.on(window, ['focusin'], (e) => this.focus(innermost(e)));
    guard.on<InputEvent>(window, ['input', 'compositionend', 'change'], (e) => this.input(e));
    guard.on<KeyboardEvent>(window, ['keydown'], (e) => this.key(e));
    hearFiles(guard, (at) => this.attach(at));
    guard.on(window, ['keyup', 'pointerup', 'beforeinput'], () => this.field());
    guard.on<FocusEvent>(window, ['focusout'], (e) => this.blur(e));
    guard.on(window, ['scroll'], () => this.pace.redraw(), { passive: true });
    guard.on(window, ['resize', 'transitionend', 'animationend', 'load'], () => this.pace.redraw(true), { passive: true });
    guard.on(document.fonts, ['loadingdone'], () => this.pace.redraw(true));
    guard.on(matchMedia('(prefers-color-scheme: dark)'), ['change'], () => this.pace.redraw(true));
    if (window.visualViewport) guard.on(window.visualViewport, ['scroll', 'resize'], () => this.pace.redraw(), { passive: true });
    guard.on(document, ['load'], (e) => this.within.loaded(e.target)); // never heard at the window
    guard.on(window, ['beforeunload'], () => this.stepAside());
    guard.on(window, ['pageshow'], () => this.comeBack());
    this.followDocument();
    this.link.onChanged(() => this.changed());
    this.link.onPassed((m) => this.passed(m));
    this.focus(focused()); // where we were started in a page already in use
  }

  // An editor that writes its frame's document anew (TinyMCE in Firefox) takes
  // our listeners with it; the document's own element then is another. A page's
  // own document is left unwatched: nothing of ours is there while it rests.
  private followDocument(): void {
    if (window.parent === window) return;
    const observer = new MutationObserver(() => this.guard.listenAgain());
    observer.observe(document, { childList: true });
    this.guard.onEnd(() => observer.disconnect());
  }

  private drafts(): Session[] {
    return this.checks.on ? this.sessions.drafts() : [];
  }

  private ask(all: readonly Session[], press: Press, hold: Hold): void {
    const framed = all.find((s) => s instanceof FramedDraft);
    if (framed) this.view.follow(framed, []);
    this.muting.over();
    this.dialog.ask(all, press, this.checks.region, hold);
    this.count();
    this.around.say();
  }

  // From another tap of this tab.
  private passed(m: Framed): void {
    if (m.t === 'framed.kept') return this.within.knows(m.id) ? this.view.frame.send({ t: 'kept', how: m.how }) : undefined;
    if (m.t !== 'framed') return this.around.hear(m);
    const draft = this.within.hear(m);
    if (!draft) return;
    if (draft.toAsk().length > 0) this.dialog.more(draft);
    this.guard.later(aside, () => this.standAside());
  }

  // The layer of a dialog that was about a frame's draft lies over that frame,
  // and the browser would take the card in it for covered.
  private standAside(): void {
    if (this.view.framed && !this.dialog.open && this.view.mode !== 'again') this.view.close();
  }

  private focus(el: Element | null): void {
    if (!el || el === this.view.host.element) return;
    if (this.current?.live && holds(this.current.composer.box, el)) return;
    const found = composerAt(el);
    if (found === 'private') this.link.show('private');
    if (found === 'none' || found === 'private') return;
    this.enter(this.sessions.of(found));
  }

  private enter(session: Session): void {
    this.current = session;
    this.watch.start(session.composer, session.attachments.part);
    this.checks.warm(() => this.ready(session));
  }

  // A press on a control of a box that never had the focus. If the verdict comes
  // before the click that ends the press, it is in time.
  private adopt(e: Event): void {
    if (e.target === this.view.host.element) return;
    const path = pathOf(e);
    for (const composer of filledAround(path)) {
      if (this.sessions.has(composer)) continue;
      const session = this.sessions.of(composer);
      if (this.current?.live) this.checks.warm(() => this.refresh(session));
      else this.enter(session);
    }
  }

  // The engine is warm and the worker wants us here.
  private ready(session: Session): void {
    if (session !== this.current) return;
    const submits = submitsFor(session.composer);
    this.say(session);
    this.view.follow(session, controlsNear(session.composer.box, submits));
    this.refresh(session);
    this.around.say(true);
    this.tell(session); // what is known of it already, where the worker comes back to it
    this.pace.dirty(true);
  }

  private input(e: InputEvent): void {
    const el = innermost(e);
    if (!el || el === this.view.host.element) return;
    this.focus(el);
    this.pace.dirty(/^insertFrom(Paste|Drop|Yank)/.test(e.inputType ?? ''));
  }

  // A page sets a field's value without an event; a key or a press is a moment to look.
  private field(): void {
    const { current } = this;
    if (!current?.composer.field || current.composer.field.value === current.text) return;
    if (current.composer.field.value === '' && current.read()) this.around.say(); // before a paste fills it again within one frame
    this.pace.dirty();
  }

  // Files go to the draft in whose part of the page they came, or else to the one at hand.
  private attach(at: Element): void {
    if (at === this.view.host.element) return;
    this.focus(at);
    const { current } = this;
    const near = this.sessions.all().find(({ live, attachments: { part } }) => live && part && holds(part, at)) ?? current;
    if (!near?.live) return;
    near.attachments.add();
    if (near === current) this.media();
  }

  // What is attached may have changed.
  private media(): void {
    if (this.current?.look() !== this.current?.verdict?.attached) this.pace.dirty(true);
  }

  private key(e: KeyboardEvent): void {
    const { current } = this;
    if (!current) return;
    current.lastKeyEnter = e.key === 'Enter' && !e.shiftKey && !e.ctrlKey && !e.metaKey && !e.altKey && !e.isComposing;
    if (e.key === 'Escape' && this.view.mode === 'card') {
      e.preventDefault();
      e.stopImmediatePropagation();
      this.closeCard();
    }
    if (e.key === 'ArrowDown' && e.altKey && e.shiftKey && this.view.mode === 'chip' && current.level() !== 'clear') {
      e.preventDefault();
      e.stopImmediatePropagation();
      this.openCard();
    }
    if (this.muting.key(e)) this.tell(current); // the card goes, where that was all it had to say
  }

  private blur(e: FocusEvent): void {
    const { current } = this;
    if (!current || !holds(current.composer.box, innermost(e))) return;
    if (!current.composer.field) current.left = caretIn(current.composer.box) ?? current.left;
    this.pace.dirty(true);
  }

  private reread(session: Session, urgent: boolean): void {
    const changed = session.read();
    if (changed) this.muting.over();
    if (changed) this.around.say();
    if (!changed && session.checked) return;
    if (session.text.trim() === '') this.together(session); // a part less
    if (session.text.trim() !== '') this.view.open();
    this.checks.want(session, urgent, changed);
    this.tell(session);
  }

  // Chromium keeps no page for Back that has a frame of an extension in it, and
  // at pagehide it has decided already. Where nothing is left after all (a
  // download, a link to an application), the frame comes back.
  private stepAside(): void {
    if (this.dialog.open) return;
    this.view.stepAside();
    this.guard.later(backAfter, () => this.comeBack());
  }

  private comeBack(): void {
    if (!this.current?.live || this.current.text.trim() === '') return;
    this.view.open();
    this.tell(this.current);
    this.pace.dirty();
  }

  private leave(): void {
    this.current = null;
    this.around.say();
    this.watch.stop();
    this.sessions.release();
    if (!this.dialog.open) this.view.hide();
    this.link.show('idle');
  }

  private judged(one: Checked): void {
    if (!(one instanceof Whole)) this.together(one as Session);
    this.around.say();
    for (const session of one instanceof Whole ? one.parts : [one as Session]) {
      this.dialog.more(session);
      if (session !== this.current) continue;
      this.say(session);
      this.tell(session);
      this.muting.judged(session);
      if (this.view.mode === 'card') this.rewriting.judged(session);
      this.pace.redraw(true); // also where a page changed its style and told nobody
      this.view.draw();
    }
  }

  // What goes out with session is looked at as a whole, after each part.
  private together(session: Session): void {
    const whole = this.sessions.wholeWith(session);
    if (whole) this.checks.want(whole, true);
  }

  // The badge. A control that posts may come with the first words: until there
  // are any, an adapter is not called out of date.
  private say(session: Session): void {
    const { composer, coverage } = session;
    const known = session.text.trim() === '' || this.works(composer);
    const read = coverage === 'partial' ? 'partial' : 'checking';
    this.link.show(this.checks.failed ? 'failed' : known ? read : 'unsupported');
  }

  private works(composer: Composer): boolean {
    const { box, site } = composer;
    if (!this.known.has(box) && site.works(box, submitsFor(composer))) this.known.add(box);
    return this.known.has(box);
  }

  private tell(session: Session): void {
    const findings = session.findings();
    if (findings.length > 0) this.view.open();
    this.view.tell({
      t: 'chip',
      level: session.level(),
      quiet: session.call.quiet(session.level(), findings.map((f) => f.finding), session.checked),
      count: findings.length,
      coverage: session.coverage,
      findings: findings.map((f) => session.card(f, this.checks.region)),
      parts: session.parts(),
    });
    if (findings.length === 0 && this.view.mode === 'card' && !this.rewriting.speaksFor(session) && !this.muting.speaksFor(session)) this.closeCard();
  }

  private refresh(session: Session): void {
    session.read();
    session.look();
    if (session.checked) this.together(session);
    else this.checks.want(session, true);
  }

  private letThrough(all: readonly Session[], own: boolean): void {
    for (const s of all) s.leaves();
    if (own) for (const s of all) s.spend();
    this.dialog.dismiss(all);
    this.count();
    this.lookAfterPost();
  }

  // What became of findings goes to the worker's own tally.
  private count(): void {
    for (const s of this.sessions.all()) this.link.count(s.ledger.take());
  }

  // A page empties a textarea without an event: look a few times after a post.
  private lookAfterPost(): void {
    for (const ms of [100, 700, 2500]) this.guard.later(ms, () => this.pace.dirty());
  }

  private changed(): void {
    this.checks.outdated(this.sessions.all());
    this.sessions.outdated();
    const { current } = this;
    if (!current) return;
    this.checks.warm(() => this.ready(current), () => this.turnedOff());
  }

  private turnedOff(): void {
    this.sessions.forget();
    this.view.hide();
  }

  private hear(m: FromFrame): void {
    if (m.t === 'open') this.openCard();
    if (m.t === 'close' && !this.dialog.open) this.closeCard(); // said before the dialog came
    if (m.t === 'ready') this.loaded();
    if (m.t === 'size' && this.dialog.open && !this.view.host.hasFocus()) this.view.frame.iframe?.focus();
    if (m.t === 'edit' && m.escape) this.answered('edit', this.view.sight.settled);
    if ((m.t === 'rewrite' || m.t === 'rewrite.undo') && this.view.mode === 'card' && this.view.sight.settled) this.rewriting.hear(m);
    if ((m.t === 'edit' || m.t === 'post' || m.t === 'keep' || m.t === 'dismiss' || m.t === 'mute' || m.t === 'unmute') && this.view.sight.settled) this.obey(m);
  }

  // A press in our frame that the worker made on what they saw.
  private obey(m: FromFrame & { t: 'edit' | 'post' | 'keep' | 'dismiss' | 'mute' | 'unmute' }): void {
    if (m.t === 'edit' || m.t === 'post') this.answered(m.t, true);
    if (m.t === 'post') this.lookAfterPost();
    if (m.t === 'keep') this.keep();
    if (m.t === 'unmute') this.muting.undo(m.rule);
    if ((m.t === 'dismiss' || m.t === 'mute') && this.current) {
      this.muting.over();
      if (m.t === 'mute') this.muting.mute(this.current, m.rule);
      else this.current.dismiss(m.rule);
      if (m.t === 'dismiss') this.count(); // a mute that may be undone yet is told when that is over
      this.rewriting.forget();
      this.around.say();
      this.tell(this.current);
      this.view.draw();
    }
  }

  private answered(answer: 'edit' | 'post', seen: boolean): void {
    this.dialog.answer(answer, seen);
    this.count();
    if (this.current?.live) this.ready(this.current); // the dialog may have been about a frame's draft
  }

  // To our own background, which keeps it in memory; the draft stays where it is.
  private keep(): void {
    this.dialog.keep((drafts) => {
      const all = new Set(drafts.flatMap((s) => this.sessions.wholeWith(s)?.parts ?? [s])); // the parts that nothing was asked about too
      this.link.keep(keepable([...all]), (how) => this.view.frame.send({ t: 'kept', how }));
    });
  }

  // The frame is there, or there again: the page took it out of the document.
  private loaded(): void {
    this.dialog.loaded();
    if (this.current) this.tell(this.current);
    if (this.view.mode === 'card') this.closeCard();
    this.view.draw();
  }

  private lost(how: 'failed' | 'unseen'): void {
    if (this.dialog.open) return this.dialog.release(how);
    if (how === 'failed') this.link.show('failed');
  }

  private openCard(): void {
    this.current?.ledger.notice(categoriesOf(this.current.findings()));
    this.count();
    this.muting.over();
    this.view.show('card');
    this.view.frame.send({ t: 'card.open' });
    if (this.current) this.rewriting.open(this.current);
  }

  private closeCard(): void {
    const inside = this.view.host.hasFocus();
    if (this.view.mode === 'card') this.current?.call.answered();
    this.view.show('chip');
    this.rewriting.close();
    if (this.muting.over()) this.count();
    this.view.frame.send({ t: 'card.close' });
    if (inside && this.current) giveFocus(this.current);
  }
}
