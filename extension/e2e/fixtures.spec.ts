// The fixture pages themselves, in a bare browser: each posts once, exactly
// what was typed, by every way it offers. What the other specs find is then
// the extension's doing.
import { expect, test } from '@playwright/test';
import { fixtures, posts, visit } from './editors';
import { startSite } from './site';
import { launch } from './world';

const text = 'Long day, glad it is Friday';

test('fixture pages post what was typed', async () => {
  const site = await startSite();
  const context = await launch({ port: site.port });
  for (const f of fixtures) {
    await test.step(f.name, async () => {
      const page = await context.newPage();
      page.on('pageerror', (e) => console.log(f.name, e.message));
      const box = await visit(page, f, site.port);
      await box.click();
      await page.keyboard.type(text);
      await page.locator(f.button).click();
      await expect.poll(() => posts(page)).toEqual([text]);
      if (f.chord || f.enter) {
        await visit(page, f, site.port);
        await page.locator(f.composer).first().click();
        await page.keyboard.type('one');
        await page.keyboard.press(f.enter ? 'Shift+Enter' : 'Enter');
        await page.keyboard.type('two');
        await page.keyboard.press(f.chord ? 'Control+Enter' : 'Enter');
        await expect.poll(() => posts(page)).toEqual(['one\ntwo']);
      }
      expect(await page.evaluate(() => [window.__violations, window.__errors])).toEqual([[], []]);
      await page.close();
    });
  }
  const sent = site.seen.filter((s) => s.url === '/posted').map((s) => JSON.parse(s.body) as string);
  expect(sent.filter((s) => s === text)).toHaveLength(fixtures.length);
  await context.close();
  await site.close();
});
