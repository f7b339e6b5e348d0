// The standard edition in a browser of its own whose every request is written
// down, and what a worker does with an agency's server there.
import type { Page } from '@playwright/test';
import type { RulesState } from '../src/rules-protocol';
import { ask } from './agency';
import type { AgencyServer } from './agency-server';
import { expect, Look } from './look';
import { distStandard } from './paths';
import { startSite, type Seen, type Site } from './site';

export interface Follower {
  look: Look;
  site: Site;
  options: Page;
  stop(): Promise<void>;
}

export async function follower(server: AgencyServer): Promise<Follower> {
  const site = await startSite();
  site.real.add(server.host);
  const look = await Look.start(site, { extension: distStandard });
  const options = await look.own('pages/options.html');
  const stop = async () => {
    await look.stop();
    await site.close();
  };
  return { look, site, options, stop };
}

/** Pastes the code, sees name and fingerprint, says yes. */
export async function enrols(page: Page, code: string): Promise<void> {
  await page.locator('input[name=feed]').fill(code);
  await page.locator('.agency-code button').click();
  const notice = page.locator('.agency .notice');
  await expect(notice).toContainText('Maple County');
  await expect(notice.locator('.fingerprint')).toHaveText(code.split('#')[1]!);
  await expect(notice).toContainText(new URL(code).host);
  await notice.locator('.primary').click();
  await expect(page.locator('.agency')).toContainText('Maple County, release');
}

/** Has the alarm ring now: the browser's own, moved forward. */
export const ring = (page: Page) => page.evaluate(() => chrome.alarms.create('feed', { when: Date.now() }));

export const rules = (page: Page) => ask<RulesState>(page, { t: 'rules.get' });

/** Rings until what the pages are told holds. The server itself looks every second and a half. */
export async function follows(page: Page, what: (s: RulesState) => unknown, is: unknown): Promise<void> {
  await expect.poll(async () => {
    await ring(page);
    return what(await rules(page));
  }, { timeout: 30_000, intervals: [500] }).toEqual(is);
}

/** What of the requests went to the server. */
export const asked = (site: Site, server: AgencyServer): Seen[] => site.seen.filter((s) => s.host === server.host);
