// Semaphore and the Pinafore it comes from: a textarea, a warning line and poll
// choices; the button stands outside the box they are in.

import { above } from '../src/tree';
import { generic } from './generic';
import type { Site } from './site';

export const semaphore: Site = {
  ...generic,
  name: 'semaphore',
  evidence: '2026-11, nolanlawson/pinafore src/routes/_components/compose: ComposeBox, ComposeInput, ComposePoll; tests/utils.js',
  is: ({ host, root }) => host === 'semaphore.social' || root?.querySelector('.compose-box-input') != null,
  submit: '.compose-box-button',
  enterPosts: () => false,
  isPrivate: (box) => above(box, '.direct-reply') !== null || generic.isPrivate(box),
  works: (box, submits) => submits.length > 0 || above(box, '.compose-box') === null,
};
