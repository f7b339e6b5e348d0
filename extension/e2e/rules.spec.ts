// An agency's rules in the browser: enrol with a file or a code, what a card
// says, what is refused, the page that shows them, an account of the agency's.
import type { Page } from '@playwright/test';
import { flagged } from '../src/rules-built';
import { codeOf } from '../src/rules-code';
import { built, found, issued } from './agency';
import { killWorker } from './kill';
import { expect, type Look, test } from './look';
import { badge, frontTab } from './tabs';

/** The options, with no agency. */
async function options(look: Look): Promise<Page> {
  const page = await look.own('pages/options.html');
  await page.evaluate(() => chrome.runtime.sendMessage({ t: 'rules.leave' }));
  await page.reload();
  return page;
}

async function choose(page: Page, file: Uint8Array, name = 'maple.rbundle'): Promise<void> {
  await page.locator('.agency input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(file) });
}

/** Enrols by a file: sees name and fingerprint, says yes. */
async function enrol(page: Page, file: Uint8Array): Promise<void> {
  await choose(page, file);
  await expect(page.locator('.agency .notice')).toContainText('Maple County Family Services');
  await expect(page.locator('.fingerprint')).toHaveText(/^(?:[0-9A-Z]{5}-){4}[0-9A-Z]{5}$/);
  await page.locator('.agency .notice .primary').click();
  await expect(page.locator('.agency')).toContainText('release 1');
}

test('a file: name and fingerprint, yes, and its card in an open page', async ({ look }) => {
  const desk = await look.open('editable');
  const page = await options(look);
  const p = await found();
  await enrol(page, await p.release(built().first, issued()));
  await desk.page.bringToFront();
  await desk.type(flagged);
  await desk.seesWarning('caution');
  const frame = await desk.opensCard();
  const card = frame.locator('.card');
  while (!(await card.innerText()).includes('Would somebody looking for her')) await card.locator('.more').click();
  await expect(card).toContainText('He knows the night she left');
  await expect(card).toContainText('added by Maple County Family Services');
});

test('saying no leaves nothing; leaving takes it all away', async ({ look }) => {
  const page = await options(look);
  const p = await found();
  const file = await p.release(built().first, issued());
  await choose(page, file);
  await page.locator('.agency .notice .button:not(.primary)').click();
  await expect(page.locator('.agency')).toContainText('No agency');
  await enrol(page, file);
  await page.locator('.agency > .quiet').click();
  await page.locator('.agency .actions .primary').click();
  await expect(page.locator('.agency')).toContainText('No agency');
});

test('a pasted code brings a newer release; a refused one is explained and the old serves', async ({ look }) => {
  const page = await options(look);
  const p = await found();
  const one = await p.release(built().first, issued());
  await enrol(page, one);
  const paste = async (file: Uint8Array) => {
    if (!(await page.locator('textarea[name=code]').isVisible())) await page.locator('.agency-file summary').click();
    await page.locator('textarea[name=code]').fill(codeOf(file));
    await page.locator('.agency-file details .button').click();
  };
  await paste(await p.release(built().quiet, issued()));
  await expect(page.locator('.agency')).toContainText('release 2');
  await paste(one);
  const notice = page.locator('.notice[data-reason="old-seq"]');
  await expect(notice).toContainText('older than the rules you have');
  await expect(notice).toContainText('stay in force');
  await notice.locator('.button').click();
  await expect(notice).toHaveCount(0);
  await paste(await p.release(built().failing, issued()));
  await expect(page.locator('.notice[data-reason="proof"]')).toContainText('guests.arrival');
  await expect(page.locator('.agency')).toContainText('release 2');
});

test('the badge says that rules were refused', async ({ look }) => {
  const page = await options(look);
  const p = await found();
  await enrol(page, await p.release(built().first, issued()));
  const reply = await page.evaluate((code) => chrome.runtime.sendMessage({ t: 'rules.take', code }), codeOf(await p.release(built().failing, issued())));
  expect((reply as { refusal: { reason: string } }).refusal.reason).toBe('proof');
  const desk = await look.open('editable');
  await desk.type('Long day');
  await expect.poll(() => badge(look)).toBe('×');
});

test('rules past their day: badge, popup and page say so, and a fresh word ends it', async ({ look }) => {
  const page = await options(look);
  const p = await found();
  await p.release(built().first, issued());
  await enrol(page, p.file(await p.headNote(issued(), issued() + 1)));
  const desk = await look.open('editable');
  await desk.type(flagged);
  await desk.seesWarning('caution');
  const tab = await frontTab(look);
  await expect.poll(() => badge(look, tab)).toBe('↻');
  const popup = await look.own(`pages/popup.html?tab=${tab}`);
  await expect(popup.locator('.agency-note')).toContainText('Nothing was heard of Maple County Family Services');
  await page.goto(page.url().replace('options.html', 'rules.html'));
  await expect(page.locator('#root')).toContainText('Nothing was heard of this agency');
  await page.evaluate((code) => chrome.runtime.sendMessage({ t: 'rules.take', code }), codeOf(p.file(await p.headNote(issued() + 30, issued() + 86_400))));
  await expect.poll(() => badge(look, tab)).toBe('✓');
  await popup.reload();
  await expect(popup.locator('.agency-note')).toHaveAttribute('data-state', '');
});

test('the worker dies in the middle of a proof: the old rules serve, and the same file is taken after', async ({ look }) => {
  const page = await options(look);
  const p = await found();
  await enrol(page, await p.release(built().first, issued()));
  const code = codeOf(await p.release(built().quiet, issued()));
  await page.evaluate((c) => void chrome.runtime.sendMessage({ t: 'rules.take', code: c }).catch(() => null), code);
  const step = () => page.evaluate(async () => (await chrome.runtime.sendMessage({ t: 'rules.get' })).progress?.step);
  await expect.poll(step, { intervals: [5] }).toBe('prove');
  await killWorker(look, page);
  const seq = () => page.evaluate(async () => (await chrome.runtime.sendMessage({ t: 'rules.get' })).view.seq);
  expect(await seq()).toBe(1);
  await page.evaluate((c) => chrome.runtime.sendMessage({ t: 'rules.take', code: c }), code);
  expect(await seq()).toBe(2);
});

test('my agency’s rules: rules, policy, guidance, releases, and a note without the post', async ({ look }) => {
  const page = await options(look);
  const p = await found();
  await enrol(page, await p.release(built().first, issued()));
  await page.locator('.agency a').click();
  await expect(page.locator('h1')).toHaveText('My agency’s rules');
  const rule = page.locator('.rule[data-rule="guests.arrival"]');
  await rule.locator('> summary').click();
  await expect(rule).toContainText('He knows the night she left');
  await expect(rule).toContainText('A guest showed up barefoot');
  await rule.locator('.wrong summary').click();
  await rule.locator('.wrong textarea:not(.note)').fill('It speaks of weddings.');
  await expect(rule.locator('.note')).toHaveValue(/lantern-network\/guests\.arrival in release 1.*It speaks of weddings\./);
  const policy = page.locator('.policy');
  await expect(policy).toContainText('Reviewed by');
  await expect(policy).toContainText('union delegates');
  await expect(policy).toContainText('You may talk and post about pay');
  await expect(page.locator('.guidance p').first()).toBeAttached();
  const link = page.locator('.guidance a[href="https://www.techsafety.org/confidentiality"]');
  await expect(link).toHaveAttribute('rel', 'noreferrer');
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link.locator('xpath=ancestor::*[contains(@class,"guidance")]')).toContainText('(www.techsafety.org, in a new tab)');
  await expect(page.locator('.releases')).toContainText('Case numbers are a question.');
  await expect(page.locator('.releases')).toContainText('approved by ann, ben');
});

