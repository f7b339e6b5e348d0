// YouTube: contenteditables that come and go while the page stays; a live
// chat's box sends on Enter; titles and descriptions in the studio.

import { above } from '../src/tree';
import { generic } from './generic';
import { marked, on, type Site } from './site';

const CHAT = 'yt-live-chat-text-input-field-renderer';

export const youtube: Site = {
  ...generic,
  name: 'youtube',
  evidence:
    '2026-11, pika2uuu/yt-cliper insert_menu.js and Kawyn/bots scripts/youtubeAutoComment.js (placeholder-area, contenteditable-root, ' +
    'submit-button); the site is closed',
  is: ({ host }) => on(host, 'youtube.com'),
  composer(el) {
    const box = above(el, `#contenteditable-root,${CHAT} #input,#textbox[contenteditable=true]`);
    return box instanceof HTMLElement && box.isContentEditable ? box : generic.composer(el);
  },
  submit: '#submit-button button,#send-button button,ytcp-button#done-button,ytcp-button#create-button',
  enterPosts: (box) => above(box, CHAT) !== null,
  isPrivate: generic.isPrivate,
  works: (_box, submits) => marked(submits, youtube.submit),
};
