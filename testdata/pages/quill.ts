// Any site: Quill 2 and the class of button a large site puts under it.
import Quill from 'quill';
import { record } from './record';

const root = document.querySelector('#root')!;
const place = document.createElement('div');
place.className = 'place';
const button = document.createElement('button');
button.className = 'share-actions__primary-action';
button.textContent = 'Post';
const list = document.createElement('ul');
list.id = 'posts';
root.append(place, button, list);

const quill = new Quill(place, { modules: { toolbar: false }, formats: [] });
quill.root.setAttribute('role', 'textbox');
quill.root.setAttribute('aria-label', 'Reply');
quill.root.classList.add('box');
button.addEventListener('click', () => {
  // Quill's document always ends in one newline of its own.
  const text = quill.getText().replace(/\n$/, '');
  if (!text.trim()) return;
  record(text);
  quill.setText('');
});
