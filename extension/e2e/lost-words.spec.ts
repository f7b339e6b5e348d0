// Where the browser has no words of ours for anybody (ui/lost-words.ts says
// when), card and pages still speak.
import { copy, prepend } from './copies';
import { expect, Look, risky, test } from './look';

test('a browser that lost our words: page, card and question speak all the same', async ({ site }) => {
  const dumb = copy('lost-words', (dir) => prepend(dir, 'ui/lost-words.js', `chrome.i18n.getMessage = () => '';`));
  const look = await Look.start(site, { extension: dumb });
  try {
    const options = await look.own('pages/options.html');
    expect(await options.evaluate(() => chrome.i18n.getMessage('app_name'))).toBe('');
    await expect(options.locator('h1')).toHaveText(/\w/);
    await expect(options).toHaveTitle(/Second Look/);
    const desk = await look.open('x');
    await desk.type(risky);
    await desk.seesWarning('hold');
    const frame = await desk.opensCard();
    await expect(frame.locator('.card .question')).toHaveText(/\w/);
    await expect(frame.locator('.card-foot button').first()).toHaveText(/\w/);
    await desk.closesCard();
    await desk.clickPost();
    await desk.seesDialog();
    await expect(frame.locator('.hold-foot .primary')).toHaveText(/\w/);
  } finally {
    await look.stop();
  }
});
