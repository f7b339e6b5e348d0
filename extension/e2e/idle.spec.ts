// Nothing to do is nothing done: no timer, no observer and no message of ours
// where no composer has the focus, and none where one has it and is at rest.
import { expect, type Page, test as base } from '@playwright/test';
import { Counter, countedCopy } from './counted';
import { Desk } from './desk';
import { fixture, visit } from './editors';
import { idOf } from './grants';
import { clear, risky } from './look';
import { startSite, type Site } from './site';
import { launch } from './world';

const test = base.extend<{ desk: Desk; counter: Counter }, { site: Site; open: () => Promise<{ desk: Desk; counter: Counter }> }>({
  site: [async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  }, { scope: 'worker' }],
  open: [async ({ site }, use) => {
    const extension = countedCopy('counted');
    const context = await launch({ port: site.port, extension });
    await use(async () => {
      const page = await context.newPage();
      const f = fixture('textarea');
      const desk = new Desk(page, f, await visit(page, f, site.port));
      await page.bringToFront();
      return { desk, counter: await Counter.of(page, idOf(extension)) };
    });
    await context.close();
  }, { scope: 'worker' }],
  desk: async ({ open }, use) => {
    const { desk, counter } = await open();
    (desk as { counter?: Counter }).counter = counter;
    await use(desk);
    await desk.page.close();
  },
  counter: async ({ desk }, use) => use((desk as unknown as { counter: Counter }).counter),
});

/** Composers of four kinds, thirty in all, and a feed beside them. */
const addComposers = (page: Page) => page.evaluate(() => {
  const kinds = [['textarea', {}], ['div', { contenteditable: 'true' }], ['div', { contenteditable: 'true', class: 'ProseMirror' }], ['input', { name: 'title' }]] as const;
  for (let i = 0; i < 30; i++) {
    const [tag, marks] = kinds[i % 4]!;
    const form = document.createElement('form');
    const box = document.createElement(tag);
    for (const [name, value] of Object.entries(marks)) box.setAttribute(name, value);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Post';
    form.append(box, button);
    document.querySelector('#root')!.append(form);
  }
  const feed = document.createElement('div');
  feed.id = 'feed';
  feed.tabIndex = 0;
  document.querySelector('#root')!.append(feed);
});

const painted = (page: Page) => page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** A page that lives: nodes come, go and change, it scrolls, pictures load. */
async function pageLives(page: Page): Promise<void> {
  for (let i = 0; i < 10; i++) {
    await page.evaluate(async (n) => {
      const feed = document.querySelector('#feed')!;
      for (let k = 0; k < 50; k++) {
        const post = document.createElement('article');
        post.textContent = `post ${n}.${k}`;
        feed.prepend(post);
        if (k % 2) feed.lastElementChild!.remove();
      }
      const img = new Image();
      img.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
      feed.append(img);
      await img.decode();
    }, i);
    await painted(page);
  }
}

test('thirty composers and none has the focus: nothing at all', async ({ desk, counter }) => {
  await addComposers(desk.page);
  await painted(desk.page);
  await counter.reset();
  await pageLives(desk.page);
  await desk.page.locator('#feed').click();
  const { timers, pending, frames, observed, watching, messages } = await counter.read();
  expect({ timers, pending, frames, observed, watching, messages }).toEqual({ timers: 0, pending: 0, frames: 0, observed: 0, watching: 0, messages: 0 });
});

test('a checked draft at rest among thirty composers: nothing while the page lives', async ({ desk, counter }) => {
  await addComposers(desk.page);
  await desk.type(risky);
  await desk.seesWarning('hold');
  await expect.poll(async () => (await counter.read()).pending, { message: 'every timer has ended' }).toBe(0);
  await painted(desk.page);
  await counter.reset();
  await pageLives(desk.page);
  const { timers, frames, observed, messages } = await counter.read();
  expect({ timers, frames, observed, messages }).toEqual({ timers: 0, frames: 0, observed: 0, messages: 0 });
  expect((await counter.read()).watching, 'one set of observers, for the composer at hand').toBeLessThanOrEqual(5);
});

test('after the post all is at rest again', async ({ desk, counter }) => {
  await desk.type(clear);
  await (await desk.postButton()).click();
  await expect.poll(() => desk.posts()).toEqual([clear]);
  await expect.poll(async () => (await counter.read()).pending, { message: 'every timer has ended' }).toBe(0);
});

test('the counters count', async ({ desk, counter }) => {
  await counter.reset();
  await desk.type(risky);
  await desk.seesWarning('hold');
  const { timers, frames, heard, messages, ms } = await counter.read();
  for (const n of [timers, frames, heard, messages, ms]) expect(n).toBeGreaterThan(0);
});
