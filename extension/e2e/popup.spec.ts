// The popup and the options: what is on here, on and off, turning a site on,
// and the scratchpad. The browser's own question was answered in the profile.
import type { Page } from '@playwright/test';
import { faces } from '../src/badge-faces';
import { clear, expect, type Look, risky, test } from './look';
import { noFirst, onlyChromium } from './which';
import { messages } from './messages';
import { sitePages } from './site-pages';
import { frontTab } from './tabs';

/** The popup as it stands over a tab. */
const popupOver = (look: Look, tab: number): Promise<Page> => look.own(`pages/popup.html?tab=${tab}`);

test('turned off here and on again, in an open page', async ({ look }) => {
  const desk = await look.open('editable');
  await desk.type(risky);
  await desk.seesWarning('hold');
  const popup = await popupOver(look, await frontTab(look));
  await expect(popup.locator('.state')).toHaveAttribute('data-state', 'checking');
  const toggle = popup.getByRole('switch');
  await toggle.click();
  await expect(popup.locator('.state')).toHaveAttribute('data-state', 'off');
  await desk.page.bringToFront();
  await desk.type(`${risky} `);
  await desk.seesNothing();
  await popup.bringToFront();
  await toggle.click();
  await expect(popup.locator('.state')).toHaveAttribute('data-state', 'checking');
  await desk.page.bringToFront();
  await desk.type(risky);
  await desk.seesWarning('hold');
});

test('over a private message the popup says that it is left alone', async ({ look }) => {
  const facebook = sitePages.find((f) => f.name === 'facebook')!;
  const desk = await look.open({ ...facebook, ...facebook.dm!, opener: undefined });
  const tab = await frontTab(look);
  await desk.clickBox();
  const state = async () => {
    const popup = await popupOver(look, tab);
    await expect(popup.locator('.state-name')).not.toBeEmpty();
    const said = [await popup.locator('.state').getAttribute('data-state'), await popup.locator('.state-name').textContent()];
    await popup.close();
    return said;
  };
  await expect.poll(state).toEqual(['private', messages.popup_state_private]);
});

test('the options explain every mark that the badge can show', async ({ look }) => {
  const options = await look.own('pages/options.html');
  await options.locator('.badge').first().waitFor();
  const shown = await options.locator('.badge').evaluateAll((all) => all.map((el) => [
    el.querySelector('.face:not(.none)')?.textContent ?? '', getComputedStyle(el.querySelector('.face')!).backgroundColor, el.querySelector('dd')!.textContent!.trim().length > 20,
  ]));
  const rgb = (hex: string) => `rgb(${[1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)).join(', ')})`;
  const wanted = Object.values(faces).map(({ text, colour }) => [text, text ? rgb(colour) : 'rgba(0, 0, 0, 0)', true]);
  expect(shown.map(String).sort()).toEqual(wanted.map(String).sort());
});

test('a site the browser did not grant gets no script', async ({ look }) => {
  const page = await look.context.newPage();
  await page.goto('https://elsewhere.example/textarea');
  const box = page.locator('textarea').first();
  await box.fill(risky);
  await page.locator('button').first().click();
  await page.waitForFunction(() => window.__posts.length === 1);
  expect(await page.evaluate(() => [...document.documentElement.children].map((e) => e.localName))).toEqual(['head', 'body']);
});

test('the scratchpad says what the composer would', async ({ look }) => {
  const popup = await look.own('pages/popup.html');
  const pad = popup.locator('textarea');
  await pad.fill(risky);
  await expect(popup.locator('.card')).toHaveAttribute('data-mark', 'hold');
  await pad.fill(clear);
  await expect(popup.locator('.card[data-mark="hold"]')).toHaveCount(0);
});

test('muted rules stand in the options in plain words, and come back by keyboard', async ({ look }) => {
  const options = await look.own('pages/options.html');
  await options.evaluate(() => chrome.runtime.sendMessage({ t: 'settings.set', patch: { mutedRules: ['model.client-story', 'identifier.name'] } }));
  await options.reload();
  const row = options.getByRole('listitem').filter({ hasText: 'What reads like a client’s story' });
  await row.getByRole('button').focus();
  await options.keyboard.press('Enter');
  await expect(row).toHaveCount(0);
  await expect(options.getByRole('heading', { name: 'Muted rules' })).toBeFocused();
  expect(await options.evaluate(async () => (await chrome.runtime.sendMessage({ t: 'settings.get' })).mutedRules)).toEqual(['identifier.name']);
  const popup = await look.own('pages/popup.html');
  await expect(popup.getByRole('link', { name: 'One rule is muted' })).toBeVisible();
});

test('a named site that the browser keeps it out of says so', async ({ look }) => {
  onlyChromium(noFirst);
  const options = await look.context.newPage();
  await options.addInitScript(() => {
    if (typeof chrome !== 'undefined' && chrome.permissions) chrome.permissions.getAll = (async () => ({ origins: ['https://x.com/*'] })) as never;
  });
  await options.goto(`${look.origin}/pages/options.html`);
  const row = (host: string) => options.getByRole('listitem').filter({ hasText: host });
  await expect(row('bsky.app')).toContainText('The browser keeps it out');
  await expect(row('bsky.app').getByRole('button', { name: 'Let it in on bsky.app' })).toBeVisible();
  await expect(row('x.com').getByRole('switch')).toBeChecked();
});
