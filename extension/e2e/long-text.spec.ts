// Drafts nobody would write: the page stays alive, and what is posted is what
// was there, unit by unit.
import { clear, expect, risky, test } from './look';
import type { Desk } from './desk';
import { badge } from './tabs';
import { isFirefox, onlyChromium } from './which';

/** Puts text into a form field or editor as a paste does, whatever units it has. */
async function paste(desk: Desk, text: string): Promise<void> {
  if (isFirefox() && !desk.f.value) return desk.page.keyboard.insertText(text); // a script's paste carries nothing there
  await desk.box.focus();
  await desk.box.evaluate((el, json) => {
    const value = JSON.parse(json) as string;
    if (el instanceof HTMLTextAreaElement) {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(el, value);
      el.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
      return;
    }
    const data = new DataTransfer();
    data.setData('text/plain', value);
    el.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
  }, JSON.stringify(text));
}

const line = 'The quarterly report on bus routes is due soon and nobody has started it.\n';
const odd: Record<string, string> = {
  'lone surrogates': 'one \ud83d two \ude00 three',
  NUL: 'one \u0000 two',
  '10,000 combining marks': `e${'\u0301'.repeat(10_000)}`,
  'mixed scripts': 'Мarisol говорит שלום مرحبا 你好 𝔐𝔞𝔯𝔦𝔰𝔬𝔩 👩‍👩‍👧',
};

for (const [what, text] of Object.entries(odd)) {
  test(`${what}: posted as written, and the words beside them are still read`, async ({ look }) => {
    const desk = await look.open('mastodon');
    await paste(desk, text);
    await (await desk.postButton()).click();
    await expect.poll(() => desk.posts()).toEqual([text]);
    await paste(desk, `${text} ${risky}`);
    await desk.seesWarning('hold');
    await (await desk.postButton()).click();
    await desk.seesDialog();
    await desk.answer('post');
    await expect.poll(() => desk.posts()).toEqual([text, `${text} ${risky}`]);
  });
}

test('one megabyte: the page stays alive and posts it', async ({ look }) => {
  const desk = await look.open('mastodon');
  const long = line.repeat(Math.ceil(1_000_000 / line.length));
  await paste(desk, long);
  await desk.page.keyboard.type('x');
  const typed = await desk.box.inputValue();
  expect(typed.length).toBe(long.length + 1);
  await (await desk.postButton()).click();
  await expect.poll(async () => (await desk.posts())[0] === typed).toBe(true);
});

test('one megabyte with a client at its end: what was just written is read', async ({ look }) => {
  const desk = await look.open('textarea');
  await paste(desk, line.repeat(Math.ceil(1_000_000 / line.length)));
  await desk.page.keyboard.press('Control+End');
  await desk.page.keyboard.insertText(risky);
  await expect.poll(() => desk.level(), { timeout: 20_000 }).toBe('hold');
});

test('20,000 characters in a rich editor', async ({ look }) => {
  onlyChromium('no driver of Firefox pastes lines into a rich editor');
  const desk = await look.open('lexical');
  const long = line.repeat(270).trimEnd();
  await paste(desk, `${long}\n${risky}`);
  await desk.seesWarning('hold');
  await (await desk.postButton()).click();
  await desk.seesDialog();
  await desk.answer('post');
  await expect.poll(async () => (await desk.posts())[0]?.replace(/\n+/g, '\n') === `${long}\n${risky}`).toBe(true);
});

test('an editor that draws only the lines on the screen: the badge says that part was read, and no longer when all is drawn', async ({ look }) => {
  const desk = await look.open('codemirror');
  await desk.type(risky);
  await desk.seesWarning('hold');
  await expect.poll(() => badge(look)).toBe('✓');
  await desk.clear();
  await paste(desk, line.repeat(400));
  await desk.page.keyboard.press('Control+End');
  await desk.keys(risky);
  await desk.seesWarning('hold');
  expect(await desk.box.locator('.cm-line').count(), 'the editor keeps lines back').toBeLessThan(400);
  await expect.poll(() => badge(look)).toBe('½');
  await desk.clear();
  await paste(desk, `${line.trimEnd().repeat(400)} ${risky}`); // one line, of which the middle is kept back
  await desk.page.keyboard.press('Control+End');
  await expect.poll(() => badge(look)).toBe('½');
  await desk.type(clear);
  await expect.poll(() => badge(look)).toBe('✓');
});
