// Phanpy: a textarea in a form, a warning line that is always there, poll
// choices; Ctrl+Enter anywhere in the form posts.

import { above } from '../src/tree';
import { generic } from './generic';
import type { Site } from './site';

export const phanpy: Site = {
  ...generic,
  name: 'phanpy',
  evidence: '2026-11, cheeaun/phanpy src/components/compose.jsx, compose-poll.jsx',
  is: ({ host, root }) => host === 'phanpy.social' || root?.querySelector('#compose-container') != null,
  submit: '#compose-container form button[type=submit]',
  enterPosts: () => false,
  isPrivate(box) {
    const who = above(box, '#compose-container')?.querySelector<HTMLSelectElement>('select[name=visibility]');
    return who?.value === 'direct' || generic.isPrivate(box);
  },
  works: (box, submits) => submits.length > 0 || above(box, '#compose-container') === null,
};
