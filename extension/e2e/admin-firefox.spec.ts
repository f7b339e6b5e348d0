// The live preview of the server's rules page in Firefox: the same engine in a
// worker of the page's, under a rule that is not saved yet; nothing is sent.
import { expect, test } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { found, open, rooted } from './office';

test('Firefox: a post is tried under a rule that is being written', async () => {
  test.setTimeout(60_000);
  const office = await open();
  const context = await office.browser.newContext();
  const admin = await context.newPage();
  await found(admin, office);
  await rooted(admin, office);
  const { cookies } = await context.storageState();
  await context.close();
  const firefox = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true });
  try {
    await firefox.setCookie(...cookies.map(({ name, value, domain, path }) => ({ name, value, domain, path })));
    const page = await firefox.newPage();
    await page.goto(`${office.origin}/admin/rule`);
    // It stands in a root of its own.
    const inside = (css: string) => page.evaluate((c) => document.querySelector('#preview > div')?.shadowRoot?.querySelector(c)?.textContent ?? '', css);
    const says = (words: string) => expect.poll(() => inside('.preview'), { timeout: 20_000 }).toContain(words);
    await says('Your rules cannot be used as they are.');
    const fields = [['Name', 'visits.swings'], ['What the worker reads', 'Would somebody who was there know the child in this?'], ['Why for', 'Our visits are in a park.'],
      ['These, a line each', 'visit at the swings'], ['Posts it must see', '[Visit at the swings] again\nThat [visit at the swings]\nCold [visit at the swings]'],
      ['Posts it must leave alone', 'The swings are new\nI like my sister\nMood swings all day']];
    for (const [label, text] of fields) {
      await page.evaluate((starts, words) => {
        const box = [...document.querySelectorAll('label')].find((l) => l.textContent!.trim().startsWith(starts!))!.querySelector<HTMLInputElement>('input, textarea')!;
        box.value = words!;
        box.dispatchEvent(new Event('input', { bubbles: true }));
      }, label, text);
    }
    await page.select('select[name=category]', 'client-story');
    await says('Judged under your rules as they stand');
    const before = office.heard.length;
    await page.evaluate(() => document.querySelector('#preview > div')!.shadowRoot!.querySelector('textarea')!.focus());
    await page.keyboard.type('Cold visit at the swings, warm quincunx');
    await says('A worker sees a quiet hint.');
    expect(await inside('mark')).toBe('visit at the swings');
    expect(office.heard.slice(before), 'trying a post asks the server for nothing').toEqual([]);
  } finally {
    await firefox.close();
    await office.close();
  }
});
