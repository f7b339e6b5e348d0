// Every word we show comes from _locales by its key: through the browser in
// the extension, from a bundled copy on the Try it page, and from the package
// itself where the browser lost them (lost-words.ts).

export type Messages = Record<string, { message: string }>;

export interface Packaged {
  messages: Messages;
  language: string;
}

declare global {
  /** Set by lost-words.ts, where it had to. */
  var packagedWords: Packaged | undefined;
}

let bundled: Packaged | undefined = typeof packagedWords === 'undefined' ? undefined : packagedWords;

/** Takes the words from a bundled copy; for pages that are no part of an extension. */
export function useMessages(messages: Messages, language = 'en'): void {
  bundled = { messages, language };
}

/** The text of a key with $1, $2… filled in; '' where there is no such key. */
export function say(key: string, ...fill: string[]): string {
  if (!bundled) return chrome.i18n.getMessage(key, fill);
  const text = bundled.messages[key]?.message ?? '';
  return text.replace(/\$([1-9])/g, (_, n: string) => fill[Number(n) - 1] ?? '');
}

/** The reader's own language, whether or not there are words for it. */
export function readersLanguage(): string {
  return bundled ? bundled.language : chrome.i18n.getUILanguage();
}

/** The language the words are in, so that dates and names beside them are in it too: English for a reader whose language has none. */
export function language(): string {
  const own = readersLanguage();
  const words = say('app_language');
  return words === '' || own.split('-')[0] === words ? own : words;
}

/** Gives the document its language, direction and title. */
export function dressDocument(title?: string): void {
  const root = document.documentElement;
  root.lang = language();
  root.dir = bundled ? 'ltr' : chrome.i18n.getMessage('@@bidi_dir') || 'ltr';
  if (title) document.title = title;
}
