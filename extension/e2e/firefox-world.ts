// Launching the Firefox that people have into the fixture world. The world's
// one port is its proxy for everything, so every name and request goes there too.
import { firefox, type BrowserContext } from '@playwright/test';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inBrowser, meet, send } from './bidi';
import { freshProfile, type Launch } from './world';

/** Pinned, so that the address of our frame and pages is known. */
const uuid = '3f1b1f0c-5e6e-4f0a-9b7d-2f5d1c0a7e11';
export const firefoxOrigin = `moz-extension://${uuid}`;

/** By which Firefox knows a build. */
export function firefoxId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as { browser_specific_settings: { gecko: { id: string } } };
  return manifest.browser_specific_settings.gecko.id;
}

/** Settings with which the world's port is all the network there is, and nothing is asked that nobody answers. */
export const prefsFor = (port: number, extension: string): Record<string, string | number | boolean> => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.allow_hijacking_localhost': true,
  'network.stricttransportsecurity.preloadlist': false,
  'network.http.http3.enable': false,
  'extensions.webextensions.uuids': JSON.stringify({ [firefoxId(extension)]: uuid }),
  'extensions.webextOptionalPermissionPrompts': false,
  'extensions.background.idle.timeout': 600_000,
});

const folders = new WeakMap<BrowserContext, string>();

/** The folder in which a Firefox saves. */
export const downloads = (context: BrowserContext): string => folders.get(context)!;

/** A Firefox with the extension installed, and let into hosts as by a worker's yes. */
export async function launchFirefox(to: Launch & { extension: string }, hosts: string[]): Promise<BrowserContext> {
  meet();
  const id = firefoxId(to.extension);
  const folder = mkdtempSync(join(tmpdir(), 'saved-'));
  const context = await firefox.launchPersistentContext(to.profile ?? freshProfile(), {
    channel: 'moz-firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    ignoreHTTPSErrors: true,
    downloadsPath: folder,
    viewport: { width: 900, height: 700 },
    args: ['--remote-allow-system-access'],
    firefoxUserPrefs: { ...prefsFor(to.port, to.extension), 'dom.events.testing.asyncClipboard': true },
  });
  context.setDefaultTimeout(10_000);
  folders.set(context, folder);
  const say = send(context);
  await say('webExtension.install', { extensionData: { type: 'path', path: to.extension } });
  await inBrowser(say, `
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    await ExtensionPermissions.add('${id}', { permissions: [], origins: ${JSON.stringify(hosts)} }, WebExtensionPolicy.getByID('${id}').extension);
  `);
  return context;
}
