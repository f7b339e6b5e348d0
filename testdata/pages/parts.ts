// The parts that the pages of one editor share: a button that posts, the list
// of what was posted, and composers made of plain elements in whatever document.
import { record } from './record';

export const root = document.querySelector('#root')!;

/** An element of doc with attributes and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Record<string, string> = {}, children: (Node | string)[] = [], doc: Document = document,
): HTMLElementTagNameMap[K] {
  const el = doc.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  el.append(...children);
  return el;
}

/** A plain button named Post that posts what take gives, unless it is blank, and then empties the box. */
export function postButton(take: () => string, empty: () => void, doc: Document = document): HTMLButtonElement {
  const button = h('button', { type: 'button' }, ['Post'], doc);
  button.addEventListener('click', () => {
    const text = take();
    if (text.trim() === '') return;
    record(text);
    empty();
  });
  return button;
}

/** A text area and the button that posts it. */
export function areaAndButton(doc: Document = document, name = 'Reply'): [HTMLTextAreaElement, HTMLButtonElement] {
  const area = h('textarea', { 'aria-label': name, rows: '4' }, [], doc);
  return [area, postButton(() => area.value, () => void (area.value = ''), doc)];
}

/** A plain editable box and the button that posts it. */
export function boxAndButton(doc: Document = document): [HTMLElement, HTMLButtonElement] {
  const box = h('div', { contenteditable: 'true', role: 'textbox', 'aria-label': 'Reply', class: 'box' }, [], doc);
  return [box, postButton(() => box.innerText, () => box.replaceChildren(), doc)];
}

export const posted = h('ul', { id: 'posts' });
