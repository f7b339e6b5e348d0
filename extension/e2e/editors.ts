// The fixture pages by what a test has to know of them: where they are, how a
// composer is opened, and every way its post is sent.
import type { Locator, Page } from '@playwright/test';

declare global {
  interface Window {
    /** Composer and button of a page that has them in a shadow root. */
    __inside?: { box: HTMLElement; button: HTMLElement };
  }
}

export interface Fixture {
  name: string;
  /** Path on the host, or the whole address; {port} is the world's port. */
  url: string;
  /** True where the worker has to turn Second Look on first. */
  generic: boolean;
  /** CSS of the composer. */
  composer: string;
  /** CSS of the post button. */
  button: string;
  /** True where Ctrl+Enter posts. */
  chord: boolean;
  /** True where plain Enter posts. */
  enter: boolean;
  /** The mark of the mention list while it is open, where there is one. */
  mentions?: string;
  /** Whether the text of a composer is its value or its marked-up content. */
  value: boolean;
  /** True where a post closes the composer. */
  closes?: boolean;
  /** CSS of what has to be clicked before the composer is there. */
  opener?: string;
  /** CSS of the iframe that the composer is in. */
  frame?: string;
  /** True where the button is in that iframe too. */
  buttonInFrame?: boolean;
  /** True where composer and button are in a shadow root, and the page itself hands them out. */
  inside?: boolean;
}

const x = { url: 'https://x.com/', generic: false, composer: '[data-testid="tweetTextarea_0"]', chord: true, enter: false, value: false, mentions: '[role="listbox"]' };
const other = { generic: true, chord: false, enter: false, value: false };

export const fixtures: Fixture[] = [
  { ...x, name: 'x', button: '[data-testid="tweetButtonInline"]' },
  {
    ...x, name: 'x-modal', url: 'https://x.com/compose/post',
    composer: '[role="dialog"] [data-testid="tweetTextarea_0"]', button: '[data-testid="tweetButton"]', closes: true,
  },
  {
    name: 'bsky', url: 'https://bsky.app/', generic: false, composer: '[role="textbox"][aria-label="Rich-Text Editor"]',
    button: '[data-testid="composerPublishBtn"]', chord: true, enter: false, value: false, mentions: '[role="listbox"]',
    opener: '[data-testid="composeFAB"]', closes: true,
  },
  {
    name: 'mastodon', url: 'https://mastodon.social/', generic: false, composer: '.autosuggest-textarea__textarea',
    button: '.compose-form button[type="submit"]', chord: true, enter: false, value: true, mentions: '.autosuggest-textarea__suggestions--visible',
  },
  { ...other, name: 'textarea', url: 'http://127.0.0.1:{port}/textarea', composer: 'form:first-of-type textarea', button: 'form:first-of-type button', value: true },
  { ...other, name: 'modal', url: 'https://forum.example/modal', composer: 'dialog textarea', button: 'dialog button', value: true },
  { ...other, name: 'editable', url: 'https://forum.example/editable', composer: '[role="textbox"]', button: '#root > button' },
  { ...other, name: 'lexical', url: 'https://forum.example/lexical', composer: '[data-lexical-editor]', button: '[role="button"]' },
  { ...other, name: 'prosemirror', url: 'https://forum.example/prosemirror', composer: '.ProseMirror', button: '#root > button' },
  {
    ...other, name: 'slate', url: 'https://forum.example/slate', composer: '[data-slate-editor]', button: '[aria-label="Send"]',
    enter: true, mentions: '[role="listbox"]',
  },
  { ...other, name: 'quill', url: 'https://forum.example/quill', composer: '.ql-editor', button: '.share-actions__primary-action' },
];

/** A page of forum.example, its composer and its button named Post. */
function page(name: string, composer: string, more: Partial<Fixture> = {}): Fixture {
  return { ...other, name, url: `https://forum.example/${name}`, composer, button: '#root > button', ...more };
}

function framed(name: string, of: string, composer: string, inside: boolean): Fixture {
  const url = `https://forum.example/frame?of=${of}${inside ? '' : '&over'}`;
  return page(name, composer, { url, frame: 'iframe', buttonInFrame: inside, button: inside ? 'button' : '#root > button' });
}

/** Further editors, and composers in places of their own. */
export const places: Fixture[] = [
  page('codemirror', '.cm-content'),
  page('ckeditor', '.ck-editor__editable'),
  page('tinymce', 'body#tinymce', { frame: 'iframe.tox-edit-area__iframe' }),
  page('trix', 'trix-editor', { button: 'form button[type="submit"]' }),
  page('gutenberg', '[aria-label="Paragraph"]', { frame: 'iframe[name="editor-canvas"]', button: '.editor-post-publish-button' }),
  page('shadow-open', '#host', { url: 'https://forum.example/shadow', inside: true }),
  page('shadow-closed', '#host', { url: 'https://forum.example/shadow?closed', inside: true }),
  framed('frame', 'site', '[role="textbox"]', true),
  framed('frame-button-over', 'site', '[role="textbox"]', false),
  framed('frame-srcdoc', 'srcdoc', 'textarea', true),
  framed('frame-srcdoc-button-over', 'srcdoc', 'textarea', false),
  framed('frame-blank', 'blank', '[role="textbox"]', true),
  framed('frame-blank-button-over', 'blank', '[role="textbox"]', false),
  framed('frame-other-site', 'other', 'textarea', true),
  framed('frame-other-site-button-over', 'other', 'textarea', false),
  page('trap', '[role="dialog"] textarea', { button: '[role="dialog"] button', value: true }),
  page('virtual', '[data-row="2"] textarea', { button: '[data-row="2"] button', value: true }),
  page('spa', '#topic-1', { button: 'main button', opener: '#next' }),
  page('many', '#reply-120 [role="textbox"]', { button: '#reply-120 button' }),
];

export function fixture(name: string): Fixture {
  const found = [...fixtures, ...places].find((f) => f.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
}

/** Opens the page, and its composer where that has to be opened. */
export async function visit(page: Page, f: Fixture, port: number, query = ''): Promise<Locator> {
  await page.goto(f.url.replace('{port}', String(port)) + query);
  if (f.opener) await page.locator(f.opener).click();
  const box = (f.frame ? page.frameLocator(f.frame) : page).locator(f.composer).first();
  await box.waitFor();
  return box;
}

/** Every post so far, exact even where it is not well-formed Unicode. */
export async function posts(page: Page): Promise<string[]> {
  return JSON.parse(await page.evaluate(() => JSON.stringify(window.__posts))) as string[];
}

/** What the page was told of violations of its policy and of errors; runs in the page. */
export const complaints = (): string[] => [...window.__violations, ...window.__errors];
