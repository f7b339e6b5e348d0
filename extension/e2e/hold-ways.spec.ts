// Every way in which a post is sent is held alike, and "Post as is" makes one
// post of it: by hand, by key, by a script of the page's, by the form.
import { pressAt } from './bidi';
import type { Desk } from './desk';
import { fixture } from './editors';
import { clear, expect, risky, test } from './look';
import { isFirefox, onlyChromium } from './which';

type Way = (desk: Desk) => Promise<void>;

const middle = async (desk: Desk): Promise<{ x: number; y: number }> => {
  const box = (await (await desk.postButton()).boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

const byPointer = (pointerType: 'mouse' | 'pen'): Way => async (desk) => {
  if (isFirefox()) return pressAt(desk.page, await middle(desk), pointerType);
  const at = { ...(await middle(desk)), button: 'left' as const, clickCount: 1, pointerType };
  const cdp = await desk.page.context().newCDPSession(desk.page);
  await cdp.send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed', buttons: 1 });
  await cdp.send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' });
};

const byTouch: Way = async (desk) => {
  if (isFirefox()) return pressAt(desk.page, await middle(desk), 'touch');
  const cdp = await desk.page.context().newCDPSession(desk.page);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [await middle(desk)] });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
};

const onButton = (key: string): Way => async (desk) => (await desk.postButton()).press(key);

const inBox = (key: string): Way => async (desk) => {
  await desk.box.focus();
  await desk.page.keyboard.press(key);
};

/** Held down: the browser repeats the key until it is let go. */
const heldDown = (key: string): Way => async (desk) => {
  await (await desk.postButton()).focus();
  for (let i = 0; i < 6; i++) await desk.page.keyboard.down(key);
  await desk.page.keyboard.up(key);
};

const byScript: Way = async (desk) => {
  await (await desk.postButton()).evaluate((b: HTMLElement) => b.click());
};

const doubled: Way = async (desk) => {
  const { x, y } = await middle(desk);
  await desk.page.mouse.click(x, y, { clickCount: 2 });
};

/** The page puts a new button in the old one's place while it is pressed. */
const replaced: Way = async (desk) => {
  const { x, y } = await middle(desk);
  await desk.page.mouse.move(x, y);
  await desk.page.mouse.down();
  await (await desk.postButton()).evaluate((old: HTMLElement) => {
    const next = old.cloneNode(true) as HTMLElement;
    next.addEventListener('click', () => old.click());
    old.style.display = 'none';
    old.after(next);
    old.dataset.testid = old.className = old.role = old.ariaLabel = '';
    (old as HTMLButtonElement).type = 'button';
    old.textContent = '';
  });
  await desk.page.mouse.up();
};

/** The button slips away from under the pointer while it is pressed. */
const moved: Way = async (desk) => {
  const { x, y } = await middle(desk);
  await desk.page.mouse.move(x, y);
  await desk.page.mouse.down();
  await (await desk.postButton()).evaluate((b: HTMLElement) => void (b.style.cssText = 'position: relative; top: 60px'));
  await desk.page.mouse.up();
};

const ways: Record<string, Way> = {
  mouse: byPointer('mouse'), pen: byPointer('pen'), touch: byTouch, 'a double click': doubled,
  'Enter on the button': onButton('Enter'), 'NumpadEnter on the button': onButton('NumpadEnter'), 'Space on the button': onButton(' '),
  'Enter held down': heldDown('Enter'), 'a scripted click': byScript, 'a button that moves': moved,
};
const chords: Record<string, Way> = {
  'Ctrl+Enter': inBox('Control+Enter'), 'Ctrl+NumpadEnter': inBox('Control+NumpadEnter'),
};
/** X takes it on a Mac alone. */
const command: Record<string, Way> = { 'Cmd+Enter': inBox('Meta+Enter') };
const forms: Record<string, Way> = {
  requestSubmit: (d) => d.box.evaluate((el: HTMLTextAreaElement) => el.form!.requestSubmit()),
  'requestSubmit by its button': (d) => d.box.evaluate((el: HTMLTextAreaElement) => el.form!.requestSubmit(el.form!.querySelector<HTMLElement>('button[type=submit],button:not([type])'))),
};

/** A new draft, held by way; nothing of it is out. */
async function holds(desk: Desk, way: Way): Promise<void> {
  const before = await desk.posts();
  await desk.insert(risky);
  await desk.seesWarning('hold');
  await way(desk);
  await desk.seesDialog();
  expect(await desk.posts(), 'nothing goes out unasked').toEqual(before);
}

async function postsOnce(desk: Desk, before: readonly string[]): Promise<void> {
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([...before, risky]);
  await desk.seesNothing();
  expect(await desk.posts(), 'one post and no more').toEqual([...before, risky]);
}

