// The card of a draft in a frame: an editor's own iframe, a canvas, a comment
// service. Whatever the page and the editor do to that frame, a press in the
// card that the worker has before them counts.
import { expect, risky, test } from './look';
import { besideFrames, onlyChromium } from './which';

for (const name of ['tinymce', 'gutenberg', 'frame-srcdoc', 'frame-other-site']) {
  test(`${name}: "not this post" pressed in the card`, async ({ look }) => {
    if (name === 'frame-other-site') onlyChromium(besideFrames);
    const desk = await look.open(name);
    await desk.type(risky);
    await desk.seesWarning('hold');
    await desk.opensCard();
    const left = () => desk.ours(() => document.querySelector('.card .question')?.textContent ?? '');
    for (let said = await left(); (await desk.view()) === 'card'; said = await left()) {
      await desk.clickOurs('.card-foot .button');
      await expect.poll(async () => (await desk.view()) === 'chip' || (await left()) !== said, { message: 'one finding less' }).toBe(true);
    }
    await desk.seesNothing();
  });
}

/** Run in the page around TinyMCE's frame. What they add is called cover. */
const attacks: Record<string, () => void> = {
  'a cover that lets presses through': () => {
    const cover = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'cover' }));
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9999; pointer-events: none; background: white';
  },
  'words over the card that let presses through': () => {
    const cover = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'cover' }));
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9999; pointer-events: none; padding: 180px 60px; font-size: 60px';
    cover.textContent = 'Win a prize: press here, here, here, here, here and here';
  },
  'a cover made by a style sheet': () => {
    const sheet = document.head.appendChild(Object.assign(document.createElement('style'), { id: 'cover' }));
    sheet.textContent = 'body::after { content: ""; position: fixed; inset: 0; pointer-events: none; backdrop-filter: blur(20px) }';
  },
  'a cover in a closed root': () => {
    const host = document.body.appendChild(Object.assign(document.createElement('section'), { id: 'cover' }));
    const cover = host.attachShadow({ mode: 'closed' }).appendChild(document.createElement('div'));
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9999; pointer-events: none; background: white';
  },
  'a faded editor': () => document.querySelector<HTMLElement>('.tox-tinymce')!.style.setProperty('opacity', '0.02'),
  'an editor made tiny': () => document.querySelector<HTMLElement>('.tox-tinymce')!.style.setProperty('transform', 'scale(.2)'),
  'an editor cut off': () => document.querySelector<HTMLElement>('.tox-tinymce')!.style.setProperty('clip-path', 'inset(0 0 70% 0)'),
};

const undo = () => {
  document.querySelector('#cover')?.remove();
  for (const p of ['opacity', 'transform', 'clip-path']) document.querySelector<HTMLElement>('.tox-tinymce')!.style.removeProperty(p);
};

test('tinymce, covered, faded, shrunk or cut off by its page: no press in the card counts', async ({ look }) => {
  onlyChromium('Firefox has its own: hostile-firefox.spec.ts');
  const desk = await look.open('tinymce');
  await desk.type(risky);
  await desk.seesWarning('hold');
  const frame = await desk.opensCard();
  const said = await frame.locator('.card .question').textContent();
  const settled = () => frame.evaluate(() => document.body.dataset.settled);
  for (const [what, attack] of Object.entries(attacks)) {
    await test.step(what, async () => {
      await desk.page.evaluate(attack);
      await expect.poll(settled, { message: 'presses no longer count' }).toBe('false');
      await frame.locator('.card-foot .button').first().evaluate((b: HTMLElement) => b.click());
      await desk.page.evaluate(undo);
      await expect.poll(settled, { message: 'presses count again' }).toBe('true');
      expect(await frame.locator('.card .question').textContent(), 'nothing was dismissed').toBe(said);
    });
  }
});
