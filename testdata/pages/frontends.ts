// Composers shaped like those of open-source front ends, without their
// frameworks: the marks, roles, words and events by which their posts go out.
// ?k= names one; each keeps what belongs to a post together, joined by " | ".
import { record } from './record';

type Child = Node | string;

function h(tag: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  el.append(...children);
  return el;
}

const button = (name: string, attributes: Record<string, string> = {}): HTMLElement => h('button', { type: 'button', ...attributes }, name);
const area = (attributes: Record<string, string> = {}): HTMLTextAreaElement => h('textarea', { rows: '4', cols: '50', ...attributes }) as HTMLTextAreaElement;
const line = (attributes: Record<string, string>): HTMLInputElement => h('input', attributes) as HTMLInputElement;

/** Posts what the fields hold, and empties them, a moment later as a server would. */
function poster(...fields: (HTMLTextAreaElement | HTMLInputElement)[]): () => void {
  return () => {
    const said = fields.map((f) => f.value).filter((v) => v !== '').join(' | ');
    if (said === '') return;
    setTimeout(() => {
      record(said);
      for (const f of fields) f.value = '';
    }, 20);
  };
}

const isChord = (e: KeyboardEvent): boolean => e.key === 'Enter' && (e.ctrlKey || e.metaKey);

const kinds: Record<string, () => Child[]> = {
  // A modal without a role; a warning line that calls itself "Comments"; the
  // button's name in a language of few, known by its test mark alone.
  notes() {
    const warning = line({ placeholder: 'Comments', class: 'title' });
    const box = area({ placeholder: 'What are you up to?' });
    const post = poster(warning, box);
    const submit = h('button', { class: '_button', 'data-cy-open-post-form-submit': '' }, h('div', {}, 'Ноут', h('i', { class: 'ti ti-send' })));
    submit.addEventListener('click', post);
    for (const el of [warning, box]) el.addEventListener('keydown', (e) => void (isChord(e) && post()));
    return [h('div', {}, h('header', {}, button('x'), submit), warning, box, h('footer', {}, button('#')))];
  },
  // "Create Topic" beside a title; a toolbar nearer than it, with a quote in it.
  topics() {
    const title = line({ type: 'text', class: 'title', placeholder: 'Type title, or paste a link here' });
    const box = area({ 'aria-label': 'Type here. Use Markdown, BBCode, or HTML to format.' });
    const post = poster(title, box);
    const submit = button('Create Topic', { class: 'btn create', title: 'Or press Ctrl+Enter' });
    submit.addEventListener('click', post);
    const all = h('div', { role: 'dialog' }, title, h('div', {}, h('div', { role: 'toolbar' }, button('', { 'aria-label': 'quote', class: 'other' })), box),
      h('div', {}, submit, button('Close')));
    all.addEventListener('keydown', (e) => void (isChord(e) && post()));
    return [all];
  },
  // A chat: a plain Enter sends, and the box says so in words only.
  chat() {
    const box = area({ 'aria-label': 'write to town square', rows: '1' });
    const post = poster(box);
    box.addEventListener('keydown', (e) => {
      if (e.key !== 'Enter' || e.shiftKey) return;
      e.preventDefault();
      post();
    });
    const send = button('', { 'aria-label': 'Send a message' });
    send.addEventListener('click', post);
    return [h('form', {}, box, button('B'), send)];
  },
  // A paper plane without a name.
  plane() {
    const box = area({ placeholder: 'Write a comment' });
    const svg = h('svg', { 'data-testid': 'SendIcon' }, '');
    const send = h('button', { type: 'button', class: 'submit-plane' }, svg);
    send.style.padding = '8px';
    send.addEventListener('click', poster(box));
    return [h('div', {}, box, send)];
  },
  // An edited post is saved; farther out there are other people's Reply buttons.
  edit() {
    const box = area();
    const save = button('Save changes', { class: 'save' });
    save.addEventListener('click', poster(box));
    return [h('article', {}, h('div', {}, box, button('Cancel'), save), button('Reply')), h('article', {}, button('Reply'))];
  },
  // A box made into a button: pointerup and keydown, no click at all.
  plain() {
    const box = area();
    const post = poster(box);
    const go = h('div', { role: 'button', tabindex: '0', class: 'go' }, 'Reply');
    go.addEventListener('pointerup', post);
    go.addEventListener('keydown', (e) => void ((e.key === 'Enter' || e.key === ' ') && post()));
    return [h('div', {}, box, go)];
  },
  // Ctrl+Enter on keyup; a button without a type in a form.
  video() {
    const box = area({ placeholder: 'Add comment...' });
    const post = poster(box);
    const form = h('form', {}, box, button('Cancel'), h('button', { class: 'send' }, ' Comment '));
    form.addEventListener('submit', (e) => {
      e.preventDefault();
      post();
    });
    box.addEventListener('keyup', (e) => void (isChord(e) && post()));
    return [form];
  },
  // Three buttons that submit: a draft, a preview, the post.
  board() {
    const title = line({ type: 'text', name: 'subject', class: 'title', 'aria-label': 'Subject' });
    const box = area({ name: 'message' });
    const post = poster(title, box);
    const submit = (name: string, value: string): HTMLElement => h('input', { type: 'submit', name, value, class: name });
    const form = h('form', {}, title, box, submit('save', 'Save draft'), submit('preview', 'Preview'), submit('post', 'Submit')) as HTMLFormElement;
    form.addEventListener('submit', (e) => {
      e.preventDefault();
      if ((e.submitter as HTMLInputElement | null)?.name !== 'preview') post();
      else document.body.dataset.previewed = '';
    });
    return [form];
  },
  // A business answers a review: in public, to one person, about one visit.
  review() {
    const box = area({ 'aria-label': 'Your public reply', maxlength: '4096' });
    const reply = button('Submit public response', { class: 'reply' });
    reply.addEventListener('click', poster(box));
    return [h('article', {}, h('p', {}, '★★★★★ They were kind to us'), h('div', {}, box, h('div', {}, button('Cancel'), reply)))];
  },
};

document.querySelector('#root')!.append(...kinds[new URLSearchParams(location.search).get('k')!]!(), h('ul', { id: 'posts' }));
