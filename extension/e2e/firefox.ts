// Firefox by a second driver, which reaches into frames of other sites (it has
// no locators): for the paths in every editor and place, and what attacks them.
import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, type ElementHandle, type Frame, type Page } from 'puppeteer-core';
import { firefoxOrigin, prefsFor } from './firefox-world';
import { distFirefox } from './paths';
import { startSite, type Site } from './site';

export async function launchFirefox(port: number, extension = distFirefox, prefs: Record<string, unknown> = {}, home?: string): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    env: home === undefined ? undefined : { ...process.env, HOME: home },
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...prefsFor(port, extension), ...prefs },
  });
  const before = (await browser.pages()).length;
  await browser.installExtension(extension);
  // The first opening's page comes in a tab of its own and would take the focus.
  await expect.poll(async () => (await browser.pages()).length, { message: 'the welcome page' }).toBe(before + 1);
  await (await browser.pages()).at(-1)!.close();
  return browser;
}

export interface FirefoxWorld {
  site: Site;
  browser: Browser;
}

/** One Firefox, with the very dist/firefox that ships, for all tests of a spec; `on` are further origins to be turned on. */
export function oneFirefox(on: string[] = []): FirefoxWorld {
  const world = {} as FirefoxWorld;
  test.describe.configure({ mode: 'default' });
  test.beforeAll(async () => {
    world.site = await startSite();
    world.browser = await launchFirefox(world.site.port);
    if (on.length > 0) await turnOn(world.browser, on);
  });
  test.afterAll(async () => {
    await world.browser?.close();
    await world.site?.close();
  });
  return world;
}

/** The frame of chip, card and dialog. Firefox tells its address only to itself. */
export async function frameOf(page: Page): Promise<Frame> {
  let found: Frame | undefined;
  await expect.poll(async () => {
    for (const frame of page.frames()) {
      const address = await frame.evaluate(() => location.href).catch(() => '');
      if (address.startsWith(`${firefoxOrigin}/ui/frame.html`)) found = frame;
    }
    return found !== undefined;
  }, { message: 'the frame is in the page', timeout: 15_000 }).toBe(true);
  return found!;
}

/** Turns Second Look on for further origins, on the options page as a worker does. */
export async function turnOn(browser: Browser, origins: string[]): Promise<void> {
  const page = await browser.newPage();
  // Firefox never says that a page of ours was loaded.
  void page.goto(`${firefoxOrigin}/pages/options.html`).catch(() => {});
  const find = (): Promise<ElementHandle | null> => page.$('.add-site input').catch(() => null); // while it loads, the driver fails
  await expect.poll(async () => (await find()) !== null, { message: 'the options page', timeout: 15_000 }).toBe(true);
  const field = (await find())!;
  for (const origin of origins) {
    await field.click();
    await page.keyboard.type(origin);
    await page.click('.add-site button');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.add-site input')!.value === '');
  }
  await expect.poll(() => page.$$eval('.rows .button.quiet', (all) => all.length), { message: 'origins turned on' }).toBe(origins.length);
  await page.close();
}
