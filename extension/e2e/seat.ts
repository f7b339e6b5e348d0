// A worker at one composer, in whichever browser: what they do there and what
// they see of Second Look. What the browsers' drivers do each in their own way
// is left to Desk (Chromium) and FirefoxDesk.
import { expect } from '@playwright/test';
import type { Level } from '../src/protocol';
import type { Fixture } from './editors';

/**
 * How much the frame of ours that this runs in has to say. A page has one, and
 * each frame in it with a composer another; the worker looks at the one that speaks.
 */
export function weight(): number {
  const says = document.querySelector<HTMLElement>('.chip')?.dataset.mark ?? 'clear';
  return { hold: 5, again: 4, card: 3, chip: says === 'clear' ? 1 : 2 }[document.body.dataset.view ?? ''] ?? 0;
}

/** What stands in a box; runs in the page. */
export function textOf(el: Element): string {
  const field = el.matches('textarea,input') ? (el as HTMLTextAreaElement).value : null; // Trix's own element has a value too: its HTML
  return field ?? (el.textContent ?? '').replace(/[\u200b\ufeff\u2060]/g, '').replaceAll('\u00a0', ' ');
}

export abstract class Seat {
  constructor(readonly f: Fixture) {}

  /** Puts the focus into the composer by the mouse. */
  abstract clickBox(): Promise<void>;
  /** Puts the focus into the composer as a page does, and leaves the caret. */
  abstract focusBox(): Promise<void>;
  /** Types text, a key for each character. */
  abstract keys(text: string): Promise<void>;
  /** Presses one key or chord, such as Control+A. */
  abstract press(key: string): Promise<void>;
  abstract clickPost(): Promise<void>;
  abstract focusPost(): Promise<void>;
  /** Runs read in our frame's document; undefined while there is no frame of ours. */
  abstract ours<T>(read: () => T): Promise<T | undefined>;
  /** Clicks the nth element of our frame that matches. */
  abstract clickOurs(css: string, nth?: number): Promise<void>;
  /** How many lines are drawn, counted in the closed root by the debugger. */
  abstract underlines(): Promise<number>;
  abstract posts(): Promise<string[]>;
  /** What is to be read in the composer: its value, or its text with the editor's own fillers gone. */
  abstract text(): Promise<string>;
  /** Whether the composer, or something in it, has the focus. */
  abstract focused(): Promise<boolean>;
  /** What the page was told of policy violations and errors. */
  abstract complaints(): Promise<string[]>;
  /** Waits until our frame has the size of a card or the dialog and has come to rest: a press aimed before lands beside it. */
  abstract rests(): Promise<void>;

  /** Waits until our frame rests and the extension takes presses in it for the worker's own. */
  async settles(): Promise<void> {
    await this.rests();
    await this.pressesCount();
  }

  async pressesCount(): Promise<void> {
    await expect.poll(() => this.ours(() => document.body.dataset.settled), { message: 'presses count' }).toBe('true');
  }

  /** Replaces the whole draft by typing. */
  async type(text: string): Promise<void> {
    await this.clear();
    await this.keys(text);
  }

  async clear(): Promise<void> {
    await this.clickBox();
    await this.press('Control+A');
    await this.press('Delete');
  }

  /** What the frame shows: hidden, chip, card, hold, again; '' while there is none. */
  async view(): Promise<string> {
    return (await this.ours(() => document.body.dataset.view)) ?? '';
  }

  /** The level the chip speaks, clear where it says nothing. */
  async level(): Promise<string> {
    return (await this.ours(() => document.querySelector<HTMLElement>('.chip')?.dataset.mark)) ?? 'clear';
  }

  /** Waits until chip and underlines agree on the level. */
  async seesWarning(level: Level): Promise<void> {
    await expect.poll(() => this.level(), { message: 'level on the chip' }).toBe(level);
    await expect.poll(async () => (await this.underlines()) > 0, { message: 'an underline' }).toBe(true);
  }

  async seesNothing(): Promise<void> {
    await expect.poll(() => this.level(), { message: 'level on the chip' }).toBe('clear');
    await expect.poll(() => this.underlines(), { message: 'underlines' }).toBe(0);
  }

  async seesDialog(): Promise<void> {
    await expect.poll(() => this.view(), { message: 'the hold dialog' }).toBe('hold');
    await this.settles();
  }

  /** Opens the card with the mouse and waits for it; the words of the draft that it quotes. */
  async readsCard(): Promise<string[]> {
    await this.clickOurs('.chip');
    await expect.poll(() => this.view(), { message: 'the card' }).toBe('card');
    await this.rests();
    return (await this.ours(() => [...document.querySelectorAll('.card .words q')].map((q) => q.textContent ?? ''))) ?? [];
  }

  async closesCard(): Promise<void> {
    await this.press('Escape');
    await expect.poll(() => this.view(), { message: 'the card closes' }).toBe('chip');
  }

  /**
   * Presses one of the dialog's buttons that end it with the mouse. Where the page takes
   * its composer away at once, our frame goes with it and the browser never
   * acknowledges the press: the dialog's end is as good.
   */
  async answer(which: 'edit' | 'post'): Promise<void> {
    const press = this.clickOurs(which === 'edit' ? '.hold-foot .primary' : '.hold-foot .post');
    const ended = expect.poll(() => this.view(), { message: 'the dialog ends' }).not.toBe('hold');
    await Promise.race([press, ended.catch(() => press)]);
    press.catch(() => {});
    ended.catch(() => {});
  }
}
