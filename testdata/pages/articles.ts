// medium.com, quora.com, nextdoor.com: editors of the sites' own.
import { fieldBox, plainBox, type Box } from './boxes';
import { control, h, show, view } from './dom';
import { record } from './record';

function sender(...boxes: Box[]): () => void {
  return () => {
    const said = boxes.map((b) => b.text()).filter((t) => t.trim() !== '').join(' | ');
    if (!said) return;
    record(said);
    for (const b of boxes) b.clear();
  };
}

function message(attributes: Record<string, string>): HTMLElement {
  const box = fieldBox('textarea', { rows: '1', ...attributes });
  box.el.addEventListener('keydown', (e) => {
    if ((e as KeyboardEvent).key !== 'Enter') return;
    e.preventDefault();
    sender(box)();
  });
  return h('form', {}, box.el);
}

// Publish opens a step of settings; Publish now posts.
function mediumStory(): HTMLElement {
  const box = plainBox({ class: 'postArticle-content js-postField', role: 'textbox', 'data-testid': 'editorRoot' });
  const fill = (): void => box.el.replaceChildren(h('p', { 'data-testid': 'editorParagraphText', class: 'graf graf--p' }, document.createElement('br')));
  fill();
  const publish = (): void => {
    const post = (): void => {
      sender({ ...box, clear: fill })();
      step.remove();
    };
    const step = h('div', { role: 'dialog', class: 'modal' }, h('button', { type: 'button', class: 'last', 'data-testid': 'publishConfirmButton' }, 'Publish now'));
    step.querySelector('button')!.addEventListener('click', post);
    document.body.append(step);
  };
  return h('div', {}, control('button', { type: 'button', 'data-action': 'show-prepublish' }, 'Publish', publish), h('article', {}, box.el));
}

function mediumResponse(): HTMLElement {
  const box = plainBox({ role: 'textbox', 'aria-label': 'What are your thoughts?', 'data-slate-editor': 'true' });
  return h('div', {}, box.el, h('button', { type: 'button' }, 'Cancel'), control('button', { type: 'button', 'data-testid': 'ResponseRespondButton' }, 'Respond', sender(box)));
}

function quoraAnswer(): HTMLElement {
  const box = plainBox({ class: 'doc', 'data-placeholder': 'Write your answer' });
  return h('div', { role: 'dialog', 'aria-modal': 'true', class: 'modal' }, h('div', { class: 'q-text' }, 'A question?'), box.el,
    h('div', { class: 'bar' }, control('button', { class: 'q-click-wrapper', type: 'button' }, 'Post', sender(box))));
}

function quoraQuestion(): HTMLElement {
  const box = fieldBox('textarea', { placeholder: 'Start your question with "What", "How", "Why", etc.', rows: '2' });
  return h('div', { role: 'dialog', 'aria-modal': 'true', class: 'modal' }, box.el, h('button', { type: 'button' }, 'Cancel'),
    control('button', { class: 'q-click-wrapper', type: 'button' }, 'Add question', sender(box)));
}

function nextdoor(): HTMLElement {
  const box = fieldBox('textarea', { placeholder: "What's on your mind, neighbor?", rows: '4' });
  return h('div', { role: 'dialog', class: 'modal' }, box.el, h('button', { type: 'button', 'aria-label': 'Add photos' }, '◦'), control('button', { type: 'button' }, 'Post', sender(box)));
}

const views: Record<string, () => HTMLElement> = {
  'medium.com post': mediumStory,
  'medium.com response': mediumResponse,
  'www.quora.com post': quoraAnswer,
  'www.quora.com question': quoraQuestion,
  'www.quora.com dm': () => message({ placeholder: 'Message', 'aria-label': 'Write a reply' }),
  'nextdoor.com post': nextdoor,
  'nextdoor.com dm': () => message({ 'aria-label': 'Write a message' }),
};

show(views[`${location.hostname} ${view}`]!());
