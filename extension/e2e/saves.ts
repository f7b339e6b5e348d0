// What a page has the browser save, by a press. Firefox tells a driver nothing
// of downloads by an extension's pages: there the folder is watched.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { downloads } from './firefox-world';
import { isFirefox } from './which';

export interface Saved {
  name: string;
  bytes: Buffer;
}

export async function saves(page: Page, press: () => Promise<unknown>): Promise<Saved> {
  if (!isFirefox()) {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }
  const folder = downloads(page.context());
  const before = readdirSync(folder);
  await press();
  const fresh = (): string[] => readdirSync(folder).filter((n) => !before.includes(n));
  // While it is written there is a part beside it, and what stands in its own place is empty.
  await expect.poll(() => fresh().length === 1 && readFileSync(join(folder, fresh()[0]!)).length > 0, { message: 'a file is saved' }).toBe(true);
  const [name] = fresh();
  return { name: name!, bytes: readFileSync(join(folder, name!)) };
}
