// Instagram: captions in Lexical, with alt texts beside them; comments in a
// textarea that post on Enter and have no button before the first word.

import { above } from '../src/tree';
import { facebook } from './facebook';
import { generic } from './generic';
import { on, type Site } from './site';

export const instagram: Site = {
  ...generic,
  name: 'instagram',
  evidence:
    '2026-11, KineticNexus/instagram-ai-bot src/automation/selectors.ts (caption, comment); ankit25821/InstaBot config.py ' +
    '(comment form, message box); the site is closed',
  is: ({ host }) => on(host, 'instagram.com'),
  composer(el) {
    const box = above(el, '[data-lexical-editor=true][contenteditable=true]');
    return box instanceof HTMLElement ? box : generic.composer(el);
  },
  enterPosts: isComment,
  // An answer to a story goes to one person.
  isPrivate: (box) => /^\/(direct|stories)\//.test(location.pathname) || facebook.isPrivate(box),
  works: (box, submits) => submits.length > 0 || isComment(box),
};

function isComment(box: HTMLElement): boolean {
  return box instanceof HTMLTextAreaElement && above(box, 'form') !== null && above(box, '[role=dialog] [role=dialog]') === null
    && !/alt/i.test(box.name + box.placeholder);
}
