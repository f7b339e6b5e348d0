// Any site: a plain contenteditable and a button that is not in a form.
import { record } from './record';

const root = document.querySelector('#root')!;
const box = document.createElement('div');
box.contentEditable = 'true';
box.setAttribute('role', 'textbox');
box.setAttribute('aria-label', 'Reply');
box.className = 'box';
const button = document.createElement('button');
button.textContent = 'Post';
button.addEventListener('click', () => {
  record(box.innerText);
  box.replaceChildren();
});
const list = document.createElement('ul');
list.id = 'posts';
root.append(box, button, list);
