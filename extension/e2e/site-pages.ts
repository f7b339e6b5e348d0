// The stand-ins for the named sites by what a worker does there: where they
// write, how it is posted, and where their private messages are.
import type { Page } from '@playwright/test';
import type { Fixture } from './editors';

export interface SitePage extends Fixture {
  /** CSS of what is pressed before the composer is there. */
  opener?: string;
  open?(page: Page): Promise<void>;
  /** The site has no adapter of its own: nothing to be out of date. */
  byGeneric?: boolean;
  /** Key that posts from within the composer. */
  key?: 'Enter' | 'Control+Enter';
  /** CSS of the control in the second step of posting, where there are two. */
  last?: string;
  /** Address and CSS of a private box, in which a plain Enter sends, or what sends. */
  dm?: { url: string; composer: string; sends?: string };
}

const other = { generic: false, chord: false, enter: false, value: false };

function site(name: string, url: string, composer: string, button: string, more: Partial<SitePage> = {}): SitePage {
  const { opener } = more;
  const open = opener === undefined ? {} : { open: (page: Page) => page.locator(opener).first().click() };
  return { ...other, name, url, composer, button, ...open, ...more };
}

const dm = (url: string, composer: string, sends?: string): Pick<SitePage, 'dm'> => ({ dm: { url, composer, sends } });
const lexical = '[data-lexical-editor="true"]';
const draft = '.public-DraftEditor-content';
const chord: Partial<SitePage> = { key: 'Control+Enter' };

const meta: SitePage[] = [
  site('facebook', 'https://www.facebook.com/', `[role="dialog"] ${lexical}`, '[role="dialog"] [aria-label="Post"]', {
    opener: '.open', ...dm('https://www.facebook.com/?v=dm', lexical),
  }),
  site('facebook in German', 'https://www.facebook.com/?v=post-de', `[role="dialog"] ${lexical}`, '[aria-label="Posten"]', { opener: '.open' }),
  site('facebook with settings', 'https://www.facebook.com/?v=settings', `[role="dialog"] ${lexical}`, '[aria-label="Next"]', { opener: '.open', last: '[aria-label="Post"]' }),
  site('facebook comment', 'https://www.facebook.com/?v=comment', lexical, '[aria-label="Comment"]', { key: 'Enter' }),
  site('threads', 'https://www.threads.com/', `[role="dialog"] ${lexical}`, '.go', { opener: '.open', ...dm('https://www.threads.com/?v=dm', lexical) }),
  site('threads, its other domain', 'https://www.threads.net/', `[role="dialog"] ${lexical}`, '.go', { opener: '.open' }),
  site('instagram caption', 'https://www.instagram.com/', lexical, '.go', dm('https://www.instagram.com/?v=dm', lexical)),
  site('instagram alt text', 'https://www.instagram.com/?v=alt', '.alt textarea', '.go', { value: true }),
  site('instagram comment', 'https://www.instagram.com/?v=comment', 'textarea', '.go', { key: 'Enter', value: true }),
];

const large: SitePage[] = [
  site('linkedin', 'https://www.linkedin.com/feed/', '.ql-editor', '.share-actions__primary-action', {
    opener: '.open', ...dm('https://www.linkedin.com/feed/?v=dm', '.msg-form__contenteditable'),
  }),
  site('linkedin comment', 'https://www.linkedin.com/feed/?v=comment', '.tiptap.ProseMirror', '.comments-comment-box__submit-button--cr'),
  site('reddit', 'https://www.reddit.com/submit', lexical, '.button-primary', dm('https://www.reddit.com/chat?v=dm', 'textarea')),
  site('reddit title', 'https://www.reddit.com/submit', 'faceplate-textarea-input textarea', '.button-primary', { value: true }),
  site('reddit comment', 'https://www.reddit.com/?v=comment', lexical, '[slot="submit-button"]', { opener: '.open' }),
  site('tiktok', 'https://www.tiktok.com/tiktokstudio/upload', draft, '[data-e2e="post_video_button"]', dm('https://www.tiktok.com/messages?v=dm', draft)),
  site('tiktok comment', 'https://www.tiktok.com/@a/video/1?v=comment', draft, '[data-e2e="comment-post"]', { key: 'Enter' }),
  site('youtube', 'https://www.youtube.com/watch', '#contenteditable-root', '#submit-button button', { opener: '.open' }),
  site('youtube live chat', 'https://www.youtube.com/live_chat?v=chat', '#input', '#send-button button', { key: 'Enter' }),
  site('discord', 'https://discord.com/channels/1/2', '[role="textbox"]', '', { key: 'Enter', ...dm('https://discord.com/channels/@me/3?v=dm', '[role="textbox"]') }),
];

