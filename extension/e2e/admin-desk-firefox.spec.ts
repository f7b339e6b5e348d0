// The preview of a post in Firefox: its worker may compile the engine, and the
// policy has nothing to complain of.
import { expect, test } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { found, open } from './office';

test('Firefox tries a post under the rules as they are written', async () => {
  test.slow();
  const office = await open();
  const firefox = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true });
  try {
    const first = await office.browser.newPage();
    await found(first, office);
    const session = (await first.context().cookies()).find((c) => c.name === 'secondlook')!;
    const page = await firefox.newPage();
    const complaints: string[] = [];
    page.on('console', (m) => /Content-Security-Policy/.test(m.text()) && complaints.push(m.text()));
    await page.setCookie({ name: session.name, value: session.value, domain: '127.0.0.1', path: session.path, httpOnly: true, sameSite: 'Lax' });
    await page.goto(`${office.origin}/admin/rules`);
    const inside = (css: string) => page.evaluate((c) => document.querySelector('#preview div')?.shadowRoot?.querySelector(c)?.textContent ?? '', css);
    await expect.poll(() => inside('.standing')).toContain('Judged under your rules as they stand');
    await page.evaluate(() => document.querySelector('#preview div')!.shadowRoot!.querySelector('textarea')!.focus());
    await page.keyboard.type('Placement transport again, and it is raining, quincunx');
    await expect.poll(() => inside('.seen')).toContain('Could a parent tell from this post');
    await expect.poll(() => inside('mark')).toBe('Placement transport');
    expect(office.heard.filter((r) => r.includes('quincunx'))).toEqual([]);
    await page.goto(`${office.origin}/admin/file?path=words.yaml`);
    await expect.poll(() => page.evaluate(() => document.querySelector('.editor')?.shadowRoot?.querySelector('.cm-content')?.textContent ?? '')).toContain('The words of your agency');
    expect(complaints).toEqual([]);
  } finally {
    await firefox.close();
    await office.close();
  }
});
