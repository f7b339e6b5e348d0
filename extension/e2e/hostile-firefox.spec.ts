// Firefox tells no frame whether it is to be seen: there our own hit test and a
// settled place stand in. What lies over the question takes its presses; after a
// second nobody is held up, and the badge says so.
import { expect, test } from '@playwright/test';
import { faces } from '../src/badge-faces';
import { fixture } from './editors';
import { oneFirefox } from './firefox';
import { FirefoxDesk } from './firefox-desk';
import { firefoxOrigin } from './firefox-world';
import { risky } from './look';

const world = oneFirefox();

/** What the badges of all tabs say, asked on a page of ours. */
async function badges(): Promise<() => Promise<string[]>> {
  const own = await world.browser.newPage();
  void own.goto(`${firefoxOrigin}/pages/popup.html`).catch(() => {}); // Firefox never says that it was loaded
  return () => own.evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    return Promise.all(tabs.map((t) => chrome.action.getBadgeText({ tabId: t.id })));
  }).catch(() => []); // while it loads, the driver fails
}

/** Each puts something over the question, or takes the question away. */
const attacks: Record<string, () => void> = {
  'a popover over it': () => {
    const cover = Object.assign(document.createElement('div'), { id: 'cover', popover: 'manual' });
    cover.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; background: white';
    document.body.append(cover);
    cover.showPopover();
  },
  'a strip over its buttons': () => {
    const cover = Object.assign(document.createElement('div'), { id: 'cover', popover: 'manual' });
    cover.style.cssText = 'position: fixed; inset: auto 0 0 0; width: 100vw; height: 60vh; background: white';
    document.body.append(cover);
    cover.showPopover();
  },
  'out of the layout': () => {
    const ours = [...document.querySelectorAll<HTMLElement>('*')].find((el) => el.localName.startsWith('look-'))!;
    ours.style.setProperty('display', 'none', 'important');
  },
};

const undo = () => {
  document.querySelector('#cover')?.remove();
  const ours = [...document.querySelectorAll<HTMLElement>('*')].find((el) => el.localName.startsWith('look-'));
  ours?.style.setProperty('display', 'inline', 'important');
};

test('Firefox: what lies over the question takes its presses; after a second the post is let go, and the badge says so', async () => {
  test.setTimeout(120_000);
  const shown = await badges();
  for (const [what, attack] of Object.entries(attacks)) {
    await test.step(what, async () => {
      const page = await world.browser.newPage();
      const desk = await FirefoxDesk.open(page, fixture('mastodon'), world.site.port);
      await desk.type(risky);
      await desk.seesWarning('hold');
      await desk.clickPost();
      await desk.seesDialog();
      await page.evaluate(attack);
      await desk.ours(() => document.querySelectorAll<HTMLElement>('.hold-foot button')[1]!.click());
      await expect.poll(() => desk.view(), { message: 'the hold is released' }).not.toBe('hold');
      expect(await desk.posts(), 'nobody answered').toEqual([]);
      await expect.poll(shown, { message: 'the badge' }).toContain(faces.unseen.text);
      await page.evaluate(undo);
      await desk.clickPost();
      await expect.poll(() => desk.posts(), { message: 'the next press goes through' }).toEqual([risky]);
      await page.close();
    });
  }
});
