// Any site: a compose box by the mark of its editor, a textarea, a
// contenteditable, or a title field.

import { above, parentOf } from '../src/tree';
import type { Site } from './site';

/** Roots of the known editors; some hold more than one contenteditable. */
const EDITORS =
  '[data-lexical-editor],.public-DraftEditor-content,.ProseMirror,[data-slate-editor],.ql-editor,' +
  '.ck-editor__editable,.cm-content,trix-editor,.block-editor-writing-flow';

const TITLES =
  /(^|\P{L})(title|subject|headline|caption|spoiler|cw|content[-_\s]warning|assunto|betreff|titre|titel|titulo|título)(?!\p{L})/iu;
/** Lines beside a composer that are no part of what is posted. */
const NOT_POSTED =
  /\b(name|user|nick|author|e-?mail|url|link|website|homepage|web ?site|tags?|hashtags?|topics?|location|place|address|phone|recipients?|to|cc|bcc|people|captcha|code|date|time|amount|price|language|filter|password|emoji|gif|poll duration)\b/i;
/** What a chat calls its box: there a plain Enter sends. */
const CHAT =
  /^((message|write to|chat with|nachricht an|mensaje a|mensagem para|message à)\s|(send|type|write|compose|enter) ((a|an|your|the|new) )?(\w+ )?message\b|say something|reply (in|to) thread|(nachricht (schreiben|eingeben|senden)|schreib(e|en)? eine nachricht|escrib\S+ un mensaje|escrev\S+ uma mensagem|(écri|envoy)\S+ un message|scrivi un messaggio|напис\S+ сообщение|メッセージ|发消息|发送消息|輸入訊息|메시지))/i;
const chatHeight = 120; // px
const SEARCH = /search|filter|suche|recherch|busca|buscar|cerca|zoek|検索|搜索|поиск/i;
const PRIVATE = /\b(direct|private) message|\bDMs?\b|^message @/i;
const NEVER = /^(cc-|one-time-code|current-password|new-password)/;

export const generic: Site = {
  name: 'generic',
  evidence: '2026-11, EDITORS.md; editors of the fixture pages',
  is: () => true,
  composer: findBox,
  submit: '',
  postNames: null,
  altEnterPosts: false,
  enterPosts(box) {
    if (/^(send|go|done)$/.test(box.getAttribute('enterkeyhint') ?? '')) return true;
    return box.hasAttribute('data-slate-editor') || isChat(box);
  },
  isPrivate: (box) => PRIVATE.test(labelOf(box)),
  works: () => true,
};

function isChat(box: HTMLElement): boolean {
  const names = ['aria-label', 'placeholder', 'aria-placeholder', 'data-placeholder'];
  return box.offsetHeight < chatHeight && names.some((n) => CHAT.test((box.getAttribute(n) ?? '').trim()));
}

/** The words a page gives a box: label, placeholder, name. */
export function labelOf(el: Element): string {
  const names = ['aria-label', 'placeholder', 'aria-placeholder', 'data-placeholder'];
  return names.map((n) => el.getAttribute(n) ?? '').join(' ').trim();
}

function findBox(el: Element): HTMLElement | null {
  if (el instanceof HTMLTextAreaElement) return isOpen(el) && !isOther(el) ? el : null;
  if (el instanceof HTMLInputElement) return isTitle(el) && isOpen(el) && !isOther(el) ? el : null;
  if (el.matches('select,button,option')) return null;
  const box = editorAround(el) ?? editingHost(el);
  return box && box.isContentEditable && !isOther(box) ? box : null;
}

function editorAround(el: Element): HTMLElement | null {
  let found: HTMLElement | null = null;
  for (let n = above(el, EDITORS); n; n = above(parentOf(n), EDITORS)) {
    if (n instanceof HTMLElement && n.isContentEditable) found = n;
  }
  return found;
}

function editingHost(el: Element): HTMLElement | null {
  if (!(el instanceof HTMLElement) || !el.isContentEditable) return null;
  let host = el;
  for (let n = el.parentElement; n?.isContentEditable; n = n.parentElement) host = n;
  return host === document.body || host === document.documentElement ? document.body : host;
}

function isOpen(el: HTMLTextAreaElement | HTMLInputElement): boolean {
  return !el.disabled && !el.readOnly;
}

function isTitle(el: HTMLInputElement): boolean {
  if (el.type !== 'text') return false;
  if ([el.name, el.id, labelOf(el)].some((words) => TITLES.test(words)) || el.classList.contains('spoiler-input__input')) return true;
  return !NOT_POSTED.test(`${el.name} ${el.id} ${labelOf(el)} ${el.labels?.[0]?.textContent ?? ''}`.replace(/[-_]/g, ' ')) && isBesideBox(el);
}

const BOXES = 'textarea,[contenteditable=""],[contenteditable=true],[contenteditable=plaintext-only]';
const levels = 6;

// A line right by a larger box is posted with it: a warning, a title, a choice.
function isBesideBox(el: HTMLInputElement): boolean {
  if (el.list || el.getAttribute('role') === 'combobox') return false;
  for (let n = parentOf(el), i = 0; n && i < levels && n !== document.body; n = parentOf(n), i++) {
    const boxes = [...n.querySelectorAll<HTMLElement>(BOXES)];
    if (boxes.some((box) => box.offsetWidth > 0 && box.offsetHeight > 0)) return true;
    if (n.matches('form,dialog,[role=dialog]')) return false;
  }
  return false;
}

// Search boxes, codes and the tiny catchers of keys that some editors hide.
function isOther(el: HTMLElement): boolean {
  if (el.getAttribute('role') === 'searchbox' || above(el, '[role=search],search')) return true;
  if (NEVER.test(el.getAttribute('autocomplete') ?? '')) return true;
  if (SEARCH.test(`${labelOf(el)} ${el.getAttribute('name') ?? ''}`)) return true;
  return el.offsetWidth < 40 || el.offsetHeight < 10;
}
