// TikTok: Draft.js; comments go out on Enter, captions by a button.

import { above } from '../src/tree';
import { generic } from './generic';
import { marked, on, type Site } from './site';

export const tiktok: Site = {
  ...generic,
  name: 'tiktok',
  evidence: '2026-11, EDITORS.md: public upload scripts with button[data-e2e=post_video_button], comment-input, comment-post; the site is closed',
  is: ({ host }) => on(host, 'tiktok.com'),
  composer(el) {
    const box = above(el, '.public-DraftEditor-content');
    return box instanceof HTMLElement ? box : generic.composer(el);
  },
  submit: '[data-e2e=post_video_button],[data-e2e=comment-post]',
  enterPosts: isComment,
  isPrivate: (box) => location.pathname.startsWith('/messages') || above(box, '[data-e2e^=message-input]') !== null || generic.isPrivate(box),
  works: (box, submits) => marked(submits, tiktok.submit) || isComment(box),
};

function isComment(box: HTMLElement): boolean {
  return above(box, '[data-e2e=comment-input]') !== null;
}
