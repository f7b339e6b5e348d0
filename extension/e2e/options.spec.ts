// The options: what was kept is said beside it; each named site once, whatever
// hosts it has.
import type { Page } from '@playwright/test';
import { expect, type Look, test } from './look';
import { noFirst, onlyChromium } from './which';
import { messages } from './messages';

const hosts = ['www.youtube.com', 'm.youtube.com', 'studio.youtube.com'];
const said = (key: string, fill: string): string => messages[key]!.replace('$1', fill);
const youtube = (page: Page) => page.getByRole('listitem').filter({ hasText: 'YouTube' });
const off = (page: Page) => page.evaluate(async () => (await chrome.runtime.sendMessage({ t: 'settings.get' })).offSites as string[]);

/** The options where the browser lets it in on these hosts alone; `window.asked` is what it was asked for, and gave. */
async function optionsWith(look: Look, given: string[]): Promise<Page> {
  const page = await look.context.newPage();
  await page.addInitScript((hosts) => {
    const { permissions } = chrome;
    const origins = hosts.map((host) => `https://${host}/*`);
    permissions.getAll = (async () => ({ origins })) as never;
    permissions.request = (async (p: { origins: string[] }) => {
      origins.push(...((window as unknown as { asked: string[] }).asked = p.origins));
      return true;
    }) as never;
  }, given);
  await page.goto(`${look.origin}/pages/options.html`);
  await page.locator('h1').waitFor();
  return page;
}

test('a choice that was kept says so beside it, once a change, and no other control does', async ({ look }) => {
  const page = await look.own('pages/options.html');
  const field = (name: string) => page.locator('.field', { has: page.locator(`select[name=${name}]`) });
  await page.evaluate((kept) => {
    const said: string[] = ((window as unknown as { said: string[] }).said = []);
    new MutationObserver((all) => all.forEach((m) => m.addedNodes.forEach((n) => {
      if (n.textContent === kept && m.target instanceof Element && m.target.closest('[role=status]')) said.push(kept);
    }))).observe(document.body, { childList: true, characterData: true, subtree: true });
  }, messages.options_saved!);
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said.length);
  const setting = page.getByLabel(messages.options_setting!, { exact: true });
  await setting.selectOption('shelter');
  await expect(field('setting').getByRole('status')).toHaveText(messages.options_saved!);
  await expect.poll(said).toBe(1);
  await setting.selectOption('school');
  await expect.poll(said, { message: 'said again for another change' }).toBe(2);
  await page.getByLabel(messages.options_region!, { exact: true }).selectOption('CA');
  await expect(field('region').getByRole('status')).toHaveText(messages.options_saved!);
  await expect(page.getByText(messages.options_saved!, { exact: true })).toHaveCount(1);
  await page.getByRole('switch').first().click();
  await expect.poll(() => off(page)).not.toEqual([]);
  expect(await said()).toBe(3);
  expect(await page.evaluate(async () => chrome.runtime.sendMessage({ t: 'settings.get' }))).toMatchObject({ setting: 'school', region: 'CA' });
});

test('a site with three hosts is listed once, and its switch is for all of them', async ({ look }) => {
  const page = await look.own('pages/options.html');
  await expect(youtube(page)).toHaveCount(1);
  await expect(youtube(page)).toContainText(hosts.join(' · '));
  const toggle = page.getByRole('switch', { name: said('options_site_on', 'YouTube') });
  await expect(toggle).toHaveAccessibleDescription(hosts.join(' · '));
  await toggle.press('Space');
  await expect(toggle).not.toBeChecked();
  await expect.poll(() => off(page)).toEqual(hosts);
  await toggle.press('Space');
  await expect(toggle).toBeChecked();
  await expect.poll(() => off(page)).toEqual([]);
});

test('turned off on one of its hosts it says where, is on, and goes off and on as a whole', async ({ look }) => {
  const page = await look.own('pages/options.html');
  await page.evaluate(() => chrome.runtime.sendMessage({ t: 'site.off', site: 'm.youtube.com' }));
  await page.reload();
  const part = said('options_site_off_part', 'm.youtube.com');
  await expect(youtube(page)).toContainText(part);
  const toggle = youtube(page).getByRole('switch');
  await expect(toggle).toBeChecked();
  await toggle.click();
  await expect(toggle).not.toBeChecked();
  await expect(youtube(page)).not.toContainText(part);
  await expect.poll(() => off(page)).toEqual(hosts);
  await toggle.click();
  await expect(toggle).toBeChecked();
  await expect.poll(() => off(page)).toEqual([]);
});

test('let in on some of its hosts it says on which not, and asks for those', async ({ look }) => {
  onlyChromium(noFirst);
  const page = await optionsWith(look, ['x.com', 'm.youtube.com']);
  const out = ['www.youtube.com', 'studio.youtube.com'];
  await expect(youtube(page)).toContainText(said('options_site_kept_out_part', out.join(', ')));
  await expect(youtube(page).getByRole('switch')).toBeChecked();
  await youtube(page).getByRole('button', { name: said('options_site_allow', out.join(', ')) }).click();
  await expect(youtube(page).getByRole('button')).toHaveCount(0);
  await expect(youtube(page).getByRole('switch'), 'the button is gone').toBeFocused();
  expect(await page.evaluate(() => (window as unknown as { asked: string[] }).asked)).toEqual(out.map((host) => `https://${host}/*`));
});

test('let in on none of its hosts it has no switch until the browser says yes', async ({ look }) => {
  onlyChromium(noFirst);
  const page = await optionsWith(look, ['x.com']);
  await expect(youtube(page)).toContainText(messages.options_site_kept_out!);
  await expect(youtube(page).getByRole('switch')).toHaveCount(0);
  await youtube(page).getByRole('button').click();
  await expect(youtube(page).getByRole('switch')).toBeChecked();
  await expect(youtube(page).getByRole('switch')).toBeFocused();
});