const longer: SitePage[] = [
  site('tumblr', 'https://www.tumblr.com/new/text', '.is-root-container p', '.bar button:last-child', dm('https://www.tumblr.com/?v=dm', 'textarea')),
  site('tumblr reblog', 'https://www.tumblr.com/reblog?v=reblog', '.is-root-container p', '.bar button:last-child'),
  site('wordpress', 'https://wordpress.com/post', '.is-root-container p', '.editor-post-publish-panel__toggle', { last: '.last' }),
  site('medium', 'https://medium.com/new-story', '.postArticle-content', '[data-action="show-prepublish"]', { last: '.last' }),
  site('medium response', 'https://medium.com/p/1?v=response', '[role="textbox"]', '[data-testid="ResponseRespondButton"]'),
  site('substack', 'https://secondlook.substack.com/publish/post/1', '.ProseMirror', '[data-testid="publish-button"]', {
    last: '.last', ...dm('https://secondlook.substack.com/inbox?v=dm', 'textarea'),
  }),
  site('substack note', 'https://secondlook.substack.com/notes?v=note', '.ProseMirror', '[role="dialog"] button'),
  site('quora', 'https://www.quora.com/', '.doc', '.q-click-wrapper', dm('https://www.quora.com/messages?v=dm', 'textarea')),
  site('quora question', 'https://www.quora.com/?v=question', 'textarea', '.q-click-wrapper', { value: true }),
  site('nextdoor', 'https://nextdoor.com/news_feed/', 'textarea', '[role="dialog"] button:last-child', { value: true, byGeneric: true }),
];

const family: SitePage[] = [
  site('mastodon', 'https://mastodon.social/', '.autosuggest-textarea__textarea', '.compose-form button[type="submit"]', {
    ...chord, value: true, ...dm('https://mastodon.social/?v=dm', 'textarea', 'Control+Enter'),
  }),
  site('elk', 'https://elk.zone/', '.ProseMirror', '.publish-button', chord),
  site('elk poll choice', 'https://elk.zone/?v=poll', '.option-input', '.publish-button', { value: true }),
  site('phanpy', 'https://phanpy.social/', 'textarea', 'button[type="submit"]', { ...chord, value: true, ...dm('https://phanpy.social/?v=dm', 'textarea', 'Control+Enter') }),
  site('phanpy content warning', 'https://phanpy.social/', '.spoiler-text-field', 'button[type="submit"]', { ...chord, value: true }),
  site('phanpy poll choice', 'https://phanpy.social/', '.poll-choice input', 'button[type="submit"]', { ...chord, value: true }),
  site('semaphore', 'https://semaphore.social/', 'textarea', '.compose-box-button', { ...chord, value: true, ...dm('https://semaphore.social/?v=dm', 'textarea', 'Control+Enter') }),
  site('semaphore content warning', 'https://semaphore.social/', '.content-warning-input', '.compose-box-button', { value: true }),
  site('semaphore poll choice', 'https://semaphore.social/', '#poll-option-home-1', '.compose-box-button', { value: true }),
  site('misskey', 'https://misskey.io/', 'textarea', '[data-cy-open-post-form-submit]', { ...chord, value: true, ...dm('https://misskey.io/?v=dm', 'textarea', 'Control+Enter') }),
  site('misskey content warning', 'https://misskey.io/', '.cw', '[data-cy-open-post-form-submit]', { ...chord, value: true }),
  site('misskey poll choice', 'https://misskey.io/', 'li input', '[data-cy-open-post-form-submit]', { value: true }),
];

export const sitePages: SitePage[] = [...meta, ...large, ...longer, ...family];
