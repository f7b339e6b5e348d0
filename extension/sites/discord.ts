// Discord: Slate; a plain Enter sends, there is no button, and each channel has
// an editor of its own.

import { above } from '../src/tree';
import { generic } from './generic';
import { on, type Site } from './site';

const EDITOR = '[role=textbox][data-slate-editor=true]';

export const discord: Site = {
  ...generic,
  name: 'discord',
  evidence: '2026-11, EDITORS.md: harper #2470 and public userscripts, [role=textbox][data-slate-editor=true]; the site is closed',
  is: ({ host }) => on(host, 'discord.com'),
  composer(el) {
    const box = above(el, EDITOR);
    return box instanceof HTMLElement ? box : generic.composer(el);
  },
  enterPosts: (box) => box.matches(EDITOR) || generic.enterPosts(box),
  isPrivate: (box) => location.pathname.startsWith('/channels/@me') || generic.isPrivate(box),
  works: (box, submits) => submits.length > 0 || box.matches(EDITOR),
};
