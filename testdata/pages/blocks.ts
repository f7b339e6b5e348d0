// tumblr.com and wordpress.com: title and paragraphs are editables of their own
// on one canvas. The marks are the block editor's, its code is not: that, and
// its framed canvas, are the page "gutenberg"'s.
import { fieldBox } from './boxes';
import { control, h, show, view } from './dom';
import { record } from './record';

function paragraph(): HTMLElement {
  return h('p', { contenteditable: 'true', role: 'document', 'aria-label': 'Empty block; start writing', class: 'block-editor-rich-text__editable wp-block-paragraph' });
}

const title = h('h1', { contenteditable: 'true', role: 'textbox', 'aria-label': 'Add title', class: 'wp-block-post-title' });
const list = h('div', { class: 'block-editor-block-list__layout is-root-container' }, paragraph());
const canvas = h('div', { class: 'editor-styles-wrapper block-editor-writing-flow', tabindex: '-1' }, title, list);
for (const el of [title, list]) el.style.whiteSpace = 'pre-wrap';
list.addEventListener('keydown', (e) => {
  if (e.key !== 'Enter') return;
  e.preventDefault();
  const next = paragraph();
  (e.target as Element).after(next);
  next.focus();
});

function post(): void {
  const said = [title, ...list.children].map((el) => (el as HTMLElement).innerText.trim()).filter((t) => t !== '').join('\n');
  if (!said) return;
  record(said);
  title.replaceChildren();
  list.replaceChildren(paragraph());
}

// Publish opens a panel; Publish in the panel posts.
function wordpress(): HTMLElement {
  const step = (): void => {
    const button = h('button', { type: 'button', class: 'components-button editor-post-publish-button last' }, 'Publish');
    const panel = h('div', { class: 'editor-post-publish-panel' }, button);
    button.addEventListener('click', () => {
      post();
      panel.remove();
    });
    document.body.append(panel);
  };
  return h('div', { class: 'block-editor__container' },
    h('div', { class: 'editor-header__settings' }, h('button', { type: 'button' }, 'Save draft'),
      control('button', { type: 'button', class: 'components-button editor-post-publish-panel__toggle' }, 'Publish', step)), canvas);
}

function tumblr(): HTMLElement {
  const name = view === 'reblog' ? 'Reblog' : 'Post now';
  return h('div', { role: 'dialog', 'aria-modal': 'true', class: 'modal' }, canvas, h('textarea', { 'aria-label': 'Tags editor', placeholder: '#add tags', rows: '1' }),
    h('div', { class: 'bar' }, h('button', { type: 'button' }, 'Close'), control('button', { type: 'button' }, h('span', {}, name), post)));
}

function message(): HTMLElement {
  const box = fieldBox('textarea', { placeholder: 'Say your thing', rows: '1' });
  box.el.addEventListener('keydown', (e) => {
    if ((e as KeyboardEvent).key !== 'Enter') return;
    e.preventDefault();
    record(box.text());
    box.clear();
  });
  return h('form', {}, box.el);
}

show(view === 'dm' ? message() : location.hostname.endsWith('tumblr.com') ? tumblr() : wordpress());
