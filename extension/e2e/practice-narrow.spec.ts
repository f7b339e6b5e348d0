// Practice in a window as narrow as people have it: how the level falls reads
// as one line under its name, not torn in two.
import { expect, test } from './look';
import { messages } from './messages';

test('at 320 pixels the steps and their words share a line under “At first” and “Now”', async ({ look }) => {
  const page = await look.own('pages/practice.html#post-1');
  await page.setViewportSize({ width: 320, height: 700 });
  await page.locator('.guess').first().click();
  await page.locator('.safer summary').click();
  const rows = page.locator('.fall-row');
  await expect(rows).toHaveCount(2);
  await expect(rows.locator('.fall-when')).toHaveText([messages.practice_was!, messages.practice_now!]);
  const boxes = await rows.evaluateAll((all) => all.map((row) => [...row.children].map((el) => {
    const { top, bottom, right } = el.getBoundingClientRect();
    return { top, bottom, right };
  })));
  for (const [when, steps, word] of boxes) {
    expect(when!.bottom, 'the name stands above').toBeLessThanOrEqual(steps!.top);
    expect((steps!.top + steps!.bottom) / 2, 'one line').toBeCloseTo((word!.top + word!.bottom) / 2, 0);
    expect(word!.right, 'inside the window').toBeLessThanOrEqual(320);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
