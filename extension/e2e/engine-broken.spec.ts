// Promise 3: if anything of ours fails, posting works as if the extension were
// not there, and the badge says so. The package is broken in every way a
// download or a disk can break it.
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { badEngine } from './bad-engine';
import { copy } from './copies';
import { badge } from './tabs';
import { fixture } from './editors';
import { expect, Look, risky, test } from './look';

const engines: Record<string, (path: string) => void> = {
  truncated: (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
  empty: (path) => truncateSync(path, 0),
  'a page of text': (path) => writeFileSync(path, '<!doctype html><title>Sign in to the network</title>'),
  'another module': (path) => writeFileSync(path, Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])),
  'one that traps': (path) => writeFileSync(path, badEngine('traps')),
};

for (const [what, breakIt] of Object.entries(engines)) {
  test(`engine.wasm is ${what}: the badge says so and posts go out`, async ({ site }) => {
    const extension = copy(`engine-${what.replaceAll(' ', '-')}`, (dir) => breakIt(join(dir, 'engine.wasm')));
    const look = await Look.start(site, { extension });
    for (const name of ['x', 'mastodon']) {
      const desk = await look.open(fixture(name));
      await desk.page.bringToFront();
      // Three failures in a row make it certain; each pause in typing asks once.
      await expect.poll(async () => {
        await desk.type(risky);
        return badge(look);
      }, { message: 'badge', timeout: 20_000 }).toBe('!');
      await (await desk.postButton()).click();
      await expect.poll(() => desk.posts()).toEqual([risky]);
      await desk.seesNothing();
      expect(await desk.page.evaluate(() => window.__errors)).toEqual([]);
      await desk.page.close();
    }
    const popup = await look.own('pages/popup.html');
    await expect(popup.locator('[data-state="failed"]')).toBeVisible();
    await look.stop();
  });
}

test('an engine that never answers holds nobody up', async ({ site }) => {
  const extension = copy('engine-hangs', (dir) => writeFileSync(join(dir, 'engine.wasm'), badEngine('hangs')));
  const look = await Look.start(site, { extension });
  const desk = await look.open('x');
  await desk.type(risky);
  await (await desk.postButton()).click();
  await expect.poll(() => desk.posts()).toEqual([risky]);
  await desk.type('And another');
  await desk.page.keyboard.press('Control+Enter');
  await expect.poll(() => desk.posts()).toEqual([risky, 'And another']);
  await look.stop();
});
