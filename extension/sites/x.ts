// X: Draft.js; inline and modal composers at once, threads with one "Post all".

import { above } from '../src/tree';
import { generic } from './generic';
import type { Site } from './site';

export const x: Site = {
  ...generic,
  name: 'x',
  evidence: '2026-11, EDITORS.md: public userscripts and issue threads; the site is closed',
  is: ({ host }) => /(^|\.)(x|twitter)\.com$/.test(host),
  composer(el) {
    const box = above(el, '[data-testid^="tweetTextarea_"][contenteditable=true],.public-DraftEditor-content');
    return box instanceof HTMLElement ? box : generic.composer(el);
  },
  submit: '[data-testid="tweetButton"],[data-testid="tweetButtonInline"]',
  enterPosts: () => false,
  isPrivate: (box) =>
    location.pathname.startsWith('/messages') || above(box, '[data-testid^="dm"],[data-testid^="DM"]') !== null || generic.isPrivate(box),
  works: (_box, submits) => submits.length > 0,
};
