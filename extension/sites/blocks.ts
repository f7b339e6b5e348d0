// WordPress and Tumblr: the block editor. Title and blocks are editables of
// their own and go out together, so that the whole canvas is one draft. On
// WordPress it stands in a frame of the page's own origin, and the first of two
// "Publish" is the one that asks.

import { above } from '../src/tree';
import { generic } from './generic';
import { on, type Site } from './site';

const CANVAS = '.editor-styles-wrapper,.block-editor-writing-flow';

function canvasOf(el: Element): HTMLElement | null {
  if (!(el instanceof HTMLElement) || !el.isContentEditable) return null;
  const canvas = above(el, '.editor-styles-wrapper') ?? above(el, '.block-editor-writing-flow');
  return canvas instanceof HTMLElement ? canvas : null;
}

const blocks: Site = {
  ...generic,
  composer: (el) => canvasOf(el) ?? generic.composer(el),
  enterPosts: () => false,
};

export const tumblr: Site = {
  ...blocks,
  name: 'tumblr',
  evidence: '2026-11, EDITORS.md (.block-editor-writing-flow); WordPress/gutenberg packages/block-editor; the site is closed',
  is: ({ host }) => on(host, 'tumblr.com'),
  postNames: /^(reblog|queue|schedule|post privately)$/i,
  isPrivate: (box) => /^say your thing/i.test(box.getAttribute('placeholder') ?? '') || generic.isPrivate(box),
  works: (_box, submits) => submits.length > 0,
};

export const wordpress: Site = {
  ...blocks,
  name: 'wordpress',
  evidence: '2026-11, WordPress/gutenberg packages/editor/src/components/post-publish-button/index.js, packages/block-editor/src/components/block-canvas',
  is: ({ host, root }) => on(host, 'wordpress.com') || root?.querySelector('.block-editor-iframe__body,.block-editor__container') != null,
  submit: '.editor-post-publish-button,.editor-post-publish-panel__toggle,.editor-post-publish-button__button',
  works: (box, submits) => submits.length > 0 || !box.matches(CANVAS),
};
