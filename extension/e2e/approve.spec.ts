// The approve page: a key made here signs a release, and a browser believes it.
import type { Page } from '@playwright/test';
import { armor, Decrypter } from 'age-encryption';
import { agencyId } from '../src/rules-built';
import { codeOf } from '../src/rules-code';
import { built, found, issued } from './agency';
import { expect, test, type Look } from './look';
import { saves } from './saves';

const passphrase = 'correct horse battery staple';

/** The page in a browser that has no key yet. */
async function keyless(look: Look): Promise<Page> {
  const page = await look.own('pages/approve.html');
  await page.evaluate(() => new Promise<void>((done) => {
    const gone = indexedDB.deleteDatabase('second-look-keys');
    gone.onsuccess = gone.onerror = () => done();
  }));
  await page.reload();
  return page;
}

/** The private half that the browser keeps: whether anything could take it out. */
const extractable = (page: Page) => page.evaluate(() => new Promise<boolean>((resolve, reject) => {
  const opened = indexedDB.open('second-look-keys');
  opened.onerror = () => reject(new Error('keys'));
  opened.onsuccess = () => {
    const got = opened.result.transaction('keys').objectStore('keys').get('approver');
    got.onsuccess = () => resolve((got.result as { pair: CryptoKeyPair }).pair.privateKey.extractable);
  };
}));

test('a key is made with a sealed copy, once; what the browser keeps cannot be taken out', async ({ look }) => {
  const page = await keyless(look);
  await expect(page.getByText('Without it the agency starts anew')).toBeVisible();
  const make = page.locator('.make-copy');
  await page.locator('input[name=key-name]').fill('ann.lee');
  await page.locator('input[name=key-pass]').fill('short');
  await expect(page.getByText('at least 12 characters')).toBeVisible();
  await page.locator('input[name=key-pass]').fill(passphrase);
  await page.locator('input[name=key-again]').fill('something else');
  await expect(page.getByText('The two are not the same.')).toBeVisible();
  await expect(make).toBeDisabled();
  await expect(page.locator('.make')).toBeDisabled();
  await page.locator('input[name=key-again]').fill(passphrase);
  const copy = await saves(page, () => make.click());
  expect(copy.name).toBe('ann.lee.key');
  const line = await page.locator('.public-key').innerText();
  const by = new Decrypter();
  by.addPassphrase(passphrase);
  const secret = await by.decrypt(armor.decode(copy.bytes.toString()), 'text');
  expect(secret).toMatch(/^PRIVATE\+KEY\+ann\.lee\+[0-9a-f]{8}\+[\w+/=]{44}\n$/);
  expect(line.split('+')[1]).toBe(secret.split('+')[3]);
  await expect(page.locator('input[type=password]')).toHaveCount(0);
  expect(await extractable(page)).toBe(false);
});

test('make a key, open a release, see what changes, sign, and it is believed', async ({ look }) => {
  const page = await keyless(look);
  await page.locator('input[name=key-name]').fill('dee.ortiz');
  await page.locator('.make').click();
  const line = await page.locator('.public-key').innerText();
  expect(await extractable(page)).toBe(false);
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
  await expect(trial).toContainText(`Rules of ${agencyId}, schema 1.`);
  await expect(trial).toContainText('New: guests.arrival');
  await expect(trial).toContainText('Read as a person you serve: “guest”, “guests”');
  await expect(trial).toContainText('0 of 1 have signed');
  const release = await saves(page, () => trial.locator('.sign').click());
  expect(release.name).toBe(`${agencyId}-1.rbundle`);
  const signed = new Uint8Array(release.bytes);

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
