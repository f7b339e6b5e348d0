// instagram.com: a caption in Lexical with the alt text beside it, comments in a
// textarea that post on Enter and whose button comes with the first words, a chat.
import { fieldBox, lexicalBox, type Box } from './boxes';
import { control, h, show, view } from './dom';
import { record } from './record';

function caption(): HTMLElement {
  const box = lexicalBox({ 'aria-label': 'Write a caption...', 'aria-placeholder': 'Write a caption...' });
  const alt = fieldBox('textarea', { placeholder: 'Write alt text...', name: 'alt-text', rows: '1' });
  return h('div', { role: 'dialog', 'aria-label': 'Create new post' },
    h('div', {}, control('div', { role: 'button', tabindex: '0', class: 'go' }, 'Share', () => {
      const said = [box.text(), alt.text()].filter((t) => t.trim() !== '').join(' | ');
      if (said) record(said);
      box.clear();
      alt.clear();
    })),
    h('div', {}, box.el, h('div', { class: 'alt' }, alt.el), fieldBox('input', { type: 'text', name: 'creation-location-input', placeholder: 'Add location' }).el));
}

function comment(): HTMLElement {
  const box = fieldBox('textarea', { 'aria-label': 'Add a comment…', placeholder: 'Add a comment…', rows: '1' });
  const form = h('form', { method: 'POST' }, box.el);
  const post = (): void => {
    if (!box.text().trim()) return;
    record(box.text());
    box.clear();
    button.remove();
  };
  const button = control('div', { role: 'button', tabindex: '0', class: 'go' }, 'Post', post);
  box.el.addEventListener('input', () => form.append(button));
  box.el.addEventListener('keydown', (e) => {
    if ((e as KeyboardEvent).key !== 'Enter' || (e as KeyboardEvent).shiftKey) return;
    e.preventDefault();
    post();
  });
  return h('article', {}, h('p', {}, 'A photo'), h('section', {}, form));
}

function chat(): HTMLElement {
  const box: Box = lexicalBox({ 'aria-label': 'Message', 'aria-placeholder': 'Message...' }, () => {
    record(box.text());
    box.clear();
  });
  return h('div', { role: 'main' }, box.el);
}

if (view === 'dm') show(chat());
else show(view === 'comment' ? comment() : caption());
