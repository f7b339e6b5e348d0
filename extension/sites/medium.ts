// Medium: an editor of its own, published in two steps of which the first asks;
// responses in Slate, where Enter is a new line.

import { above } from '../src/tree';
import { generic } from './generic';
import { on, type Site } from './site';

export const medium: Site = {
  ...generic,
  name: 'medium',
  evidence:
    '2026-11, justingerad05/auto-post-playwright scripts/testPost.js (Publish, then Publish now); EDITORS.md (editorParagraphText); ' +
    'the site is closed',
  is: ({ host }) => on(host, 'medium.com'),
  composer(el) {
    const box = above(el, '.postArticle-content[contenteditable=true],[data-slate-editor=true]');
    return box instanceof HTMLElement ? box : generic.composer(el);
  },
  postNames: /^respond$/i,
  enterPosts: () => false,
  works: (_box, submits) => submits.length > 0,
};
