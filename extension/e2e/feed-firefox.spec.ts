// The standard edition in Firefox: enrol by the code, follow a pause and a roll
// back, be told while a post is typed. No request says which installation asks.
import { expect, test } from '@playwright/test';
import { agencyId, flagged } from '../src/rules-built';
import type { RulesState } from '../src/rules-protocol';
import { AgencyServer } from './agency-server';
import { fixture } from './editors';
import { launchFirefox } from './firefox';
import { FirefoxDesk } from './firefox-desk';
import { firefoxOrigin } from './firefox-world';
import { distFirefoxStandard } from './paths';
import { startSite } from './site';

test('an agency’s server followed in Firefox', async () => {
  test.setTimeout(150_000);
  const server = await AgencyServer.start();
  const site = await startSite();
  site.real.add(server.host);
  const browser = await launchFirefox(site.port, distFirefoxStandard);
  try {
    await server.founded();
    await server.publish(agencyId, 'pause.rbundle', '--pause');
    const options = await browser.newPage();
    // Firefox never says that a page of ours was loaded.
    void options.goto(`${firefoxOrigin}/pages/options.html`).catch(() => {});
    await options.waitForSelector('.agency-code input');
    await options.click('.agency-code input');
    await options.keyboard.type(await server.code());
    await options.click('.agency-code button');
    await (await options.waitForSelector('.agency .notice .primary'))!.click();
    const state = () => options.evaluate(() => chrome.runtime.sendMessage({ t: 'rules.get' })) as Promise<RulesState>;
    await expect.poll(async () => (await state()).view?.seq, { timeout: 30_000 }).toBe(2);
    expect(await options.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length), 'the permission is for asking alone').toBe(0);

    await server.publish(agencyId, 'back.rbundle', '--back', '1');
    await expect.poll(async () => {
      await options.evaluate(() => chrome.alarms.create('feed', { when: Date.now() }));
      return (await state()).view?.seq;
    }, { timeout: 30_000, intervals: [500] }).toBe(3);
    const desk = await FirefoxDesk.open(await browser.newPage(), fixture('x'), site.port);
    await desk.type(flagged);
    await desk.seesWarning('caution');

    const heard = site.seen.filter((s) => s.host === server.host);
    expect(heard.length).toBeGreaterThan(5);
    for (const { method, headers, body } of heard) {
      expect([method, body]).toEqual(['GET', '']);
      expect(headers.join('\n')).not.toMatch(/moz-extension|^origin$|^cookie$|^referer$/im);
    }
  } finally {
    await browser.close();
    await site.close();
    await server.end();
  }
});
