// Bluesky: TipTap in a dialog, one editor a post of a thread.

import { above } from '../src/tree';
import { generic } from './generic';
import type { Site } from './site';

export const bluesky: Site = {
  ...generic,
  name: 'bluesky',
  evidence: '2026-11, bluesky-social/social-app: testID composerPublishBtn, TextInput.web (TipTap)',
  is: ({ host }) => /(^|\.)bsky\.app$/.test(host),
  composer(el) {
    const box = above(el, '.ProseMirror[contenteditable=true]');
    return box instanceof HTMLElement ? box : generic.composer(el);
  },
  submit: '[data-testid="composerPublishBtn"]',
  enterPosts: () => false,
  isPrivate: (box) => location.pathname.startsWith('/messages') || generic.isPrivate(box),
  works: (box, submits) => submits.length > 0 || !box.matches('.ProseMirror'),
};
