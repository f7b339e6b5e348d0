// The test object of every spec: the extension as it ships, in a browser of
// its own, in a world of its own. One browser serves a spec's worker; each test
// starts with fresh settings and a fresh page. Which browser, the project says.
import { test as base, type BrowserContext, type Page, type Worker } from '@playwright/test';
import { emulate, insertText } from './bidi';
import { Desk } from './desk';
import { fixture, visit, type Fixture } from './editors';
import { firefoxOrigin, launchFirefox } from './firefox-world';
import { freshProfile, launch, type Launch } from './world';
import { grant, grantedHosts, idOf } from './grants';
import { sample } from './sample';
import { startSite, type Site } from './site';
import { isFirefox, shipped } from './which';

export { expect } from '@playwright/test';

/** A text with a client's name, age, court, day and town; and one with nobody in it. */
export const risky = 'My client Marisol Vega, 14, goes to court Tuesday in Osterville';
export const clear = 'Long day, glad it is Friday';

/** Where chrome.* is there to be asked: the service worker, or a page of ours where a driver cannot reach it. */
type Evaluator = Pick<Worker, 'evaluate'>;

export class Look {
  private constructor(readonly site: Site, readonly context: BrowserContext, readonly extension: string, readonly origin: string) {}

  /** Starts a browser with an extension whose generic origins were turned on before. */
  static async start(site: Site, more: Partial<Launch> = {}): Promise<Look> {
    const look = isFirefox() ? await Look.firefox(site, more) : await Look.chromium(site, more);
    await look.ready();
    return look;
  }

  private static async chromium(site: Site, more: Partial<Launch>): Promise<Look> {
    const extension = more.extension ?? shipped();
    const profile = more.profile ?? freshProfile();
    grant(profile, extension, grantedHosts);
    const context = await launch({ ...more, port: site.port, extension, profile });
    return new Look(site, context, extension, `chrome-extension://${idOf(extension)}`);
  }

  private static async firefox(site: Site, more: Partial<Launch>): Promise<Look> {
    const extension = more.extension ?? shipped();
    const context = await launchFirefox({ ...more, port: site.port, extension }, grantedHosts);
    context.on('page', (page) => {
      page.keyboard.insertText = (text) => insertText(context, text);
      page.emulateMedia = (options = {}) => emulate(page, options);
    });
    return new Look(site, context, extension, firefoxOrigin);
  }

  get isFirefox(): boolean {
    return this.origin.startsWith('moz-');
  }

  /** The name of ours that stands in its addresses. */
  get id(): string {
    return new URL(this.origin).host;
  }

  /** Chromium's service worker; it is started when it is needed. */
  async worker(): Promise<Worker> {
    const own = (w: Worker) => w.url().includes(this.id);
    return this.context.serviceWorkers().find(own) ?? this.context.waitForEvent('serviceworker', own);
  }

  /** Waits until the granted origins are registered, for only then do their pages get the script, and all is quiet. */
  private async ready(): Promise<void> {
    // The first opening's page comes in a tab of its own and would take the focus.
    const welcome = () => this.context.pages().find((p) => p.url().includes('welcome.html'));
    await base.expect.poll(() => welcome() !== undefined, { message: 'the welcome page' }).toBe(true);
    const asked: Evaluator = this.isFirefox ? welcome()! : await this.worker();
    const count = () => asked.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
    await base.expect.poll(count, { message: 'origins turned on' }).toBe(grantedHosts.length);
    await welcome()!.close();
  }

  async open(which: string | Fixture, query = ''): Promise<Desk> {
    const f = typeof which === 'string' ? fixture(which) : which;
    const page = await this.context.newPage();
    return new Desk(page, f, await visit(page, f, this.site.port, query));
  }

  /** One of the extension's own pages, as a tab. */
  async own(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${this.origin}/${path}`);
    return page;
  }

  /** Lets a page read the clipboard; in Firefox every one may. */
  async readsClipboard(): Promise<void> {
    if (!this.isFirefox) await this.context.grantPermissions(['clipboard-read']);
  }

  /** Closes every page but one blank, and puts the settings back. */
  async tidy(): Promise<void> {
    const blank = await this.context.newPage();
    for (const page of this.context.pages()) if (page !== blank) await page.close();
    await blank.goto(`${this.origin}/pages/options.html`);
    const patch = { setting: '', region: '', mutedRules: [], offSites: [], agencySites: [], welcomed: true };
    await blank.evaluate((p) => chrome.runtime.sendMessage({ t: 'settings.set', patch: p }), patch);
    for (const t of ['rules.leave', 'kept.clear', 'tally.clear']) await blank.evaluate((x) => chrome.runtime.sendMessage({ t: x }), t);
    await blank.evaluate(() => chrome.storage.session.clear());
    await blank.goto('about:blank');
  }

  async stop(): Promise<void> {
    await this.context.close();
  }
}

export const test = base.extend<{ sampled: void; look: Look }, { site: Site; shared: Look }>({
  site: [async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  }, { scope: 'worker' }],
  shared: [async ({ site }, use) => {
    const look = await Look.start(site);
    await use(look);
    await look.stop();
  }, { scope: 'worker' }],
  sampled: [async ({}, use, info) => {
    sample(info);
    await use();
  }, { auto: true }],
  look: async ({ shared }, use) => {
    await shared.tidy();
    await use(shared);
  },
});
