// The approve page: a key made here signs a release, and a browser believes it.
import { readFileSync } from 'node:fs';
import { agencyId } from '../src/rules-built';
import { codeOf } from '../src/rules-code';
import { built, found, issued } from './agency';
import { expect, test } from './look';

test('make a key, open a release, see what changes, sign, and it is believed', async ({ look }) => {
  const page = await look.own('pages/approve.html');
  await page.locator('input[name=key-name]').fill('dee.ortiz');
  await page.locator('.make').click();
  const line = await page.locator('.public-key').innerText();
  expect(line).toMatch(/^dee\.ortiz\+[0-9a-f]{8}\+[\w+/=]+$/);
  await page.reload();
  await expect(page.locator('.public-key')).toHaveText(line);

  const p = await found(['ann']);
  const ann = /^approver (.*)$/m.exec(p.roots.pop()!.text)![1]!;
  await p.root(issued(), { approvers: [ann, line] });
  const unsigned = await p.release(built().first, issued(), {}, []);
  await page.locator('input[type=file]').setInputFiles({ name: 'a.rbundle', mimeType: 'application/octet-stream', buffer: Buffer.from(unsigned) });
  const trial = page.locator('.trial');
  await expect(trial).toContainText('It passed the trial');
  await expect(trial).toContainText('New: guests.arrival');
  await expect(trial).toContainText('0 of 1 have signed');
  const [download] = await Promise.all([page.waitForEvent('download'), trial.locator('.sign').click()]);
  expect(download.suggestedFilename()).toBe(`${agencyId}-1.rbundle`);
  const signed = new Uint8Array(readFileSync(await download.path()));

  const options = await look.own('pages/options.html');
  const got = await options.evaluate(async (code) => {
    await chrome.runtime.sendMessage({ t: 'rules.leave' });
    return chrome.runtime.sendMessage({ t: 'rules.look', code });
  }, codeOf(signed)) as { ok: boolean; need: number };
  expect(got.ok).toBe(true);
});

test('a release that fails its proof cannot be signed here', async ({ look }) => {
  const page = await look.own('pages/approve.html');
  const p = await found(['ann']);
  const bad = await p.release(built().failing, issued(), {}, []);
  await page.locator('input[type=file]').setInputFiles({ name: 'a.rbundle', mimeType: 'application/octet-stream', buffer: Buffer.from(bad) });
  await expect(page.locator('.notice[data-reason="proof"]')).toContainText('guests.arrival');
  await expect(page.locator('.sign')).toHaveCount(0);
});
