// Keep for later in Firefox: in session memory alone, and shown on its page.
import { expect, test } from '@playwright/test';
import { fixture } from './editors';
import { launchFirefox } from './firefox';
import { FirefoxDesk } from './firefox-desk';
import { firefoxOrigin } from './firefox-world';
import { risky } from './look';
import { startSite } from './site';

test('Firefox: kept on the press, shown, deleted', async () => {
  test.setTimeout(90_000);
  const site = await startSite();
  const browser = await launchFirefox(site.port);
  try {
    const desk = await FirefoxDesk.open(await browser.newPage(), fixture('x'), site.port);
    await desk.type(risky);
    await desk.seesWarning('hold');
    await desk.clickPost();
    await desk.seesDialog();
    await desk.clickOurs('.hold-foot .keep');
    await expect.poll(() => desk.ours(() => document.querySelectorAll('.hold .further button').length), { message: 'it was kept' }).toBe(2);
    expect(await desk.posts()).toEqual([]);

    const page = await browser.newPage();
    void page.goto(`${firefoxOrigin}/pages/kept.html`).catch(() => {}); // Firefox never says that a page of ours was loaded
    const shown = () => page.$$eval('.kept-text', (all) => all.map((p) => p.textContent)).catch(() => null);
    await expect.poll(shown, { message: 'the kept draft' }).toEqual([risky]);
    const read = (area: 'local' | 'session' | 'sync') => page.evaluate(async (a) => JSON.stringify({ ...(await chrome.storage[a].get(null)), requests: undefined }), area);
    expect(await read('session')).toContain('Marisol');
    expect(await read('local')).toBe('{}');
    expect(await read('sync')).toBe('{}');
    expect(await page.evaluate(async () => (await chrome.alarms.getAll()).map((a) => a.name))).toEqual(['kept']);
    const [, , remove] = await page.$$('.kept .actions button');
    await remove!.click();
    await expect.poll(shown).toEqual([]);
    expect(await read('session')).toBe('{}');
  } finally {
    await browser.close();
    await site.close();
  }
});
