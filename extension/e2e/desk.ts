// A worker at one composer in Chromium. The page's own view of things is never
// used here: closed roots are read by the debugger, the frame by its own document.
import { expect, type CDPSession, type ElementHandle, type Frame, type Locator, type Page } from '@playwright/test';
import { complaints, posts, type Fixture } from './editors';
import { Seat, textOf, weight } from './seat';

interface Node {
  nodeName: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: (Node & { shadowRootType: string })[];
  contentDocument?: Node;
}

export class Desk extends Seat {
  private cdp = new Map<Page | Frame, Promise<CDPSession>>();

  constructor(readonly page: Page, f: Fixture, readonly box: Locator) {
    super(f);
  }

  /** Another composer on the same page. */
  at(composer: string): Desk {
    return new Desk(this.page, { ...this.f, composer }, this.page.locator(composer));
  }

  /** Replaces the whole draft in one go, as a paste or a dictation does. */
  async insert(text: string): Promise<void> {
    await this.clear();
    await this.page.keyboard.insertText(text);
  }

  async clickBox(): Promise<void> {
    await (await this.handle('box')).click();
  }

  async focusBox(): Promise<void> {
    await (await this.handle('box')).focus();
  }

  keys(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  async clickPost(): Promise<void> {
    await (await this.handle('button')).click();
  }

  async focusPost(): Promise<void> {
    await (await this.handle('button')).focus();
  }

  /** The frame of chip, card and dialog, once it is there. */
  async frame(): Promise<Frame> {
    let found: Frame | undefined;
    await expect.poll(async () => (found = await this.found()) !== undefined, { message: 'the frame is in the page' }).toBe(true);
    return found!;
  }

  async ours<T>(read: () => T): Promise<T | undefined> {
    return (await (await this.found())?.evaluate(read).catch(() => undefined)) as T | undefined;
  }

  async clickOurs(css: string, nth = 0): Promise<void> {
    await (await this.frame()).locator(css).nth(nth).click();
  }

  async underlines(): Promise<number> {
    let lines = 0;
    for (const target of [this.page, ...this.page.frames().slice(1)]) lines += await this.linesOf(target);
    return lines;
  }

  /** Opens the card with the mouse. */
  async opensCard(): Promise<Frame> {
    await this.readsCard();
    await this.pressesCount();
    return this.frame();
  }

  /** Dismisses every finding in the open card, one press each; what it asked. Read in one go: the card may close between two questions. */
  async dismissesAll(): Promise<string[]> {
    const frame = await this.frame();
    const asked = () => frame.evaluate(() => document.querySelector('.card:has(.card-foot) .question')?.textContent ?? '');
    const all: string[] = [];
    for (let now = await asked(); now !== ''; now = await asked()) {
      all.push(now);
      await this.pressesCount();
      await frame.locator('.card-foot button').first().click();
      await expect.poll(asked, { message: 'one press takes the finding away' }).not.toBe(now);
    }
    return all;
  }

  async rests(): Promise<void> {
    const owner = await (await this.frame()).frameElement();
    let last = '';
    await expect.poll(async () => {
      const box = await owner.boundingBox();
      const now = JSON.stringify(box);
      const still = now === last && (box?.width ?? 0) > 300;
      last = now;
      return still;
    }, { message: 'our frame has come to rest' }).toBe(true);
  }

  async postButton(): Promise<Locator> {
    return this.page.locator(this.f.button).first();
  }

  async text(): Promise<string> {
    return (await this.handle('box')).evaluate(textOf);
  }

  posts(): Promise<string[]> {
    return posts(this.page);
  }

  complaints(): Promise<string[]> {
    return this.page.evaluate(complaints);
  }

  async focused(): Promise<boolean> {
    return (await this.handle('box')).evaluate((el) => {
      const { activeElement } = el.getRootNode() as Document | ShadowRoot;
      return (el.ownerDocument.hasFocus() && el === activeElement) || el.contains(activeElement);
    });
  }

  private async found(): Promise<Frame | undefined> {
    const all = this.page.frames().filter((f) => f.url().includes('/ui/frame.html') && !f.isDetached());
    if (all.length < 2) return all[0];
    const weights = await Promise.all(all.map((f) => f.evaluate(weight).catch(() => -1)));
    return all[weights.indexOf(Math.max(...weights))];
  }

  // Composer or button, in the frame or the root where this page has them.
  private async handle(what: 'box' | 'button'): Promise<ElementHandle<Element>> {
    if (this.f.inside) return this.page.evaluateHandle((w) => window.__inside![w], what);
    const place = this.f.frame && (what === 'box' || this.f.buttonInFrame) ? this.page.frameLocator(this.f.frame) : this.page;
    const found = what === 'box' && place === this.page ? this.box : place.locator(this.f[what === 'box' ? 'composer' : 'button']).first();
    return (await found.elementHandle())! as ElementHandle<Element>;
  }

  // A frame of another site is a target of its own; other frames have none.
  private async linesOf(target: Page | Frame): Promise<number> {
    if (!this.cdp.has(target)) this.cdp.set(target, this.page.context().newCDPSession(target));
    const cdp = await this.cdp.get(target)!.catch(() => null);
    const answer = await cdp?.send('DOM.getDocument', { depth: -1, pierce: true }).catch(() => null);
    return answer ? ourRoots(answer.root as Node).flatMap(linesIn).length : 0;
  }
}

// Closed roots that hold a frame of ours: the page can make closed roots too.
function ourRoots(node: Node): Node[] {
  const own = (node.shadowRoots ?? []).filter((r) => r.shadowRootType === 'closed' && has(r, 'IFRAME'));
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? []), ...(node.contentDocument ? [node.contentDocument] : [])];
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
