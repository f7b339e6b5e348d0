// Our lines in a page, counted in the closed roots by the debugger: Chromium's
// own protocol tells every root, Firefox serialises those that it is asked for.
import type { CDPSession, Frame, Page } from '@playwright/test';
import { contextOf, send } from './bidi';
import { isFirefox } from './which';

export interface Drawn {
  /** How many lines stand in the page and its frames. */
  lines(): Promise<number>;
}

export const drawnIn = (page: Page): Drawn => (isFirefox() ? new InFirefox(page) : new InChromium(page));

const isLine = (style: string): boolean => /display: block/.test(style) && /(?:^|[\s;])height: 4px/.test(style);

interface Node {
  nodeName: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: (Node & { shadowRootType: string })[];
  contentDocument?: Node;
}

class InChromium implements Drawn {
  private readonly cdp = new Map<Page | Frame, Promise<CDPSession>>();

  constructor(private readonly page: Page) {}

  async lines(): Promise<number> {
    let lines = 0;
    for (const target of [this.page, ...this.page.frames().slice(1)]) lines += await this.linesOf(target);
    return lines;
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
  return node.nodeName === 'DIV' && isLine(style) ? [node] : (node.children ?? []).flatMap(linesIn);
}

/** What WebDriver BiDi says of a node; children and roots as deep as was asked for. */
interface RemoteNode {
  value?: { attributes?: Record<string, string>; children?: RemoteNode[]; shadowRoot?: RemoteNode | null };
}

class InFirefox implements Drawn {
  constructor(private readonly page: Page) {}

  async lines(): Promise<number> {
    let lines = 0;
    for (const frame of this.page.frames()) if (!frame.url().startsWith('moz-extension:')) lines += await this.linesOf(frame);
    return lines;
  }

  // Boxes in the closed root of an element that is named as our host.
  private async linesOf(frame: Frame): Promise<number> {
    const answer = await send(this.page.context())<{ result: { value?: RemoteNode[] } }>('script.evaluate', {
      expression: `[...document.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot?.querySelectorAll('*') ?? [])]).filter((e) => e.localName.startsWith('look-'))`,
      target: { context: contextOf(frame) }, awaitPromise: false,
      serializationOptions: { maxDomDepth: 4, maxObjectDepth: 2, includeShadowTree: 'all' },
    }).catch(() => null);
    return (answer?.result.value ?? []).flatMap(remoteLines).length;
  }
}

function remoteLines(node: RemoteNode): RemoteNode[] {
  if (isLine(node.value?.attributes?.style ?? '')) return [node];
  return [...(node.value?.children ?? []), ...(node.value?.shadowRoot ? [node.value.shadowRoot] : [])].flatMap(remoteLines);
}
