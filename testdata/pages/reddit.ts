// reddit.com: web components. A title in a field's shadow root, Lexical in the
// composer's slot, Markdown in a textarea two roots down, a button whose real
// control is in a root of its own; comments that come when they are asked for.
import { fieldBox, lexicalBox, type Box } from './boxes';
import { broken, control, h, opener, show, view } from './dom';
import { record } from './record';

/** A host with an open root that holds inside. */
function hosted(tag: string, attributes: Record<string, string>, ...inside: Node[]): HTMLElement {
  const host = h(tag, attributes);
  host.attachShadow({ mode: 'open' }).append(...inside);
  return host;
}

function rich(label: string): Box {
  const box = lexicalBox({ slot: 'rte', 'aria-label': label });
  box.el.style.whiteSpace = 'pre-wrap';
  return box;
}

function postForm(): HTMLElement {
  const title = fieldBox('textarea', { name: 'title', rows: '1', 'aria-label': 'Title' });
  const body = rich('Post body text field');
  const markdown = fieldBox('textarea', { placeholder: 'Body text', rows: '6' });
  let plain = false;
  const post = (): void => {
    const said = [title.text(), (plain ? markdown : body).text()].filter((t) => t.trim() !== '').join(' | ');
    if (said) record(said);
    for (const box of [title, body, markdown]) box.clear();
  };
  const composer = hosted('shreddit-composer', { name: 'body' }, h('slot', { name: 'rte' }), opener({ class: 'toggle' }, 'Switch to Markdown', () => {
    plain = true;
    markdown.el.value = body.text();
    body.el.remove();
    composer.append(hosted('shreddit-markdown-composer', { slot: 'rte' }, markdown.el));
  }));
  composer.append(body.el);
  const button = control('button', { type: 'button', class: 'button-primary' }, 'Post', post);
  const submit = broken ? button : hosted('r-post-form-submit-button', { id: 'inner-post-submit-button' }, button);
  return h('r-post-composer-form', {}, h('form', {}, hosted('faceplate-textarea-input', { name: 'title' }, title.el), composer, submit));
}

function comments(): HTMLElement {
  const host = h('comment-composer-host');
  const open = (): void => {
    const body = rich('Comment');
    const post = (): void => {
      if (!body.text().trim()) return;
      record(body.text());
      body.clear();
    };
    const composer = hosted('shreddit-composer', {}, h('slot', { name: 'rte' }), h('slot', { name: 'cancel-button' }), h('slot', { name: 'submit-button' }));
    composer.append(body.el, h('button', { slot: 'cancel-button', type: 'button' }, 'Cancel'),
      control('button', { slot: 'submit-button', type: 'submit' }, 'Comment', post));
    host.replaceChildren(h('faceplate-form', {}, composer));
    if (broken) composer.after(composer.querySelector('.q9')!);
  };
  host.append(opener({ class: 'open', 'data-testid': 'trigger-button' }, 'Join the conversation', open));
  return h('div', {}, h('shreddit-comment', {}, h('button', { type: 'button' }, 'Reply')), host);
}

function chat(): HTMLElement {
  const box = fieldBox('textarea', { name: 'message', 'aria-label': 'Write message', rows: '1' });
  box.el.addEventListener('keydown', (e) => {
    if ((e as KeyboardEvent).key !== 'Enter') return;
    e.preventDefault();
    record(box.text());
    box.clear();
  });
  return hosted('rs-message-composer', {}, h('form', {}, box.el));
}

if (view === 'dm') show(chat());
else if (view === 'comment') show(comments());
else show(postForm());
