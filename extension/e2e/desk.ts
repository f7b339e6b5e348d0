// A worker at one composer. The page's own view of things is never used here:
// closed roots are read by the debugger, the frame by its own document.
import { expect, type ElementHandle, type Frame, type Locator, type Page } from '@playwright/test';
import { drawnIn, type Drawn } from './drawn';
import { complaints, posts, type Fixture } from './editors';
import { Seat, textOf, weight } from './seat';

export class Desk extends Seat {
  private readonly drawn: Drawn;

  constructor(readonly page: Page, f: Fixture, readonly box: Locator) {
    super(f);
    this.drawn = drawnIn(page);
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

  underlines(): Promise<number> {
    return this.drawn.lines();
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
}
