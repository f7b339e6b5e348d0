// facebook.com: a composer in a dialog that a press opens, comments that post
// on a plain Enter, and a chat. Lexical everywhere, labels in the reader's
// language (?v=post-de).
import { lexicalBox, type Box } from './boxes';
import { control, h, opener, show, view } from './dom';
import { record } from './record';

const words = view.endsWith('-de')
  ? { mind: 'Was machst du gerade, Sam?', post: 'Posten', next: 'Weiter' }
  : { mind: "What's on your mind, Sam?", post: 'Post', next: 'Next' };

function send(box: Box): boolean {
  const text = box.text();
  if (!text.trim()) return false;
  record(text);
  box.clear();
  return true;
}

function dialog(): HTMLElement {
  const box: Box = lexicalBox({ 'aria-label': words.mind, 'aria-placeholder': words.mind });
  const all = h('div', { role: 'dialog', 'aria-modal': 'true', 'aria-label': 'Create post', class: 'modal' });
  const post = () => void (send(box) && all.remove());
  const tools = ['Photo/video', 'Tag people', 'Feeling/activity', 'Check in'].map((name) =>
    h('div', { role: 'button', tabindex: '0', 'aria-label': name }, '◦'));
  // Where a post can go to more than one place, its settings come between.
  const settings = () => {
    const text = box.text();
    if (!text.trim()) return;
    all.replaceChildren(h('h2', {}, 'Post settings'), opener({ 'aria-label': words.post }, words.post, () => {
      record(text);
      all.remove();
    }));
  };
  const last = view === 'settings'
    ? control('div', { role: 'button', tabindex: '0', 'aria-label': words.next }, words.next, settings)
    : control('div', { role: 'button', tabindex: '0', 'aria-label': words.post }, h('span', {}, words.post), post);
  all.append(h('form', { method: 'POST' }, h('div', {}, box.el), h('div', { class: 'bar' }, ...tools), last));
  return all;
}

function article(name: string): HTMLElement {
  const box: Box = lexicalBox({ 'aria-label': 'Write a comment…', 'aria-placeholder': 'Write a comment…' }, () => send(box));
  const button = control('div', { role: 'button', tabindex: '0', 'aria-label': 'Comment' }, h('i', {}, '▸'), () => send(box));
  return h('div', { role: 'article', 'aria-label': name }, h('p', {}, 'A post of another person'), h('form', { role: 'presentation' }, box.el, button));
}

function chat(): HTMLElement {
  const box: Box = lexicalBox({ 'aria-label': 'Message', 'aria-placeholder': 'Aa' }, () => send(box));
  return h('div', { role: 'main', 'aria-label': 'Conversation with Pat' }, box.el);
}

if (view === 'dm') show(chat());
else if (view === 'comment') show(h('div', { role: 'main' }, article('One'), article('Two')));
else show(h('div', { role: 'main' }, opener({ class: 'open' }, words.mind, () => document.querySelector('#root')!.append(dialog()))));
