// The one element of ours in the page: a host with a closed root, and in it a
// layer over the viewport for underlines, backdrop and frame. It sits in the
// composer's nearest modal ancestor, because a native dialog makes the rest of
// the page inert and focus traps hold on to what is outside.
//
// The layer is a popover: in the top layer no transform, clip or stacking of
// the page's moves or covers it. Where that cannot be, it is position: fixed
// and measures its own origin.

import type { Guard } from './guard';
import { layerDiv, style } from './style';
import { above } from './tree';

const MODAL = 'dialog[open],[aria-modal=true],[popover]:popover-open';
const mostReturns = 12;

export class Host {
  readonly layer = layerDiv({ inset: '0', margin: '0', padding: '0', border: '0', background: 'transparent' });
  private host: HTMLElement | null = null;
  private parent: Element | null = null;
  private observer: MutationObserver | null = null;
  private returns = 0;

  /** onMoved runs when the layer was attached anew: a frame in it has to load again. */
  constructor(
    private readonly guard: Guard,
    private readonly onMoved: () => void,
    private readonly onLost: () => void,
  ) {
    style(this.layer, { width: '100vw', height: '100vh', overflow: 'visible', 'z-index': '2147483647' });
    guard.onEnd(() => this.remove());
  }

  get element(): HTMLElement | null {
    return this.host;
  }

  /** Whether the focus is in our frame. */
  hasFocus(): boolean {
    return this.host !== null && (this.host.getRootNode() as Document | ShadowRoot).activeElement === this.host;
  }

  /** The page keeps removing us: nothing can be shown. */
  get lost(): boolean {
    return this.returns > mostReturns;
  }

  /** The page took away what we were put into. */
  get adrift(): boolean {
    return this.parent !== null && !this.parent.isConnected;
  }

  /** Puts the layer where box can be helped. */
  attach(box: Element): void {
    if (this.lost) return;
    const parent = above(box, MODAL) ?? document.documentElement;
    if (this.host?.isConnected && parent === this.parent) return;
    this.place(parent);
  }

  remove(): void {
    this.observer?.disconnect();
    this.host?.remove();
    this.host = null;
    this.parent = null;
  }

  /** Where the layer's own origin and scale really are, in viewport pixels. */
  origin(): { x: number; y: number; scale: number } {
    const rect = this.layer.getBoundingClientRect();
    const scale = rect.width > 0 && this.layer.offsetWidth > 0 ? rect.width / this.layer.offsetWidth : 1;
    return { x: rect.left, y: rect.top, scale };
  }

  private place(parent: Element): void {
    this.remove();
    this.parent = parent;
    this.host = this.make();
    parent.append(this.host);
    this.show();
    // Only the children of that one parent: enough to see that we were removed.
    this.observer = new MutationObserver(this.guard.safe(() => this.check()));
    this.observer.observe(parent, { childList: true });
    this.onMoved();
  }

  private make(): HTMLElement {
    // A name that no page can have defined: its constructor would run first.
    const id = [...crypto.getRandomValues(new Uint8Array(6))].map((n) => (n % 36).toString(36)).join('');
    const host = document.createElement(`look-${id}`);
    style(host, { all: 'initial', position: 'fixed', width: '0', height: '0', 'pointer-events': 'none' });
    host.attachShadow({ mode: 'closed' }).append(this.layer);
    return host;
  }

  private show(): void {
    if (typeof this.layer.showPopover !== 'function') return;
    this.layer.setAttribute('popover', 'manual');
    try {
      this.layer.showPopover();
    } catch {
      this.layer.removeAttribute('popover'); // not now: position: fixed it is
    }
  }

  private check(): void {
    if (!this.host || this.host.isConnected || !this.parent?.isConnected) return;
    this.returns++;
    if (this.lost) {
      this.remove();
      this.onLost();
    } else {
      this.place(this.parent);
    }
  }
}
