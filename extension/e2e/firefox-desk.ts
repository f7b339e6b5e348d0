// A worker at one composer in Firefox. Its driver has no locators; each place is
// looked for when it is needed. Closed roots are read as WebDriver serialises them.
import { expect } from '@playwright/test';
import type { ElementHandle, Frame, KeyInput, Page } from 'puppeteer-core';
import { complaints, type Fixture } from './editors';
import { firefoxOrigin } from './firefox-world';
import { Seat, textOf, weight } from './seat';

/** What WebDriver BiDi says of a node; children and roots as deep as was asked for. */
interface RemoteNode {
  value?: { attributes?: Record<string, string>; children?: RemoteNode[]; shadowRoot?: RemoteNode | null };
}

/** The part of puppeteer's frame by which BiDi itself is reached. */
interface BidiFrame {
  _id: string;
  browsingContext: {
    performActions(actions: object[]): Promise<void>;
    defaultRealm: { session: { send(method: string, params: object): Promise<{ result: { result: RemoteNode & { value?: RemoteNode[] } } }> } };
  };
}

export class FirefoxDesk extends Seat {
  private readonly own = new Set<Frame>();
  private readonly strange = new Set<Frame>();

  private constructor(readonly page: Page, f: Fixture) {
    super(f);
  }

  static async open(page: Page, f: Fixture, port: number): Promise<FirefoxDesk> {
    await page.goto(f.url.replace('{port}', String(port)));
    await page.bringToFront();
    if (f.opener) await (await page.waitForSelector(f.opener))!.click();
    const desk = new FirefoxDesk(page, f);
    await desk.handle('box');
    return desk;
  }

  async clickBox(): Promise<void> {
    await click(await this.handle('box'));
    await expect.poll(() => this.focused(), { message: 'the composer has the focus' }).toBe(true);
  }

  async focusBox(): Promise<void> {
    await (await this.handle('box')).focus();
  }

  keys(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  async press(chord: string): Promise<void> {
    const names = chord.split('+') as KeyInput[];
    const last = names.pop()!;
    for (const name of names) await this.page.keyboard.down(name);
    await this.page.keyboard.press(last.length === 1 ? (last.toLowerCase() as KeyInput) : last);
    for (const name of names.reverse()) await this.page.keyboard.up(name);
  }

  async clickPost(): Promise<void> {
    await click(await this.handle('button'));
  }

  async focusPost(): Promise<void> {
    await (await this.handle('button')).evaluate((el) => (el as HTMLElement).focus()); // also one that came from another document
  }

  async ours<T>(read: () => T): Promise<T | undefined> {
    return (await (await this.found())?.evaluate(read).catch(() => undefined)) as T | undefined;
  }

  async clickOurs(css: string, nth = 0): Promise<void> {
    const frame = (await this.found())!;
    await frame.waitForSelector(css);
    await click((await frame.$$(css))[nth]!);
  }

  async rests(): Promise<void> {
    let last = '';
    await expect.poll(async () => {
      const now = await this.ours(() => JSON.stringify([innerWidth, innerHeight, (window as { mozInnerScreenX?: number }).mozInnerScreenX, (window as { mozInnerScreenY?: number }).mozInnerScreenY]));
      const still = now !== undefined && now === last && (JSON.parse(now) as number[])[0]! > 290;
      last = now ?? '';
      return still;
    }, { message: 'our frame has come to rest' }).toBe(true);
  }

  async underlines(): Promise<number> {
    let lines = 0;
    for (const frame of this.page.frames()) if (!this.own.has(frame)) lines += await linesOf(frame as unknown as BidiFrame);
    return lines;
  }

  async text(): Promise<string> {
    return (await this.handle('box')).evaluate(textOf);
  }

  async posts(): Promise<string[]> {
    return JSON.parse(await this.page.evaluate(() => JSON.stringify(window.__posts))) as string[];
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

  // Composer or button, in the frame or the root where this page has them.
  private async handle(what: 'box' | 'button'): Promise<ElementHandle<Element>> {
    if (this.f.inside) {
      await this.page.waitForFunction(() => window.__inside !== undefined);
      return (await this.page.evaluateHandle((w) => window.__inside![w], what)) as ElementHandle<Element>;
    }
    const css = what === 'box' ? this.f.composer : this.f.button;
    const place = this.f.frame && (what === 'box' || this.f.buttonInFrame) ? await this.inner(this.f.frame) : this.page;
    return (await place.waitForSelector(css))!;
  }

  private async inner(css: string): Promise<Frame> {
    const element = (await this.page.waitForSelector(css))!;
    let frame: Frame | null = null;
    await expect.poll(async () => (frame = await element.contentFrame()) !== null, { message: 'the frame is there' }).toBe(true);
    return frame!;
  }

  // Firefox tells the address of a frame of ours only to that frame.
  private async found(): Promise<Frame | undefined> {
    const frames = this.page.frames().slice(1);
    for (const frame of frames.filter((f) => !this.own.has(f) && !this.strange.has(f))) {
      const address = await frame.evaluate(() => location.href).catch(() => '');
      if (address.startsWith(`${firefoxOrigin}/ui/frame.html`)) this.own.add(frame);
      else if (/^https?:/.test(address)) this.strange.add(frame);
    }
    const all = frames.filter((f) => this.own.has(f) && !f.detached);
    if (all.length < 2) return all[0];
    const weights = await Promise.all(all.map((f) => f.evaluate(weight).catch(() => -1)));
    return all[weights.indexOf(Math.max(...weights))];
  }
}

// By BiDi's own pointer: the driver's click takes what stands in a document
// without a doctype for out of sight.
async function click(element: ElementHandle<Element>): Promise<void> {
  await element.evaluate((el) => el.scrollIntoView({ block: 'nearest' }));
  const { sharedId } = (element as unknown as { remoteValue(): { sharedId: string } }).remoteValue();
  const { browsingContext } = element.frame as unknown as BidiFrame;
  const move = { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId } } };
  const press = [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
  await browsingContext.performActions([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [move, ...press] }]);
}

// Our lines in one document: boxes in the closed root of an element that is named as our host.
async function linesOf(frame: BidiFrame): Promise<number> {
  const answer = await frame.browsingContext.defaultRealm.session.send('script.evaluate', {
    expression: `[...document.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot?.querySelectorAll('*') ?? [])]).filter((e) => e.localName.startsWith('look-'))`,
    target: { context: frame._id }, awaitPromise: false, serializationOptions: { maxDomDepth: 4, maxObjectDepth: 2, includeShadowTree: 'all' },
  }).catch(() => null);
  return (answer?.result.result?.value ?? []).flatMap(linesIn).length;
}

function linesIn(node: RemoteNode): RemoteNode[] {
  const style = node.value?.attributes?.style ?? '';
  if (/display: block/.test(style) && /(?:^|[\s;])height: 4px/.test(style)) return [node];
  return [...(node.value?.children ?? []), ...(node.value?.shadowRoot ? [node.value.shadowRoot] : [])].flatMap(linesIn);
}
