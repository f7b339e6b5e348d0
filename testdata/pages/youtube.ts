// youtube.com: a contenteditable that comes when its placeholder is pressed; the
// next video builds it anew without a load. ?v=chat is a live chat's box.
import { plainBox } from './boxes';
import { control, h, opener, show, view } from './dom';
import { record } from './record';

function comments(): HTMLElement {
  const all = h('ytd-comment-simplebox-renderer');
  const open = (): void => {
    const box = plainBox({ id: 'contenteditable-root', 'aria-label': 'Add a comment...' });
    const post = (): void => {
      if (!box.text().trim()) return;
      record(box.text());
      close();
    };
    const shape = (id: string, button: Node): HTMLElement => h('ytd-button-renderer', { id }, h('yt-button-shape', {}, button));
    all.replaceChildren(h('ytd-commentbox', {}, h('div', { id: 'creation-box' }, box.el), h('div', { id: 'buttons' },
      shape('cancel-button', h('button', { 'aria-label': 'Cancel' }, 'Cancel')),
      shape('submit-button', control('button', { 'aria-label': 'Comment' }, h('span', {}, 'Comment'), post)))));
    box.el.focus();
  };
  const close = (): void => all.replaceChildren(opener({ id: 'placeholder-area', class: 'open' }, 'Add a comment...', open));
  close();
  return all;
}

function watch(n: number): void {
  const next = opener({ class: 'next' }, 'Next video', () => {
    history.pushState({}, '', `/watch?n=${n + 1}`);
    document.dispatchEvent(new CustomEvent('yt-navigate-finish'));
    watch(n + 1);
  });
  show(h('ytd-watch-flexy', {}, next, h('ytd-comments', {}, comments())));
}

function chat(): HTMLElement {
  const box = plainBox({ id: 'input', role: 'textbox', 'aria-label': 'Chat...' });
  const post = (): void => {
    if (!box.text().trim()) return;
    record(box.text());
    box.clear();
  };
  box.el.addEventListener('keydown', (e) => {
    if (e.key !== 'Enter') return;
    e.preventDefault();
    post();
  });
  return h('yt-live-chat-message-input-renderer', {}, h('yt-live-chat-text-input-field-renderer', {}, box.el),
    h('div', { id: 'send-button' }, control('button', { 'aria-label': 'Send' }, '▸', post)));
}

if (view === 'chat') show(chat());
else watch(1);
