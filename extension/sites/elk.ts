// Elk: TipTap, one widget a post of a thread, the button in the last of them;
// poll choices in a form without a button.

import { above } from '../src/tree';
import { generic } from './generic';
import { marked, type Site } from './site';

const WIDGET = '[aria-roledescription=publish-widget]';

export const elk: Site = {
  ...generic,
  name: 'elk',
  evidence: '2026-11, elk-zone/elk app/components/publish/PublishWidget.vue',
  is: ({ host, root }) => host === 'elk.zone' || root?.querySelector(WIDGET) != null,
  composer(el) {
    if (el instanceof HTMLInputElement && el.matches('.option-input')) return el;
    const box = above(el, '.ProseMirror[contenteditable=true]');
    return box instanceof HTMLElement ? box : generic.composer(el);
  },
  submit: '.publish-button',
  enterPosts: () => false,
  isPrivate: (box) => above(box, '.bg-dm,[bg-dm]') !== null || generic.isPrivate(box),
  works: (_box, submits) => marked(submits, elk.submit),
};
