// The tap's end of the one frame of ours in the page: its iframe and the port.
//
// The nonce travels in the address, which the page cannot read out of a closed
// root; the port goes to our own origin alone. After that nothing is said by
// window messages.

import type { Guard } from './guard';
import type { FromFrame, ToFrame } from './protocol';
import { style } from './style';

export class FrameLink {
  ready = false;
  iframe: HTMLIFrameElement | null = null;
  private port: MessagePort | null = null;
  private waiting: ToFrame[] = [];

  constructor(
    private readonly guard: Guard,
    private readonly onMessage: (m: FromFrame) => void,
  ) {
    guard.onEnd(() => this.close());
  }

  /** Loads the frame into layer, if it is not there. */
  open(layer: HTMLElement): void {
    if (this.iframe?.isConnected) return;
    this.close();
    const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, '0')).join('');
    const iframe = document.createElement('iframe');
    // color-scheme: a frame whose scheme differs from its document's is opaque.
    style(iframe, {
      all: 'initial', position: 'fixed', border: '0', background: 'transparent', 'color-scheme': 'light',
      visibility: 'hidden', width: '0', height: '0', 'pointer-events': 'auto',
    });
    iframe.setAttribute('title', 'Second Look');
    iframe.addEventListener('load', this.guard.safe(() => this.greet(iframe, nonce)));
    iframe.src = chrome.runtime.getURL('ui/frame.html') + '#' + nonce;
    this.iframe = iframe;
    layer.append(iframe);
  }

  /** Sends m now, or when the frame is ready. */
  send(m: ToFrame): void {
    if (this.ready) this.port?.postMessage(m);
    else this.waiting.push(m);
  }

  close(): void {
    this.port?.close();
    this.port = null;
    this.ready = false;
    this.waiting = [];
    this.iframe?.remove();
    this.iframe = null;
  }

  private greet(iframe: HTMLIFrameElement, nonce: string): void {
    if (iframe !== this.iframe) return;
    this.port?.close();
    this.ready = false;
    const channel = new MessageChannel();
    this.port = channel.port1;
    this.port.onmessage = this.guard.safe((event: MessageEvent<FromFrame>) => this.hear(event.data));
    const origin = chrome.runtime.getURL('').replace(/\/$/, '');
    iframe.contentWindow?.postMessage({ nonce }, origin, [channel.port2]);
  }

  private hear(m: FromFrame): void {
    if (m.t === 'ready') {
      this.ready = true;
      for (const waiting of this.waiting.splice(0)) this.port?.postMessage(waiting);
    }
    this.onMessage(m);
  }
}
