// Mastodon and its family: a React textarea that is read again on every post.
// Ctrl+Enter posts without a submit event; forks post on Alt+Enter too.

import { generic } from './generic';
import type { Site } from './site';

export const mastodon: Site = {
  ...generic,
  name: 'mastodon',
  evidence: '2026-11, mastodon/mastodon features/compose: compose_form, autosuggest_textarea, privacy_dropdown',
  is: ({ root }) => root?.querySelector('form.compose-form,#mastodon') != null,
  composer(el) {
    const known = '.autosuggest-textarea__textarea,.autosuggest-input input,#cw-spoiler-input,.spoiler-input__input';
    return el instanceof HTMLElement && el.matches(known) ? el : generic.composer(el);
  },
  submit: 'form.compose-form button[type=submit],.compose-form__publish button',
  altEnterPosts: true,
  enterPosts: () => false,
  // The button that says who may read shows an @: those mentioned, and nobody else.
  isPrivate: (box) => box.closest('form.compose-form')?.querySelector(':is(.dropdown-button,.privacy-dropdown__value-icon) .icon-at') != null
    || generic.isPrivate(box),
  works: (box, submits) => submits.length > 0 || box.closest('form.compose-form') === null,
};
