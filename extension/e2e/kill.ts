// Stopping the extension's background as the browser does at its own will:
// Chromium its service worker, Firefox its event page.
import type { Page } from '@playwright/test';
import { inBrowser, send } from './bidi';
import { firefoxId } from './firefox-world';
import type { Look } from './look';

/** Stops the background and waits until it has stopped. */
export async function killWorker(look: Look, page: Page): Promise<void> {
  if (look.isFirefox) return inBrowser(send(look.context), `await WebExtensionPolicy.getByID('${firefoxId(look.extension)}').extension.terminateBackground();`);
  const cdp = await look.context.newCDPSession(page);
  const stopped = new Promise<void>((done) => {
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some((v) => v.scriptURL.includes(look.id) && v.runningStatus === 'stopped')) done();
    });
  });
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await cdp.detach();
}
