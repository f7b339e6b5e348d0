// A worker at one composer: what they can do, and what they see of Second Look.
// The page's own view of things is never used here: closed roots are read by
// the debugger, the frame by its own document.
import { expect, type CDPSession, type Frame, type Locator, type Page } from '@playwright/test';
import type { Level } from '../src/protocol';
import { posts, type Fixture } from './editors';

interface Node {
  nodeName: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: (Node & { shadowRootType: string })[];
  contentDocument?: Node;
}

export class Desk {
  private cdp: Promise<CDPSession> | undefined;

  constructor(readonly page: Page, readonly f: Fixture, readonly box: Locator) {}

  /** Another composer on the same page. */
  at(composer: string): Desk {
    return new Desk(this.page, { ...this.f, composer }, this.page.locator(composer));
  }

  /** Replaces the whole draft by typing. */
  async type(text: string): Promise<void> {
    await this.clear();
    await this.page.keyboard.type(text);
  }

  /** Replaces the whole draft in one go, as a paste or a dictation does. */
  async insert(text: string): Promise<void> {
    await this.clear();
    await this.page.keyboard.insertText(text);
  }

  async clear(): Promise<void> {
    await this.box.click();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Delete');
  }

  /** The frame of chip, card and dialog, once it is there. */
  async frame(): Promise<Frame> {
    const find = () => this.page.frames().find((f) => f.url().includes('/ui/frame.html') && !f.isDetached());
    await expect.poll(() => find() !== undefined, { message: 'the frame is in the page' }).toBe(true);
    return find()!;
  }

  /** What the frame shows: hidden, chip, card, hold, again; '' while there is none. */
  async view(): Promise<string> {
    const frame = this.page.frames().find((f) => f.url().includes('/ui/frame.html'));
    return (await frame?.evaluate(() => document.body.dataset.view ?? '').catch(() => '')) ?? '';
  }

  /** The level the chip speaks, clear where it says nothing. */
  async level(): Promise<string> {
    const frame = this.page.frames().find((f) => f.url().includes('/ui/frame.html'));
    const read = () => document.querySelector<HTMLElement>('.chip')?.dataset.mark ?? 'clear';
    return (await frame?.evaluate(read).catch(() => 'clear')) ?? 'clear';
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

  /** How many lines are drawn, counted in the closed root by the debugger. */
  async underlines(): Promise<number> {
    const cdp = await (this.cdp ??= this.page.context().newCDPSession(this.page));
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    return ourRoots(root as Node).flatMap(linesIn).length;
  }

  async seesDialog(): Promise<void> {
    await expect.poll(() => this.view(), { message: 'the hold dialog' }).toBe('hold');
    await expect((await this.frame()).locator('[role="alertdialog"]')).toBeVisible();
    await this.settles();
  }

  /** Opens the card with the mouse. */
  async opensCard(): Promise<Frame> {
    const frame = await this.frame();
    await frame.locator('.chip').click();
    await frame.locator('.card').waitFor();
    await this.settles();
    return frame;
  }

  /** Waits until our frame has the size of a card or the dialog and has come to rest: a press aimed before lands beside it. */
  private async settles(): Promise<void> {
    const owner = await (await this.frame()).frameElement();
    let last = '';
    await expect.poll(async () => {
      const box = await owner.boundingBox();
      const now = JSON.stringify(box);
      const still = now === last && (box?.width ?? 0) > 300;
      last = now;
      return still;
    }, { message: 'our frame has come to rest' }).toBe(true);
    await this.pressesCount();
  }

  /** Waits until the extension takes presses in card or dialog for the worker's own. */
  async pressesCount(): Promise<void> {
    const frame = await this.frame();
    await expect.poll(() => frame.evaluate(() => document.body.dataset.settled).catch(() => ''), { message: 'presses count' }).toBe('true');
  }

  /**
   * Presses one of the dialog's two buttons with the mouse. Where the page takes
   * its composer away at once, our frame goes with it and the browser never
   * acknowledges the press: the dialog's end is as good.
   */
  async answer(which: 'edit' | 'post'): Promise<void> {
    const buttons = (await this.frame()).locator('.hold-foot button');
    const press = buttons.nth(which === 'edit' ? 0 : 1).click();
    const ended = expect.poll(() => this.view(), { message: 'the dialog ends' }).not.toBe('hold');
    await Promise.race([press, ended.catch(() => press)]);
    press.catch(() => {});
    ended.catch(() => {});
  }

  async postButton(): Promise<Locator> {
    return this.page.locator(this.f.button).first();
  }

  posts(): Promise<string[]> {
    return posts(this.page);
  }

  /** Whether the composer, or something in it, has the focus. */
  focused(): Promise<boolean> {
    return this.box.evaluate((el) => el === document.activeElement || el.contains(document.activeElement));
  }
}

// Closed roots that hold a frame of ours: the page can make closed roots too.
function ourRoots(node: Node): Node[] {
  const own = (node.shadowRoots ?? []).filter((r) => r.shadowRootType === 'closed' && has(r, 'IFRAME'));
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? [])];
  return [...own, ...below.flatMap(ourRoots)];
}

function has(node: Node, name: string): boolean {
  return node.nodeName === name || (node.children ?? []).some((c) => has(c, name));
}

// Lines are the only boxes of ours that are a few pixels high and shown.
function linesIn(node: Node): Node[] {
  const at = node.attributes?.indexOf('style') ?? -1;
  const style = at < 0 ? '' : node.attributes![at + 1]!;
  const line = node.nodeName === 'DIV' && /display: block/.test(style) && /(?:^|[\s;])height: 4px/.test(style);
  return line ? [node] : (node.children ?? []).flatMap(linesIn);
}
