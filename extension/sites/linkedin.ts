// LinkedIn: posts in Quill within an open shadow root, comments in TipTap
// (Quill before), articles in an editor of their own that publishes in two steps.

import { above } from '../src/tree';
import { generic } from './generic';
import { marked, on, type Site } from './site';

export const linkedin: Site = {
  ...generic,
  name: 'linkedin',
  evidence:
    '2026-11, xldeveloper/openclaw-skills inkedin-automation-that-really-works/references/dom-patterns.md (share and comment ' +
    'buttons); pepperonas/chrome-on-steroids src/modules/linkedin/content-script.ts (articles, messages); the site is closed',
  is: ({ host }) => on(host, 'linkedin.com'),
  composer(el) {
    const box = above(el, '.ql-editor[contenteditable=true],.tiptap.ProseMirror,[data-test-article-editor-content-textbox]');
    return box instanceof HTMLElement ? box : generic.composer(el);
  },
  submit:
    'button.share-actions__primary-action,button[class*="comments-comment-box__submit-button"],' +
    '.article-editor-nav__publish,button[data-test-article-editor-publish]',
  enterPosts: () => false,
  isPrivate: (box) => location.pathname.startsWith('/messaging') || above(box, '[class*="msg-form"],.msg-overlay-conversation-bubble') !== null
    || generic.isPrivate(box),
  works: (_box, submits) => marked(submits, linkedin.submit),
};
