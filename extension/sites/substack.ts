// Substack: title, subtitle and TipTap; "Continue" leads to the step that
// sends, where the draft is out of sight: so it is "Continue" that asks.

import { generic } from './generic';
import { on, type Site } from './site';

export const substack: Site = {
  ...generic,
  name: 'substack',
  evidence:
    '2026-11, robinmin/cc-agents docs/publish-to-refactoring (ProseMirror, title); vignesh09/claude-writer publish-substack.md ' +
    '(TipTap); EDITORS.md; the site is closed',
  is: ({ host }) => on(host, 'substack.com'),
  postNames: /^(continue|publish now|send to (everyone|subscribers) now|restack|restack with note)$/i,
  enterPosts: () => false,
  isPrivate: (box) => /^\/(inbox|chat|direct)(\/|$)/.test(location.pathname) || generic.isPrivate(box),
  works: (_box, submits) => submits.length > 0,
};
