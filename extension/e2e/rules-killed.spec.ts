// The browser is killed, as by a power cut, at each step of an activation.
// What it starts with again is the state before or the state after, whole.
import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { flagged } from '../src/rules-built';
import { codeOf } from '../src/rules-code';
import type { RulesState } from '../src/rules-protocol';
import type { CheckReply } from '../src/protocol';
import { ask, built, enrolled, found, issued } from './agency';
import { idOf } from './grants';
import { expect, test } from './look';
import { dist } from './paths';
import { freshProfile, launch } from './world';

const wording = ['', 'what he would search for', 'what he would look for'];

/** Ends the browser of a profile at once: the lock in the profile names its process. */
async function kill(profile: string, context: BrowserContext): Promise<void> {
  const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
  const gone = new Promise((done) => context.once('close', done));
  process.kill(pid, 'SIGKILL');
  await gone;
}

/** Begins to take a file and comes back when the step is reached. */
async function until(page: Page, step: string, code: string): Promise<void> {
  if (step === 'kept') {
    await ask(page, { t: 'rules.take', code });
    return;
  }
  await page.evaluate((c) => void chrome.runtime.sendMessage({ t: 'rules.take', code: c }).catch(() => null), code);
  if (step === 'begun') return;
  const least = Number(step);
  const far = async () => {
    const { progress, view } = await ask<RulesState>(page, { t: 'rules.get' });
    return view?.seq === 2 || (progress?.step === 'prove' && progress.done * 100 >= least * progress.of);
  };
  await expect.poll(far, { intervals: [5] }).toBe(true);
}

for (const step of ['begun', '1', '60', '95', 'kept']) {
  test(`killed when the activation is at ${step}`, async ({ site }) => {
    const profile = freshProfile();
    const options = `chrome-extension://${idOf(dist)}/pages/options.html`;
    const open = async () => {
      const context = await launch({ port: site.port, extension: dist, profile });
      const page = await context.newPage();
      await page.goto(options);
      return { context, page };
    };
    const p = await found();
    const one = await p.release(built().first, issued());
    const two = codeOf(await p.release(built().quiet, issued()));
    const first = await open();
    await enrolled(first.page, p, one);
    await until(first.page, step, two);
    await kill(profile, first.context);

    const { context, page } = await open();
    const { view, progress } = await ask<RulesState>(page, { t: 'rules.get' });
    expect(progress).toBeNull();
    expect([1, 2]).toContain(view!.seq);
    if (step === 'kept') expect(view!.seq).toBe(2);
    if (step === 'begun') expect(view!.seq).toBe(1);
    expect(view!.releases.map((r) => r.seq)).toEqual([1, 2].slice(0, view!.seq));
    expect(JSON.stringify(view!.shown)).toContain(wording[view!.seq]!);
    const reply = await ask<CheckReply & { verdict: { bundle: { seq: number } } }>(page, { t: 'check.own', seq: 1, text: flagged, context: {} });
    expect(reply.verdict.bundle.seq).toBe(view!.seq);
    expect((await ask<RulesState>(page, { t: 'rules.take', code: two })).view?.seq).toBe(2);
    await context.close();
  });
}
