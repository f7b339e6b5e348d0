// How the frame comes to its port. The page shares a window tree with us, so
// the one message we take is the one that knows the nonce in our own address,
// which a page cannot read: the iframe stands in a closed root and its address
// is of another origin. We never post to any window.

/** Calls `opened` with the first port that comes with the right nonce. */
export function awaitPort(nonce: string, opened: (port: MessagePort) => void): void {
  if (nonce.length < 16) return;
  const listen = (event: MessageEvent) => {
    const data = event.data as { nonce?: unknown } | null;
    if (typeof data !== 'object' || data === null || data.nonce !== nonce) return;
    const port = event.ports[0];
    if (!port || event.ports.length !== 1) return;
    window.removeEventListener('message', listen);
    opened(port);
  };
  window.addEventListener('message', listen);
}
