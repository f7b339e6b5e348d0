// linkedin.com: posts in Quill within the open shadow root of #interop-outlet,
// comments in TipTap, messages in a contenteditable that sends on Enter.
import Quill from 'quill';
import { plainBox, tiptapBox } from './boxes';
import { control, h, opener, show, view } from './dom';
import { record } from './record';

function share(): void {
  const outlet = h('div', { id: 'interop-outlet' });
  const place = h('div', { class: 'ql-container' });
  const style = h('style', {}, '.ql-editor { white-space: pre-wrap; min-height: 5em; outline: none } .ql-clipboard { position: absolute; left: -100000px }');
  const post = (): void => {
    const text = quill.getText().replace(/\n$/, '');
    if (!text.trim()) return;
    record(text);
    outlet.remove();
  };
  const dialog = h('div', { role: 'dialog', 'aria-labelledby': 'share-to-linkedin-modal__header', class: 'share-box' },
    h('div', { class: 'share-creation-state__text-editor' }, place),
    h('div', { class: 'share-box_actions' }, h('button', { type: 'button', 'aria-label': 'Open Emoji Keyboard' }, '☺'),
      control('button', { class: 'share-actions__primary-action artdeco-button', type: 'button' }, h('span', { class: 'artdeco-button__text' }, 'Post'), post)));
  const root = outlet.attachShadow({ mode: 'open' });
  root.append(style, dialog);
  document.body.append(outlet);
  // Quill knows nothing of shadow roots, and the browser's selection stops at
  // their host: it is told of the selection and the focus inside.
  const inside = root as ShadowRoot & { getSelection?(): Selection | null };
  if (inside.getSelection) document.getSelection = () => inside.getSelection!();
  const quill = new Quill(place, { modules: { toolbar: false }, formats: [] });
  (quill as unknown as { selection: { hasFocus(): boolean } }).selection.hasFocus = () => root.activeElement === quill.root;
  quill.root.setAttribute('role', 'textbox');
  quill.root.setAttribute('aria-label', 'Text editor for creating content');
  quill.root.setAttribute('data-placeholder', 'What do you want to talk about?');
}

function comments(): HTMLElement {
  const box = tiptapBox({ 'aria-label': 'Text editor for creating comment' }, 'Add a comment…');
  const post = (): void => {
    if (!box.text().trim()) return;
    record(box.text());
    box.clear();
  };
  return h('div', { class: 'feed-shared-update-v2', 'data-urn': 'urn:li:activity:1' }, h('p', {}, 'A post'),
    h('button', { type: 'button', 'aria-label': 'Comment' }, 'Comment'), h('button', { type: 'button' }, 'Send'),
    h('div', { class: 'comments-comment-box' }, h('div', { class: 'comments-comment-box-comment__text-editor' }, box.el),
      control('button', { class: 'comments-comment-box__submit-button--cr artdeco-button', type: 'button' }, 'Comment', post)));
}

function message(): HTMLElement {
  const box = plainBox({ class: 'msg-form__contenteditable', role: 'textbox', 'aria-label': 'Write a message…' });
  box.el.addEventListener('keydown', (e) => {
    if (e.key !== 'Enter' || e.shiftKey) return;
    e.preventDefault();
    record(box.text());
    box.clear();
  });
  return h('form', { class: 'msg-form' }, box.el, h('button', { class: 'msg-form__send-button', type: 'submit' }, 'Send'));
}

if (view === 'dm') show(message());
else if (view === 'comment') show(comments());
else show(opener({ class: 'open' }, 'Start a post', share));
