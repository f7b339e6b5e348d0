// Misskey and what was made of it: a textarea, a warning line and poll choices;
// the button is named in the reader's language and marked for the site's tests.

import { above } from '../src/tree';
import { generic } from './generic';
import { marked, type Site } from './site';

export const misskey: Site = {
  ...generic,
  name: 'misskey',
  evidence: '2026-11, misskey-dev/misskey packages/frontend/src/components: MkPostForm.vue, MkPollEditor.vue',
  is: ({ host, root }) => host === 'misskey.io' || root?.querySelector('[data-cy-post-form-text],#misskey_app') != null,
  submit: '[data-cy-open-post-form-submit]',
  enterPosts: () => false,
  isPrivate: (box) => location.pathname.startsWith('/chat') || formOf(box)?.querySelector(':scope header .ti-mail') != null || generic.isPrivate(box),
  works: (box, submits) => marked(submits, misskey.submit) || formOf(box) === null,
};

// The nearest thing around box that has the note's text and its header.
function formOf(box: Element): Element | null {
  let n = above(box, 'div');
  while (n && !(n.querySelector('[data-cy-post-form-text]') && n.querySelector('header'))) n = above(n.parentElement, 'div');
  return n;
}
