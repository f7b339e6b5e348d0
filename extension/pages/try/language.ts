// The language of a page that is no part of an extension: the first of the
// reader's own that there are words for, English otherwise.

import en from '../../_locales/en/messages.json';
import es from '../../_locales/es/messages.json';
import { useMessages, type Messages } from '../../ui/words';

const locales: Record<string, Messages> = { en, es };

/** The first of the wanted tags (BCP 47, best first) that there are words for. */
export function languageFor(wanted: readonly string[]): string {
  return wanted.map((tag) => tag.toLowerCase().split('-')[0]!).find((tag) => tag in locales) ?? 'en';
}

export function useReadersLanguage(): void {
  const language = languageFor(navigator.languages);
  useMessages(locales[language]!, language);
}
