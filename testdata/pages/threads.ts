// threads.com and threads.net: a dialog with one Lexical a post of a thread, a
// single "Post" for all of them; a chat.
import { lexicalBox, type Box } from './boxes';
import { control, h, opener, show, view } from './dom';
import { record } from './record';

function composer(): HTMLElement {
  const boxes: Box[] = [];
  const list = h('div');
  const add = (): void => {
    const box = lexicalBox({ 'aria-label': 'Empty text field. Type to compose a new post.', 'aria-placeholder': "What's new?" });
    boxes.push(box);
    list.append(h('div', { class: 'part' }, box.el));
  };
  const dialog = h('div', { role: 'dialog', 'aria-label': 'New thread', class: 'modal' }, list,
    opener({ class: 'add' }, 'Add to thread', add),
    control('div', { role: 'button', tabindex: '0', class: 'go' }, h('div', {}, 'Post'), () => {
      const texts = boxes.map((b) => b.text()).filter((t) => t.trim() !== '');
      texts.forEach(record);
      if (texts.length > 0) dialog.remove();
    }));
  add();
  return dialog;
}

function chat(): HTMLElement {
  const box: Box = lexicalBox({ 'aria-label': 'Message', 'aria-placeholder': 'Message' }, () => {
    record(box.text());
    box.clear();
  });
  return h('div', { role: 'main' }, box.el);
}

if (view === 'dm') show(chat());
else show(opener({ class: 'open' }, "What's new?", () => document.body.append(composer())));
