// Any site: a textarea in a native modal dialog, which makes the rest of the
// page inert.
import { record } from './record';

const dialog = document.createElement('dialog');
const area = document.createElement('textarea');
area.setAttribute('aria-label', 'Reply');
area.rows = 4;
const button = document.createElement('button');
button.type = 'button';
button.textContent = 'Post';
button.addEventListener('click', () => {
  record(area.value);
  area.value = '';
});
dialog.append(area, button);
const list = document.createElement('ul');
list.id = 'posts';
document.querySelector('#root')!.append(dialog, list);
dialog.showModal();
