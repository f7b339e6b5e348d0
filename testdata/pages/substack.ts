// substack.com: title, subtitle and TipTap; "Continue" opens the step in which
// the post is sent. ?v=note is a short note, ?v=dm the inbox.
import { fieldBox, tiptapBox } from './boxes';
import { control, h, show, view } from './dom';
import { record } from './record';

function article(): HTMLElement {
  const title = fieldBox('textarea', { placeholder: 'Title', 'data-testid': 'post-title', rows: '1' });
  const subtitle = fieldBox('textarea', { placeholder: 'Add a subtitle…', class: 'subtitle', rows: '1' });
  const body = tiptapBox({ 'data-testid': 'editor' }, 'Start writing…');
  const boxes = [title, subtitle, body];
  const send = (): void => {
    record(boxes.map((b) => b.text()).filter((t) => t.trim() !== '').join(' | '));
    for (const b of boxes) b.clear();
    document.querySelector('.publish')?.remove();
  };
  const step = (): void => document.body.append(h('div', { class: 'publish' }, h('button', { type: 'button', class: 'last' }, 'Send to everyone now')));
  document.addEventListener('click', (e) => void ((e.target as Element).matches('.last') && send()));
  return h('div', { class: 'post-editor' }, h('header', {}, h('button', { type: 'button' }, 'Preview'),
    control('button', { type: 'button', 'data-testid': 'publish-button' }, 'Continue', step)), title.el, subtitle.el, body.el);
}

function note(): HTMLElement {
  const box = tiptapBox({}, "What's on your mind?");
  return h('div', { role: 'dialog', 'aria-modal': 'true', class: 'modal' }, box.el, control('button', { type: 'button' }, 'Post', () => {
    if (!box.text().trim()) return;
    record(box.text());
    box.clear();
  }));
}

function inbox(): HTMLElement {
  const box = fieldBox('textarea', { placeholder: 'Message', rows: '1' });
  box.el.addEventListener('keydown', (e) => {
    if ((e as KeyboardEvent).key !== 'Enter') return;
    e.preventDefault();
    record(box.text());
    box.clear();
  });
  return h('form', {}, box.el);
}

if (view === 'dm') show(inbox());
else show(view === 'note' ? note() : article());
