// What the stand-ins for named sites share: elements, the view asked for in the
// address (?v=), and the control that posts. With ?broken that control has lost
// every mark and name by which it could be known, and still posts.

type Child = Node | string;

const asked = new URLSearchParams(location.search);
export const view = asked.get('v') ?? 'post';
export const broken = asked.has('broken');

export function h(tag: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  el.append(...children);
  return el;
}

/** The control that posts: a click, and Enter or Space where it is no button of the browser's. */
export function control(tag: string, attributes: Record<string, string>, name: Child, post: () => void): HTMLElement {
  const el = broken ? h('div', { class: 'q9' }, '•••') : h(tag, attributes, name);
  el.addEventListener('click', (e) => {
    e.preventDefault();
    post();
  });
  if (el.tagName !== 'BUTTON') {
    el.addEventListener('keydown', (e) => {
      if (e.key !== 'Enter' && e.key !== ' ') return;
      e.preventDefault();
      post();
    });
  }
  return el;
}

/** A control that opens something and posts nothing. */
export function opener(attributes: Record<string, string>, name: Child, open: () => void): HTMLElement {
  const el = h('div', { role: 'button', tabindex: '0', ...attributes }, name);
  el.addEventListener('click', open);
  return el;
}

/** Puts the page together, the list of posts last. */
export function show(...children: Child[]): void {
  document.querySelector('#root')!.replaceChildren(...children, h('ul', { id: 'posts' }));
}
