// The fixture pages by what a test has to know of them: where they are, how a
// composer is opened, and every way its post is sent.
import type { Locator, Page } from '@playwright/test';

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
  open?(page: Page): Promise<void>;
}

const x = { url: 'https://x.com/', generic: false, composer: '[data-testid="tweetTextarea_0"]', chord: true, enter: false, value: false, mentions: '[role="listbox"]' };
const other = { generic: true, chord: false, enter: false, value: false };

export const fixtures: Fixture[] = [
  { ...x, name: 'x', button: '[data-testid="tweetButtonInline"]' },
  {
    ...x, name: 'x-modal', url: 'https://x.com/compose/post',
    composer: '[role="dialog"] [data-testid="tweetTextarea_0"]', button: '[data-testid="tweetButton"]',
  },
  {
    name: 'bsky', url: 'https://bsky.app/', generic: false, composer: '[role="textbox"][aria-label="Rich-Text Editor"]',
    button: '[data-testid="composerPublishBtn"]', chord: true, enter: false, value: false, mentions: '[role="listbox"]',
    open: (page) => page.getByTestId('composeFAB').click(),
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

export function fixture(name: string): Fixture {
  const found = fixtures.find((f) => f.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
}

/** Opens the page, and its composer where that has to be opened. */
export async function visit(page: Page, f: Fixture, port: number, query = ''): Promise<Locator> {
  await page.goto(f.url.replace('{port}', String(port)) + query);
  await f.open?.(page);
  const box = page.locator(f.composer).first();
  await box.waitFor();
  return box;
}

/** Every post so far, exact even where it is not well-formed Unicode. */
export async function posts(page: Page): Promise<string[]> {
  return JSON.parse(await page.evaluate(() => JSON.stringify(window.__posts))) as string[];
}
