// Any site: a plain contenteditable and a button that is not in a form. With
// ?rich it opens on a draft with marks, and saves its markup on every input.
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

function rich(): void {
  const part = (tag: string, text: string, attributes: Record<string, string> = {}): HTMLElement => {
    const el = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
    el.textContent = text;
    return el;
  };
  const p = document.createElement('p');
  const mention = part('span', '@ann', { 'data-mention': '7', contenteditable: 'false' });
  p.append('My client ', part('b', 'Marisol Vega'), ', 14, ', part('a', 'goes to court', { href: '#court' }), ' with ', mention,
    ' Tuesday in Osterville ', part('span', '#longday', { class: 'tag' }), '.');
  box.append(p);
  const saved: string[] = ((window as unknown as { __saved: string[] }).__saved = []);
  const save = (): void => void saved.push(box.outerHTML);
  box.addEventListener('input', save);
  new MutationObserver((all) => {
    for (const m of all) if (m.type === 'attributes') save();
  }).observe(box, { attributes: true, subtree: true });
}
if (new URLSearchParams(location.search).has('rich')) rich();