for (const fixture of ['editable', 'frame-button-over']) {
  test(`the question before a post says that the rule is the agency’s: ${fixture}`, async ({ look }) => {
    const page = await options(look);
    const p = await found();
    await enrol(page, await p.release(built().loud, issued()));
    const desk = await look.open(fixture);
    await desk.type(flagged);
    await desk.seesWarning('hold');
    await desk.clickPost();
    await expect((await desk.frame()).locator('[role="alertdialog"]')).toContainText('This is a rule of Maple County Family Services.');
  });
}

test('an account is personal until the worker marks it, and the card says so', async ({ look }) => {
  const page = await options(look);
  const p = await found();
  await enrol(page, await p.release(built().first, issued()));
  const desk = await look.open('editable');
  await desk.type(flagged);
  await desk.seesWarning('caution');
  const tab = await frontTab(look);
  const popup = await look.own(`pages/popup.html?tab=${tab}`);
  const mark = popup.locator('.account input');
  await expect(mark).not.toBeChecked();
  await mark.click();
  await expect(mark).toBeChecked();
  await desk.page.bringToFront();
  await desk.type(`${flagged} `);
  await desk.seesWarning('caution');
  await expect((await desk.opensCard()).locator('.card')).toContainText('as the agency’s own');
  await popup.bringToFront();
  await mark.click();
  await expect(mark).not.toBeChecked();
});

test('a file that is no rules is refused in words', async ({ look }) => {
  const page = await options(look);
  await choose(page, new TextEncoder().encode('hello'));
  await expect(page.locator('.agency .notice')).toHaveAttribute('data-reason', 'malformed');
  await expect(page.locator('.agency .notice')).toContainText('built-in checks work');
});
