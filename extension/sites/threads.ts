// Threads: Lexical, one editor a post of a thread and one "Post" for all of
// them; two domains.

import { above } from '../src/tree';
import { facebook } from './facebook';
import { generic } from './generic';
import { on, type Site } from './site';

export const threads: Site = {
  ...generic,
  name: 'threads',
  evidence: '2026-11, official5ETa/ThreadsAutoComment src/share/threadsQs.ts (textbox, dialog); EDITORS.md; the site is closed',
  is: ({ host }) => on(host, 'threads.com', 'threads.net'),
  composer(el) {
    const box = above(el, '[data-lexical-editor=true][contenteditable=true]');
    return box instanceof HTMLElement ? box : generic.composer(el);
  },
  enterPosts: () => false,
  isPrivate: (box) => location.pathname.startsWith('/messages') || facebook.isPrivate(box),
  works: (_box, submits) => submits.length > 0,
};
