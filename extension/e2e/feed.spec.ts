// The standard edition and a real agency server, end to end: a rule is written,
// approved, signed and published, and a worker who types a post is told; the
// server dies, comes back older, is brought up to date from a browser, pauses,
// rolls back and forks.
import { chromium, type Page } from '@playwright/test';
import { AgencyServer } from './agency-server';
import { founder, joined, proposes, publishes } from './admin-people';
import { enrols, follower, follows, ring, rules } from './feed-desk';
import type { Desk } from './desk';
import { expect, test } from './look';
import { badge } from './tabs';

const draft = 'A cold visit at the swings, and warm tea after';

const seq = (s: { view: { seq: number } | null }) => s.view?.seq;

/** Types the draft on a fresh page and waits until the agency's own rule speaks, or nothing does. */
async function isTold(desk: Desk, yes: boolean): Promise<void> {
  await desk.page.bringToFront();
  await desk.page.reload(); // Draft.js misplaces letters in a box that was emptied
  await desk.type(draft);
  await expect(desk.box).toHaveText(draft);
  if (!yes) return desk.seesNothing();
  await desk.seesWarning('caution');
}

/** Lets the rules page save its file. */
async function saves(page: Page, to: string): Promise<void> {
  await page.goto(page.url().replace('options.html', 'rules.html'));
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save these rules as a file' }).click()]);
  await file.saveAs(to);
  await page.goBack();
}

test('from an author’s rule to a worker’s post, and through every misfortune of the server', async () => {
  test.setTimeout(300_000);
  const server = await AgencyServer.start();
  const people = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  const f = await follower(server);
  try {
    const ada = await founder(people, server, server.begin);
    const reviewer = await joined(people, ada, 'reviewer');
    await server.run('bundle', 'new', 'starter', '--name', 'Maple County');
    await server.run('bundle', 'build', 'starter', '-o', 'starter.bin');
    await server.publish('maple-county', '1.rbundle', '--bundle', 'starter.bin');
    await server.run('backup', 'older.db');

    const desk = await f.look.open('x');
    await f.options.bringToFront();
    await enrols(f.options, await server.code());
    expect(await f.options.evaluate(async () => (await chrome.alarms.getAll()).map((a) => a.name))).toEqual(['feed']);
    await isTold(desk, false);

    await test.step('a new rule reaches the post that is typed', async () => {
      await proposes(ada);
      await publishes(reviewer, server);
      await follows(f.options, seq, 2);
      await isTold(desk, true);
    });

    await test.step('the server dies: warnings go on', async () => {
      await server.down();
      await follows(f.options, (s) => s.feed?.problem, 'feed-offline');
      await isTold(desk, true);
      await f.options.bringToFront();
      await f.options.reload();
      await expect(f.options.locator('.feed')).toContainText('gives no answer now');
    });

    await test.step('it comes back from an older backup: refused, and said so', async () => {
      server.replace('older.db');
      await server.up();
      await follows(f.options, (s) => [s.view?.seq, s.refusal?.reason], [2, 'old-seq']);
      await f.options.reload();
      await expect(f.options.locator('.notice[data-reason="old-seq"]')).toContainText('older than the rules you have');
      await isTold(desk, true);
      await expect.poll(() => badge(f.look)).toBe('×');
    });

    await test.step('a browser’s own file brings it up to date', async () => {
      await f.options.bringToFront();
      await saves(f.options, server.path('newest.rbundle'));
      await server.down();
      expect(await server.run('restore', 'newest.rbundle')).toContain('the next will be 3');
      await server.up();
      await follows(f.options, (s) => [s.view?.seq, s.refusal], [2, null]);
      await isTold(desk, true);
      await expect.poll(() => badge(f.look)).not.toBe('×');
    });

    await test.step('paused, and rolled back', async () => {
      await server.publish('maple-county', '3.rbundle', '--pause');
      await follows(f.options, seq, 3);
      await isTold(desk, false);
      await server.run('backup', 'third.db');
      await server.publish('maple-county', '4.rbundle', '--back', '2');
      await follows(f.options, seq, 4);
      await isTold(desk, true);
    });

    await test.step('a fork: the evidence is kept, the rules stand', async () => {
      const { view } = await rules(f.options);
      await server.down();
      server.replace('third.db');
      await server.up();
      await server.publish('maple-county', 'other.rbundle', '--bundle', 'starter.bin');
      await follows(f.options, (s) => s.refusal?.reason, 'fork');
      const { refusal, view: after } = await rules(f.options);
      expect(refusal?.have).toBe(view?.releases.at(-1)?.hash);
      expect(refusal?.got).toMatch(/^[0-9a-f]{64}$/);
      expect(after?.seq).toBe(4);
      await f.options.bringToFront();
      await f.options.goto(f.options.url().replace('options.html', 'rules.html'));
      await expect(f.options.locator('.notice[data-reason="fork"] .evidence')).toContainText(refusal!.have!);
      const [other] = await Promise.all([f.options.waitForEvent('download'), f.options.getByRole('button', { name: 'Save the other release' }).click()]);
      await other.saveAs(server.path('fork.rbundle'));
      expect(await server.run('bundle', 'show', 'fork.rbundle')).toContain('Release file other.rbundle.');
      await isTold(desk, true);
    });

    await test.step('leaving ends the asking', async () => {
      await f.options.goto(f.options.url().replace('rules.html', 'options.html'));
      await f.options.locator('.agency > .quiet').click();
      await f.options.locator('.agency .actions .primary').click();
      await expect(f.options.locator('.agency')).toContainText('No agency');
      expect(await f.options.evaluate(async () => (await chrome.alarms.getAll()).length)).toBe(0);
      const before = f.site.seen.length;
      await ring(f.options);
      await expect.poll(() => f.options.evaluate(async () => (await chrome.alarms.getAll()).length)).toBe(0);
      expect(f.site.seen.slice(before).filter((s) => s.host === server.host)).toEqual([]);
      await isTold(desk, false);
    });
  } finally {
    await f.stop();
    await people.close();
    await server.end();
  }
});
