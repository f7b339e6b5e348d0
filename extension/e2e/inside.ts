// Questions asked inside the content script's own world, by the debugger: that
// world may look into our closed root, and the page's may not.
import type { CDPSession, Page } from '@playwright/test';
import type { Look } from './look';

/** Runs code in the content script's world of the page's main frame and gives its JSON value. */
export type Inside = <T>(code: string) => Promise<T>;

interface World {
  id: number;
  origin: string;
  auxData?: { type?: string; frameId?: string };
}

/** A way into the newest living content script of the page. */
export async function inside(look: Look, page: Page): Promise<Inside> {
  const cdp = await look.context.newCDPSession(page);
  const worlds = await worldsOf(cdp);
  return async (code) => {
    const own = worlds.filter((w) => w.origin === `chrome-extension://${look.id}` && w.auxData?.type === 'isolated').sort((a, b) => a.id - b.id); // told of in any order
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression: code, contextId: own.at(-1)!.id, returnByValue: true, awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

async function worldsOf(cdp: CDPSession): Promise<World[]> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const worlds: World[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.auxData?.frameId === frameTree.frame.id) worlds.push(context as World);
  });
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId: id }) => {
    worlds.splice(0, worlds.length, ...worlds.filter((w) => w.id !== id));
  });
  cdp.on('Runtime.executionContextsCleared', () => worlds.splice(0));
  await cdp.send('Runtime.enable');
  return worlds;
}
