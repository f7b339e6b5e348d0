// Composing with an input method: Enter picks characters, and nothing of ours
// may take it or touch the text under way (ckeditor5 #16623: it came twice).
import { expect, risky, test } from './look';

for (const name of ['x', 'bsky', 'mastodon', 'slate']) {
  test(`${name}: a composition is left alone, and what it made is read`, async ({ look }) => {
    const desk = await look.open(name);
    await desk.type(`${risky} `);
    await desk.seesWarning('hold');
    const cdp = await look.context.newCDPSession(desk.page);
    await cdp.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await cdp.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
    // The Enter of an input method has key code 229 and belongs to it.
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 });
    await cdp.send('Input.insertText', { text: '日本' });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 });
    expect(await desk.view()).not.toBe('hold');
    expect(await desk.posts()).toEqual([]);
    await desk.seesWarning('hold');
    await (await desk.postButton()).click();
    await desk.seesDialog();
    await desk.answer('post');
    await expect.poll(() => desk.posts()).toEqual([`${risky} 日本`]);
  });
}