for (const name of ['x', 'mastodon', 'textarea', 'lexical']) {
  test(`${name}: held by every way, and posted once`, async ({ look }) => {
    test.setTimeout(120_000);
    const f = fixture(name);
    const desk = await look.open(f);
    const all = { ...ways, ...(f.chord ? chords : {}), ...(f.chord && f.value ? command : {}), ...(f.value ? forms : {}) };
    if (isFirefox()) delete all.pen; // its driver has none
    for (const [how, way] of Object.entries(all)) {
      await test.step(how, async () => {
        const before = await desk.posts();
        await holds(desk, way);
        await postsOnce(desk, before);
        await desk.page.locator(f.button).first().evaluate((b: HTMLElement) => void (b.style.cssText = ''));
      });
    }
    expect(await desk.page.evaluate(() => [window.__violations, window.__errors])).toEqual([[], []]);
  });

  test(`${name}: a button put in the place of the one that is pressed`, async ({ look }) => {
    const desk = await look.open(name);
    await holds(desk, replaced);
    await desk.answer('post');
    await expect.poll(() => desk.posts()).toEqual([risky]);
  });

  test(`${name}: the button is built anew while we ask`, async ({ look }) => {
    const desk = await look.open(name);
    await holds(desk, byPointer('mouse'));
    await (await desk.postButton()).evaluate((old: HTMLElement) => {
      const next = old.cloneNode(true) as HTMLElement;
      const parent = old.parentElement!;
      // A form is sent by the new button itself; the handlers of an app are on the old.
      if (!old.closest('form')) next.addEventListener('click', () => { parent.append(old); old.click(); old.remove(); });
      old.replaceWith(next);
    });
    await desk.answer('post');
    await expect.poll(() => desk.posts()).toEqual([risky]);
  });

  test(`${name}: a page that takes the worker's own press alone gets it, once`, async ({ look }) => {
    const desk = await look.open(name);
    await desk.page.evaluate(() => {
      for (const type of ['click', 'keydown', 'submit']) {
        document.addEventListener(type, (e) => {
          if (e.isTrusted && !(e instanceof SubmitEvent && !trusted)) return void (trusted = e.isTrusted);
          e.preventDefault();
          e.stopImmediatePropagation();
        }, true);
      }
      let trusted = false;
    });
    await holds(desk, byPointer('mouse'));
    await desk.answer('post');
    await expect.poll(() => desk.view(), { message: 'press Post again' }).toBe('again');
    expect(await desk.posts()).toEqual([]);
    await (await desk.postButton()).click();
    await expect.poll(() => desk.posts()).toEqual([risky]);
    await desk.seesNothing();
    // The pass was that draft's.
    await holds(desk, byPointer('mouse'));
    expect(await desk.posts()).toEqual([risky]);
  });
}

for (const mode of ['open', 'closed']) {
  test(`a form in a shadow root, ${mode}: sent by the page's script it is held, and posted once`, async ({ look }) => {
    const desk = await look.open({ ...fixture(`shadow-${mode}`), url: `https://forum.example/shadow?form&${mode}`, value: true });
    // The field is found by the page's own hand; a closed root is shut to the driver.
    const submit: Way = (d) => d.page.evaluate(() => (window.__inside!.box as HTMLTextAreaElement).form!.requestSubmit());
    for (let i = 0; i < 2; i++) {
      const before = await desk.posts();
      await holds(desk, submit);
      await postsOnce(desk, before);
    }
    await desk.insert(clear);
    await desk.seesNothing();
    await submit(desk);
    await expect.poll(() => desk.posts(), { message: 'a clear one goes out at once' }).toEqual([risky, risky, clear]);
  });
}

test('the pass is for those words: others are asked about', async ({ look }) => {
  const desk = await look.open('x');
  await desk.page.evaluate(() => document.addEventListener('click', (e) => { if (!e.isTrusted) e.stopImmediatePropagation(); }, true));
  await holds(desk, byPointer('mouse'));
  await desk.answer('post');
  await expect.poll(() => desk.view()).toBe('again');
  await desk.box.focus();
  await desk.page.keyboard.press('Control+End');
  await desk.page.keyboard.insertText('. My client Dario Quint, 9, lives at 12 Elm Street');
  await desk.seesWarning('hold');
  await expect.poll(() => desk.view()).toBe('chip');
  await (await desk.postButton()).click();
  await desk.seesDialog();
  expect(await desk.posts()).toEqual([]);
});

test('while we ask, the page\'s own click on Post does not answer for the worker', async ({ look }) => {
  const desk = await look.open('x');
  await holds(desk, byPointer('mouse'));
  await byScript(desk);
  await desk.seesDialog();
  expect(await desk.posts()).toEqual([]);
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([risky]);
});

test('a box emptied without an event is a new draft: the same words are asked about again', async ({ look }) => {
  const desk = await look.open('textarea');
  await holds(desk, byPointer('mouse'));
  await desk.answer('post');
  await expect.poll(() => desk.posts()).toEqual([risky]);
  await desk.box.focus();
  await desk.page.keyboard.insertText('Fine');
  await desk.seesNothing();
  await desk.insert(risky);
  await desk.seesWarning('hold');
  await (await desk.postButton()).click();
  await desk.seesDialog();
  expect(await desk.posts()).toEqual([risky]);
});

test('form.submit() by the page\'s script is held where the browser tells of it', async ({ look, site }) => {
  onlyChromium('Firefox tells of no form.submit() (no NavigateEvent in this ESR)');
  const desk = await look.open('textarea');
  const sent = () => site.seen.filter((s) => s.url === '/sent').map((s) => new URLSearchParams(s.body).get('body'));
  const before = sent().length;
  await desk.box.evaluate((el: HTMLTextAreaElement) => Object.assign(el.form!, { action: '/sent', method: 'post' }));
  const submit = () => desk.box.evaluate((el: HTMLTextAreaElement) => HTMLFormElement.prototype.submit.call(el.form));
  await desk.insert(risky);
  await desk.seesWarning('hold');
  await submit();
  // The driver waits for the end of a navigation that never begins: keys and plain reads alone get through.
  await expect.poll(() => desk.view()).toBe('hold');
  await desk.pressesCount();
  expect(sent().slice(before)).toEqual([]);
  await desk.page.keyboard.press('Tab'); // past Keep for later
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Enter');
  await expect.poll(() => sent().slice(before)).toEqual([risky]);
});
