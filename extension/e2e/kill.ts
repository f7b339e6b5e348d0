// Stopping the extension's service worker as the browser does at its own will.
import type { Page } from '@playwright/test';
import type { Look } from './look';

/** Stops every service worker and waits until ours has stopped. */
export async function killWorker(look: Look, page: Page): Promise<void> {
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
