// Holding a post: at window capture, before any handler of the page's, for the
// whole gesture. It asks once for a finding on a draft. Where there is no
// verdict yet, or nothing of ours works, the post goes through.

import { labelOf } from '../sites/generic';
import type { Guard } from './guard';
import { listIsOpen } from './mentions';
import type { KeyPress, Press } from './replay';
import type { Roots } from './roots';
import type { Session } from './session';
import { controlsOn, isOtherSubmit, submitsFor } from './submit';
import { holds, innermost, pathOf } from './tree';

/** What holding needs of the tap. */
export interface Asker {
  /** Drafts that are not empty, in composers still in the page. */
  drafts(): Session[];
  /** Reads the draft again and, if its verdict is not known, asks for one at once. */
  refresh(session: Session): void;
  /** A press that posts these goes to the page; own: a press of the worker's hand, not the page's. */
  letThrough(sessions: readonly Session[], own: boolean): void;
  /** Asks the worker about a held press; while that is asked already, it is pointed to again. */
  ask(sessions: readonly Session[], press: Press): void;
  isOurs(event: Event): boolean;
}

const POINTER = ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'click'];
/** A pointer that came no further than this did not leave its control: the control left it, px. */
const stillness = 12;

/** What a script's form.submit() can be told by: the browser is about to leave with these fields. */
interface Leaving extends Event {
  formData: FormData | null;
}

interface Gesture {
  control: Element;
  sessions: Session[];
  press: Press & { by: 'click' };
  /** It was asked about; what is left of it goes nowhere. */
  over: boolean;
}

export class Hold {
  /** Our own replay is on its way: it passes. */
  passing = false;
  private gesture: Gesture | null = null;
  private key: string | null = null;

  constructor(guard: Guard, private readonly to: Asker, roots: Roots) {
    guard.on<MouseEvent>(window, POINTER, (e) => this.pointer(e), { passive: false });
    guard.on<KeyboardEvent>(window, ['keydown', 'keypress', 'keyup'], (e) => this.keys(e));
    guard.on<SubmitEvent>(window, ['submit'], (e) => this.submit(e));
    roots.on<SubmitEvent>('submit', (e) => this.submit(e));
    if ('navigation' in window) guard.on<Leaving>(window.navigation as EventTarget, ['navigate'], (e) => this.leave(e));
  }

  private pointer(e: MouseEvent): void {
    if (this.passing || this.to.isOurs(e) || (e.button ?? 0) > 0) return;
    const starts = e.type === 'pointerdown' || e.type === 'touchstart' || e.type === 'mousedown';
    if (this.gesture && !(e.type === 'pointerdown')) return this.goOn(this.gesture, e);
    this.gesture = null;
    if (!starts && e.type !== 'click') return;
    const hit = this.hit(e);
    if (!hit) return;
    const held = hit.sessions.filter((s) => s.toAsk().length > 0);
    if (held.length === 0) {
      if (e.type === 'click') this.to.letThrough(hit.sessions, e.isTrusted);
      return;
    }
    const press: Gesture['press'] = { by: 'click', control: hit.control, from: e.type, x: e.clientX ?? 0, y: e.clientY ?? 0 };
    this.gesture = { control: hit.control, sessions: held, press, over: false };
    this.goOn(this.gesture, e);
  }

  // From the first event that was held to the click: none reaches the page.
  private goOn(gesture: Gesture, e: MouseEvent): void {
    const { control, sessions, press } = gesture;
    const on = pathOf(e).includes(control) || gesture.over;
    const slipped = !on && e.type === 'pointerup' && Math.hypot(e.clientX - press.x, e.clientY - press.y) < stillness;
    if (on || slipped) stop(e);
    if (e.type === 'click') this.gesture = null;
    if (gesture.over || !(slipped || (on && e.type === 'click'))) return;
    gesture.over = true; // a control that slipped away or was replaced gets no click
    this.to.ask(sessions, press);
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
    const held = found.sessions.filter((s) => s.toAsk().length > 0);
    if (held.length === 0) return this.to.letThrough(found.sessions, e.isTrusted);
    this.key = e.code;
    stop(e);
    this.to.ask(held, found.press);
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
    this.sends(sessions, { by: 'submit', form, submitter: e.submitter }, e);
  }

  // form.submit() fires no event but this one, in browsers that have it.
  private leave(e: Leaving): void {
    if (this.passing || !e.cancelable || !e.formData) return;
    const values = new Set([...e.formData.values()].map((v) => (typeof v === 'string' ? v.replace(/\r\n?/g, '\n') : '')));
    const sessions = this.to.drafts().filter(({ composer: { field, read } }) => field?.form && values.has(read().text));
    const form = sessions[0]?.composer.field?.form;
    if (form) this.sends(sessions, { by: 'script', form }, e);
  }

  private sends(sessions: Session[], press: Press, e: Event): void {
    for (const s of sessions) this.to.refresh(s);
    const held = sessions.filter((s) => s.toAsk().length > 0);
    if (held.length === 0) return this.to.letThrough(sessions, false);
    stop(e);
    this.to.ask(held, press);
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
