// Launching Chromium into the fixture world.
import { chromium, type BrowserContext } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Launch {
  /** Folder of the extension; none for a bare browser. */
  extension?: string;
  /** Port every name and every address leads to. */
  port: number;
  /** Profile folder, prepared by the caller; a fresh one otherwise. */
  profile?: string;
  args?: string[];
  /** X display of a visible browser; headless without one. */
  display?: string;
  /** The window of a phone, and fingers. */
  phone?: boolean;
}

export function freshProfile(): string {
  return mkdtempSync(join(tmpdir(), 'profile-'));
}

/** A browser whose whole network is the world's one port. */
export async function launch(to: Launch): Promise<BrowserContext> {
  const load = to.extension ? [`--disable-extensions-except=${to.extension}`, `--load-extension=${to.extension}`] : [];
  const context = await chromium.launchPersistentContext(to.profile ?? freshProfile(), {
    executablePath: '/usr/bin/chromium',
    headless: to.display === undefined,
    env: to.display === undefined ? undefined : { ...process.env, DISPLAY: to.display },
    // Pages kept for Back are part of the world that people browse.
    ignoreDefaultArgs: ['--disable-extensions', '--disable-back-forward-cache'],
    ignoreHTTPSErrors: true,
    ...(to.phone ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : { viewport: { width: 900, height: 700 } }),
    args: [
      ...load, `--host-resolver-rules=MAP * 127.0.0.1:${to.port}`, '--ignore-certificate-errors', '--no-sandbox', '--disable-gpu',
      '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ...(to.args ?? []),
    ],
  });
  context.setDefaultTimeout(10_000);
  return context;
}
