// The extension is updated or reloaded under an open page: the script left in
// the page has no background any more. The page goes on as if it were not
// there, without an error in it.
import { clear, expect, Look, risky, test } from './look';

test('a reload under an open draft leaves the page usable', async ({ site }) => {
  const look = await Look.start(site);
  const desk = await look.open('x');
  await desk.type(risky);
  await desk.seesWarning('hold');
  const worker = await look.worker();
  const gone = new Promise((done) => worker.once('close', done));
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => null);
  await gone;
  await desk.type(`${risky}!`);
  await (await desk.postButton()).click();
  await expect.poll(async () => (await desk.posts()).length > 0 || (await desk.view()) === 'hold').toBe(true);
  if ((await desk.view()) === 'hold') await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([`${risky}!`]);
  await desk.type(clear);
  await desk.page.keyboard.press('Control+Enter');
  await expect.poll(() => desk.posts()).toEqual([`${risky}!`, clear]);
  expect(await desk.page.evaluate(() => window.__errors)).toEqual([]);
  await look.stop();
});
