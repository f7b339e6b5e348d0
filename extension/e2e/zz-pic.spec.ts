import { test } from './look';
import { changes } from './rewrite';
test('pictures', async ({ look }) => {
  for (const dark of [false, true]) for (const width of [1000, 320]) {
    const desk = await look.open('textarea');
    await desk.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await desk.page.setViewportSize({ width, height: 900 });
    await desk.type('Night shift: home visit with the twins and their grandma in Maple Heights this morning.');
    await desk.seesWarning('hold');
    const frame = await desk.opensCard();
    await frame.locator('.offers button').first().waitFor();
    await desk.page.screenshot({ path: `/tmp/pic-${dark ? 'dark' : 'light'}-${width}-a.png` });
    await changes(desk, 'time');
    await frame.locator('.ended[data-how="made"]').waitFor();
    await frame.locator('.offers button').first().waitFor();
    await frame.locator('.readings summary').click();
    await desk.page.screenshot({ path: `/tmp/pic-${dark ? 'dark' : 'light'}-${width}-b.png` });
    await desk.page.close();
  }
});
