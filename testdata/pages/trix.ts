// Any site: Trix in a form, as Rails makes it: the text goes out in a hidden field.
import Trix from 'trix';
import { record } from './record';
import { h, posted, root } from './parts';

void Trix;
const hidden = h('input', { type: 'hidden', id: 'body', name: 'body' });
const editor = h('trix-editor' as 'div', { input: 'body', 'aria-label': 'Reply', class: 'trix-content box' }) as HTMLElement & {
  editor: { getDocument(): { toString(): string }; loadHTML(html: string): void };
};
const form = h('form', {}, [hidden, editor, h('button', { type: 'submit' }, ['Post'])]);
form.addEventListener('submit', (e) => {
  e.preventDefault();
  // Trix's document always ends in one newline of its own.
  const text = editor.editor.getDocument().toString().replace(/\n$/, '');
  if (text.trim() === '') return;
  record(text);
  editor.editor.loadHTML('');
});
root.append(form, posted);
