// A worker adds a picture to a draft, each way there is.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from './desk';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A picture with a word in its name and one behind its last byte, where readers of pictures do not look. */
export function picture(word = 'picture'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'attach-')), `${word}.png`);
  writeFileSync(path, Buffer.concat([png, Buffer.from(word)]));
  return path;
}

export const ways: Record<string, (desk: Desk, path: string) => Promise<void>> = {
  async picker(desk, path) {
    await desk.page.locator('input[type="file"]').first().setInputFiles(path);
  },

  /** A real paste: the picture is in the browser's clipboard. */
  async paste(desk) {
    await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await desk.page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
    }, png.toString('base64'));
    await desk.box.focus();
    await desk.page.keyboard.press('Control+V');
  },

  /** A real drop of a file from outside the browser. */
  async drop(desk, path) {
    const cdp = await desk.page.context().newCDPSession(desk.page);
    const box = (await desk.box.boundingBox())!;
    const at = { x: box.x + 20, y: box.y + 10, data: { items: [], files: [path], dragOperationsMask: 1 } };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await cdp.send('Input.dispatchDragEvent', { type, ...at });
    await cdp.detach();
  },
};
