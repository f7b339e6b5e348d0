// Reddit: Lexical in the slot of a web component, Markdown in a textarea two
// shadow roots down, titles in a field's root, comments built when asked for.

import { above } from '../src/tree';
import { generic } from './generic';
import { marked, on, type Site } from './site';

export const reddit: Site = {
  ...generic,
  name: 'reddit',
  evidence:
    '2026-11, EDITORS.md; Saj8292008/the-hub scripts/test-comment-selector.js (composer hosts); public automation scripts with ' +
    '"shreddit-composer > button[slot=submit-button]" and "faceplate-textarea-input"; the site is closed',
  is: ({ host }) => on(host, 'reddit.com'),
  composer(el) {
    if (el instanceof HTMLTextAreaElement && above(el, 'faceplate-textarea-input[name=title],shreddit-composer')) return el;
    const box = above(el, '[role=textbox][contenteditable=true]');
    return box instanceof HTMLElement && above(box, 'shreddit-composer') ? box : generic.composer(el);
  },
  submit: 'shreddit-composer [slot=submit-button],r-post-form-submit-button,#submit-post-button,#inner-post-submit-button',
  enterPosts: () => false,
  isPrivate: (box) => /^\/(chat|room|message)(\/|$)/.test(location.pathname) || location.hostname.startsWith('chat.')
    || above(box, 'rs-message-composer,rs-app') !== null || generic.isPrivate(box),
  works: (_box, submits) => marked(submits, reddit.submit),
};
