// Mastodon and its family: a React textarea that is read again on every post.
// Ctrl+Enter posts without a submit event; forks post on Alt+Enter too.

import { generic } from './generic';
import type { Site } from './site';

export const mastodon: Site = {
  ...generic,
  name: 'mastodon',
  evidence: '2026-11, mastodon/mastodon features/compose: compose_form, autosuggest_textarea',
  is: ({ root }) => root?.querySelector('form.compose-form,#mastodon') != null,
  composer(el) {
    const known = '.autosuggest-textarea__textarea,.autosuggest-input input,#cw-spoiler-input,.spoiler-input__input';
    return el instanceof HTMLElement && el.matches(known) ? el : generic.composer(el);
  },
  submit: 'form.compose-form button[type=submit],.compose-form__publish button',
  altEnterPosts: true,
  enterPosts: () => false,
  works: (box, submits) => submits.length > 0 || box.closest('form.compose-form') === null,
};
