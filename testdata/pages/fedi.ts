// The other front ends of the Mastodon family, by their own marks: Elk, Phanpy,
// Semaphore, Misskey. A warning line and poll choices are posted with the text.
import { fieldBox, tiptapBox, type Box } from './boxes';
import { control, h, opener, show, view } from './dom';
import { isChord, record } from './record';

function sender(boxes: () => Box[], each = false): () => void {
  return () => {
    const said = boxes().map((b) => b.text()).filter((t) => t.trim() !== '');
    if (said.length === 0) return;
    for (const one of each ? said : [said.join(' | ')]) record(one);
    for (const b of boxes()) b.clear();
  };
}

function onChord(el: HTMLElement, post: () => void): HTMLElement {
  el.addEventListener('keydown', (e) => {
    if (!isChord(e)) return;
    e.preventDefault();
    post();
  });
  return el;
}

// One widget a post of a thread; the last alone has the button.
function elk(): HTMLElement {
  const boxes: Box[] = [];
  const post = sender(() => boxes, true);
  const button = control('button', { class: 'publish-button' }, h('span', {}, 'Publish'), post);
  const list = h('div', { class: 'thread' });
  const add = (): void => {
    const box = tiptapBox({ 'aria-label': 'What is on your mind?' }, 'What is on your mind?', post);
    const parts: Box[] = [box];
    const polls: HTMLElement[] = [];
    if (view === 'poll') {
      const choices = [1, 2].map((n) => fieldBox('input', { class: 'option-input', placeholder: `Option ${n}` }));
      parts.push(...choices);
      polls.push(h('form', {}, ...choices.map((c) => h('div', {}, c.el, h('button', { type: 'button' }, '×')))));
    }
    boxes.push(...parts);
    list.append(h('div', { 'aria-roledescription': 'publish-widget' }, h('div', {}, box.el), ...polls,
      h('div', {}, h('button', { type: 'button', 'aria-label': 'Add content warning' }, '!'), button)));
  };
  add();
  return h('div', {}, list, opener({ class: 'add' }, 'Add to thread', add));
}

function phanpy(): HTMLElement {
  const warning = fieldBox('input', { type: 'text', name: 'spoilerText', class: 'spoiler-text-field', placeholder: 'Content warning' });
  const box = fieldBox('textarea', { placeholder: 'What are you doing?', rows: '4' });
  const choices = [1, 2].map((n) => fieldBox('input', { type: 'text', placeholder: `Choice ${n}` }));
  const who = h('select', { name: 'visibility' }, h('option', { value: 'public' }, 'Public'), h('option', { value: 'direct' }, 'Private mention')) as HTMLSelectElement;
  if (view === 'dm') who.value = 'direct';
  const post = sender(() => [warning, box, ...choices]);
  const form = h('form', {}, h('div', { class: 'toolbar stretch' }, warning.el, h('label', {}, who)), h('text-expander', {}, box.el),
    h('div', { class: 'poll' }, ...choices.map((c) => h('div', { class: 'poll-choice' }, c.el))),
    h('div', { class: 'toolbar compose-footer' }, h('button', { type: 'button', class: 'toolbar-button' }, '+'),
      control('button', { type: 'submit', class: 'large' }, 'Post', post)));
  form.addEventListener('submit', (e) => e.preventDefault());
  return h('div', { id: 'compose-container-outer' }, h('div', { id: 'compose-container', tabindex: '-1' }, onChord(form, post)));
}

function semaphore(): HTMLElement {
  const warning = fieldBox('input', { class: 'content-warning-input', type: 'text', placeholder: 'Content warning' });
  const box = fieldBox('textarea', { class: 'compose-box-input', id: 'the-compose-box-input-home', placeholder: "What's on your mind?", 'aria-autocomplete': 'both', 'aria-expanded': 'false', rows: '4' });
  const choices = [1, 2].map((n) => fieldBox('input', { id: `poll-option-home-${n}`, type: 'text', placeholder: `Choice ${n}` }));
  const post = sender(() => [warning, box, ...choices]);
  return h('div', { class: 'compose-box-wrapper' },
    h('div', { class: 'compose-box compose-box-realm-home' + (view === 'dm' ? ' direct-reply' : '') }, h('div', { class: 'compose-content-warning-wrapper' }, warning.el),
      onChord(box.el, post), h('section', { class: 'compose-poll', 'aria-label': 'Create poll' }, ...choices.map((c) => c.el))),
    h('div', { class: 'compose-box-button-wrapper' }, control('button', { class: 'primary compose-box-button' }, 'Toot!', post)));
}

function misskey(): HTMLElement {
  const warning = fieldBox('input', { placeholder: 'Comments', class: 'cw' });
  const box = fieldBox('textarea', { 'data-cy-post-form-text': '', placeholder: 'What are you up to?', rows: '4' });
  const choices = [1, 2].map((n) => fieldBox('input', { type: 'text', placeholder: `Choice ${n}` }));
  const tags = fieldBox('input', { list: 'hashtags', placeholder: 'Hashtags' });
  const post = sender(() => [warning, box, ...choices]);
  const seen = view === 'dm' ? 'ti-mail' : 'ti-world';
  for (const b of [warning, box]) onChord(b.el, post);
  return h('div', {}, h('header', {}, h('button', { class: '_button' }, h('i', { class: `ti ${seen}` })),
    control('button', { class: '_button', 'data-cy-open-post-form-submit': '' }, h('div', {}, 'ノート', h('i', { class: 'ti ti-send' })), post)),
    h('div', {}, warning.el), h('div', {}, box.el), tags.el,
    h('div', { class: 'zmdxowus' }, h('ul', {}, ...choices.map((c) => h('li', {}, h('div', { class: 'input' }, h('div', { class: 'inner' }, c.el)))))));
}

const ends: Record<string, () => HTMLElement> = { 'elk.zone': elk, 'phanpy.social': phanpy, 'semaphore.social': semaphore, 'misskey.io': misskey };
show(ends[location.hostname]!());
