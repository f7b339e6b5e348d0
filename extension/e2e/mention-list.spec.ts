// While a list of people is open, Enter picks one: it is no post, and it is
// not asked about.
import { fixtures } from './editors';
import { expect, risky, test } from './look';

for (const f of fixtures.filter((one) => one.mentions && one.name !== 'x-modal')) {
  test(`${f.name}: Enter picks from the list; the next press asks`, async ({ look }) => {
    const desk = await look.open(f);
    await desk.type(`${risky} @mar`);
    await desk.seesWarning('hold');
    await expect(desk.page.locator(f.mentions!)).toBeVisible();
    await desk.page.keyboard.press('Enter');
    await expect(desk.page.locator(f.mentions!)).toBeHidden();
    expect(await desk.view()).not.toBe('hold');
    expect(await desk.posts()).toEqual([]);
    await desk.seesWarning('hold');
    await (await desk.postButton()).click();
    await desk.seesDialog();
    await desk.answer('post');
    await expect.poll(() => desk.posts()).toEqual([`${risky} @marlow `]);
  });
}
