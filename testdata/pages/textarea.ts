// Any site: a plain textarea in a plain form, and a second form below it.
import { record } from './record';

function form(label: string): HTMLFormElement {
  const f = document.createElement('form');
  const area = document.createElement('textarea');
  area.name = 'body';
  area.rows = 5;
  area.setAttribute('aria-label', label);
  const button = document.createElement('button');
  button.type = 'submit';
  button.textContent = 'Post';
  // Takes files and shows nothing of them.
  const picker = document.createElement('input');
  picker.type = 'file';
  picker.setAttribute('aria-label', 'Attach');
  f.append(area, picker, button);
  f.addEventListener('dragover', (e) => e.preventDefault());
  f.addEventListener('drop', (e) => e.preventDefault());
  f.addEventListener('submit', (e) => {
    e.preventDefault();
    record(area.value);
    f.reset();
  });
  return f;
}

const list = document.createElement('ul');
list.id = 'posts';
document.querySelector('#root')!.append(form('Reply'), form('Other reply'), list);
