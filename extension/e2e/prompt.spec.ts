// The browser's own question, answered as a worker does: a visible browser on a
// virtual display, and real key presses. Everything else runs headless from a
// profile in which this was answered before.
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { Desk } from './desk';
import { fixture, visit } from './editors';
import { idOf } from './grants';
import { expect, risky, test } from './look';
import { dist } from './paths';
import { launch } from './world';

const missing = ['Xvfb', 'xdotool'].filter((tool) => spawnSync('which', [tool]).status !== 0);

/** Starts a display of its own; ':7' or the like. */
async function startDisplay(): Promise<{ name: string; server: ChildProcess }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1300x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((done) => server.stdio[3]!.once('data', (d) => done(String(d).trim())));
  return { name: `:${number}`, server };
}

test('"Turn on" in the options: the question is asked, Allow turns the site on at once, in a page in use, and "Turn off" ends it there', async ({ site }) => {
  // As with PostgreSQL: where `make deps` has installed them, a missing one is a fault.
  const hasTo = process.env.CI !== undefined || process.getuid?.() === 0;
  test.skip(missing.length > 0 && !hasTo, `needs ${missing.join(' and ')}`);
  expect(missing, 'run make deps-system').toEqual([]);
  const display = await startDisplay();
  const context = await launch({ port: site.port, extension: dist, display: display.name });
  const press = (key: string) => execFileSync('xdotool', ['key', key], { env: { ...process.env, DISPLAY: display.name } });
  try {
    const f = fixture('editable');
    const page = await context.newPage();
    const desk = new Desk(page, f, await visit(page, f, site.port));
    await desk.type(risky); // before anything of ours is in the page
    const options = await context.newPage();
    await options.goto(`chrome-extension://${idOf(dist)}/pages/options.html`);
    await options.locator('.add-site input').fill('https://forum.example/some/page');
    await options.locator('.add-site input').press('Enter', { noWaitAfter: true });
    const granted = () => options.evaluate(() => chrome.permissions.contains({ origins: ['https://forum.example/*'] }));
    expect(await granted(), 'nothing is granted before the answer').toBe(false);
    const window = execFileSync('xdotool', ['search', '--onlyvisible', '--name', 'Chromium'], { env: { ...process.env, DISPLAY: display.name }, encoding: 'utf8' }).trim().split('\n').at(-1)!;
    execFileSync('xdotool', ['windowfocus', window], { env: { ...process.env, DISPLAY: display.name } });
    // Deny has the focus, Allow is next. No driver sees the question, and it takes
    // no answer in its first moments: what was refused by that is asked again.
    await expect(async () => {
      if (await options.locator('#add-problem').innerText()) await options.locator('.add-site input').press('Enter', { noWaitAfter: true });
      press('Tab');
      press('Return');
      expect(await granted()).toBe(true);
    }).toPass({ intervals: [1000], timeout: 30_000 });
    // No reload, no press, no key: what stands in the box in use is read.
    await page.bringToFront();
    await desk.seesWarning('hold');
    await (await desk.postButton()).click();
    await desk.seesDialog();
    await desk.answer('edit');
    await options.bringToFront();
    await options.getByRole('button', { name: /forum\.example/ }).click();
    await expect.poll(granted).toBe(false);
    await page.bringToFront();
    await desk.type(risky);
    await desk.seesNothing();
    await (await desk.postButton()).click();
    await expect.poll(() => desk.posts()).toEqual([risky]);
  } finally {
    await context.close();
    display.server.kill();
  }
});
