// The browser may stop the worker at any moment: the next words get their
// verdict all the same, and a hold that stood still stands.
import { killWorker } from './kill';
import { clear, expect, risky, test } from './look';

for (const name of ['x', 'mastodon', 'lexical']) {
  test(`${name}: the worker dies between two words`, async ({ look }) => {
    const desk = await look.open(name);
    await desk.type(clear);
    await killWorker(look, desk.page);
    await desk.type(risky);
    await desk.seesWarning('hold');
    await killWorker(look, desk.page);
    await (await desk.postButton()).click();
    await desk.seesDialog();
    await killWorker(look, desk.page);
    await desk.answer('post');
    await expect.poll(() => desk.posts()).toEqual([risky]);
  });
}
