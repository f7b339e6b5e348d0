// Holding a post: at window capture, before any handler of the page's, for the
// whole gesture. It asks once for a finding on a draft. Where there is no
// verdict yet, or nothing of ours works, the post goes through.

import { labelOf } from '../sites/generic';
import type { Guard } from './guard';
import { listIsOpen } from './mentions';
import type { KeyPress, Press } from './replay';
import type { Session } from './session';
import { controlsOn, isOtherSubmit, submitsFor } from './submit';
import { holds, innermost, pathOf } from './tree';

/** What holding needs of the tap. */
export interface Asker {
  /** Drafts that are not empty, in composers still in the page. */
  drafts(): Session[];
  /** Reads the draft again and, if its verdict is not known, asks for one at once. */
  refresh(session: Session): void;
  /** A press that posts these goes to the page. */
  letThrough(sessions: readonly Session[]): void;
  /** Asks the worker about a held press; false where nothing can be shown. */
  ask(sessions: readonly Session[], press: Press): boolean;
  isOurs(event: Event): boolean;
  /** The dialog is open. */
  asking(): boolean;
}

const POINTER = ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'click'];
/** A second press this soon after the first belongs to it, ms. */
const doublePress = 700;

export class Hold {
  /** Our own replay is on its way: it passes. */
  passing = false;
  private gesture: { control: Element; sessions: Session[]; press: Press } | null = null;
  private key: string | null = null;
  private askedAt = -Infinity;

  constructor(guard: Guard, private readonly to: Asker) {
    guard.on<MouseEvent>(window, POINTER, (e) => this.pointer(e), { passive: false });
    guard.on<KeyboardEvent>(window, ['keydown', 'keypress', 'keyup'], (e) => this.keys(e));
    guard.on<SubmitEvent>(window, ['submit'], (e) => this.submit(e));
  }

  private pointer(e: MouseEvent): void {
    if (this.passing || this.to.isOurs(e) || (e.button ?? 0) > 0) return;
    const starts = e.type === 'pointerdown' || e.type === 'touchstart' || e.type === 'mousedown';
    if (this.gesture && !(e.type === 'pointerdown')) return this.goOn(this.gesture, e);
    this.gesture = null;
    if (!starts && e.type !== 'click') return;
    const hit = this.hit(e);
    if (!hit) return;
    if (this.isDouble(e)) return stop(e);
    const held = hit.sessions.filter((s) => s.toAsk().length > 0);
    if (held.length === 0) {
      if (e.type === 'click') this.to.letThrough(hit.sessions);
      return;
    }
    const press: Press = { by: 'click', control: hit.control, from: e.type, x: e.clientX ?? 0, y: e.clientY ?? 0 };
    this.gesture = { control: hit.control, sessions: held, press };
    this.goOn(this.gesture, e);
  }

  // From the first event that was held to the click: none reaches the page.
  private goOn(gesture: NonNullable<Hold['gesture']>, e: MouseEvent): void {
    const on = pathOf(e).includes(gesture.control);
    if (on) stop(e);
    if (e.type !== 'click') return;
    this.gesture = null;
    if (on) this.ask(gesture.sessions, gesture.press, e);
  }

  // The control on the event's path that posts some draft, and those drafts.
  private hit(e: Event): { control: Element; sessions: Session[] } | null {
    const path = pathOf(e);
    const controls = controlsOn(path);
    if (controls.length === 0) return null;
    const drafts = this.to.drafts();
    if (drafts.length === 0 || drafts.some((s) => path.includes(s.composer.box))) return null;
    const all = drafts.map((session) => ({ session, submits: submitsFor(session.composer) }));
    for (const control of controls) {
      const sessions = all.filter((a) => a.submits.includes(control)).map((a) => a.session);
      for (const s of sessions) this.to.refresh(s);
      if (sessions.length > 0) return { control, sessions };
    }
    return null;
  }

  private keys(e: KeyboardEvent): void {
    if (this.passing || this.to.isOurs(e)) return;
    if (this.key === e.code && (e.type !== 'keydown' || e.repeat)) {
      if (e.type === 'keyup') this.key = null;
      return stop(e);
    }
    if (e.type !== 'keydown') return;
    this.key = null;
    if (e.isComposing || e.keyCode === 229 || e.repeat) return;
    const enter = e.key === 'Enter';
    if (!enter && e.key !== ' ') return;
    const found = this.onControl(e) ?? (enter ? this.inBox(e) : null);
    if (!found) return;
    if (this.isDouble(e)) return stop(e);
    const held = found.sessions.filter((s) => s.toAsk().length > 0);
    if (held.length === 0) return this.to.letThrough(found.sessions);
    this.key = e.code;
    stop(e);
    this.ask(held, found.press, e);
  }

  private onControl(e: KeyboardEvent): { sessions: Session[]; press: Press } | null {
    const hit = this.hit(e);
    const target = innermost(e);
    return hit && target && { sessions: hit.sessions, press: { by: 'key', target, control: hit.control, ...keyOf(e) } };
  }

  private inBox(e: KeyboardEvent): { sessions: Session[]; press: Press } | null {
    const target = innermost(e);
    const drafts = this.to.drafts();
    const at = drafts.find((s) => holds(s.composer.box, target));
    if (!at || !target) return null;
    const { box, site } = at.composer;
    const chord = e.ctrlKey || e.metaKey || (e.altKey && site.altEnterPosts);
    if (!chord && (e.shiftKey || e.altKey)) return null;
    const submits = new Set(submitsFor(at.composer));
    const plain = site.enterPosts(box) || at.entersPost || (submits.size === 0 && isCommentLine(box));
    if ((!chord && !plain) || listIsOpen(box)) return null;
    const sessions = drafts.filter((s) => s === at || submitsFor(s.composer).some((c) => submits.has(c)));
    for (const s of sessions) this.to.refresh(s);
    return { sessions, press: { by: 'key', target, control: null, ...keyOf(e) } };
  }

  private submit(e: SubmitEvent): void {
    const form = e.target;
    if (this.passing || !(form instanceof HTMLFormElement) || isOtherSubmit(e.submitter)) return;
    const sessions = this.to.drafts().filter(({ composer: { box, field } }) => holds(form, box) || field?.form === form);
    if (sessions.length === 0) return;
    for (const s of sessions) this.to.refresh(s);
    if (this.isDouble(e)) return stop(e);
    const held = sessions.filter((s) => s.toAsk().length > 0);
    if (held.length === 0) return this.to.letThrough(sessions);
    stop(e);
    this.ask(held, { by: 'submit', form, submitter: e.submitter }, e);
  }

  private isDouble(e: Event): boolean {
    return this.to.asking() && e.timeStamp - this.askedAt < doublePress;
  }

  private ask(sessions: readonly Session[], press: Press, e: Event): void {
    if (this.to.ask(sessions, press)) this.askedAt = e.timeStamp;
  }
}

function keyOf({ key, code, keyCode, ctrlKey: ctrl, metaKey: meta, altKey: alt }: KeyboardEvent): KeyPress {
  return { key, code, keyCode, ctrl, meta, alt };
}

// A comment box of one line that has no button: there is no other way to post.
function isCommentLine(box: HTMLElement): boolean {
  return box.offsetHeight < 60 && /comment|reply|respond|answer|kommentar|antwort|comentar|respuesta|commentaire/i.test(labelOf(box));
}

// Touches are not prevented: that would also take the click that ends them.
function stop(e: Event): void {
  if (!e.type.startsWith('touch')) e.preventDefault();
  e.stopImmediatePropagation();
}
