// Quora: an editor of its own in a dialog; questions in a textarea.

import { above } from '../src/tree';
import { generic } from './generic';
import { on, type Site } from './site';

export const quora: Site = {
  ...generic,
  name: 'quora',
  evidence: '2026-11, EDITORS.md (div.doc); peterjgrainger/quora-automation src/ask-question.ts (the question field); the site is closed',
  is: ({ host }) => on(host, 'quora.com'),
  composer(el) {
    const box = above(el, 'div.doc[contenteditable=true]');
    return box instanceof HTMLElement ? box : generic.composer(el);
  },
  postNames: /^(add|ask|request) (question|comment|answer)s?$/i,
  enterPosts: () => false,
  isPrivate: (box) => location.pathname.startsWith('/messages') || generic.isPrivate(box),
  works: (_box, submits) => submits.length > 0,
};
