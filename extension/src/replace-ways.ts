// The ways by which text gets into an editor so that its own model, and its own
// undo, know of it (EDITORS, "Replacing a range"). This is the one file of the
// tap that writes into a page, and it writes plain text alone.

import { above } from './tree';

export type Way = 'command' | 'beforeinput' | 'paste';

const beforeinput = '[data-lexical-editor],[data-slate-editor],.ck-editor__editable,.ql-editor';
// TinyMCE keeps an undo of its own, which a command that it did not give is no step of; a paste is.
// WordPress's blocks take no command in place of a selection in Firefox.
const paste = '.public-DraftEditor-content,.ProseMirror,.cm-content,trix-editor,.mce-content-body,.block-editor-rich-text__editable';

/** The ways to try for a box, best first. */
export function waysFor(box: HTMLElement): Way[] {
  if (above(box, paste) ?? box.querySelector(paste)) return ['paste'];
  if (above(box, beforeinput) ?? box.querySelector(beforeinput)) return ['beforeinput'];
  return ['command'];
}

/** Firefox: what a script of ours makes, a page may not look into; what is made in the page's own world, it may. */
interface PageWorld {
  DataTransfer: typeof DataTransfer;
  ClipboardEvent: typeof ClipboardEvent;
  InputEvent: typeof InputEvent;
}
declare function cloneInto<T>(value: T, world: unknown, options: object): T;

function pageWorld(): PageWorld | null {
  return (document.defaultView as { wrappedJSObject?: PageWorld }).wrappedJSObject ?? null;
}

/** Puts words in place of the selection, which is in target. */
export function put(way: Way, target: Element, words: string, range: StaticRange | null): void {
  if (way === 'command') {
    if (words === '') document.execCommand('delete');
    else document.execCommand('insertText', false, words);
    return;
  }
  const page = pageWorld();
  const world = page ?? { DataTransfer, ClipboardEvent, InputEvent };
  const data = new world.DataTransfer();
  data.setData('text/plain', words);
  const common = { bubbles: true, cancelable: true, composed: true };
  const init = (more: object): object => (page ? cloneInto({ ...common, ...more }, page, { wrapReflectors: true }) : { ...common, ...more });
  // Chromium takes the data transfer, Firefox its kind and its words.
  if (way === 'paste') target.dispatchEvent(new world.ClipboardEvent('paste', init({ clipboardData: data, dataType: 'text/plain', data: words })));
  else {
    const more = { inputType: 'insertReplacementText', data: words, dataTransfer: data, targetRanges: range ? [range] : [] };
    target.dispatchEvent(new world.InputEvent('beforeinput', init(more)));
  }
}

/** Ways to take the last change back, by whom they reach. */
export const takeBack: readonly ((target: Element) => void)[] = [
  (target) => {
    const mac = /mac/i.test(navigator.platform);
    const key = { key: 'z', code: 'KeyZ', keyCode: 90, which: 90, ctrlKey: !mac, metaKey: mac, bubbles: true, cancelable: true, composed: true };
    target.dispatchEvent(new KeyboardEvent('keydown', key));
    target.dispatchEvent(new KeyboardEvent('keyup', key));
  },
  (target) => {
    const common = { bubbles: true, cancelable: true, composed: true };
    target.dispatchEvent(new InputEvent('beforeinput', { ...common, inputType: 'historyUndo' }));
  },
  () => void document.execCommand('undo'),
];
