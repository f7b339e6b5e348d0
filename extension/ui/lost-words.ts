// Runs before every page of ours, and before our frame. Chromium asks for an
// extension's words once in a process and keeps the answer, be it none: where
// the first page of ours goes away while it asks, every later one in that
// process gets '' for every key, however often it is loaded again
// (extensions/renderer/shared_l10n_map.cc). Then they are read here from our
// own package; words.ts takes them. A script of its own, because the scripts
// that know of a draft have no way to ask for anything (audit/ways-out.ts).

import type { Packaged } from './words';

if (chrome.i18n.getMessage('app_name') === '') globalThis.packagedWords = packaged();

/** In the browser's language where we have it, else in the package's own. */
function packaged(): Packaged | undefined {
  const asked = chrome.i18n.getUILanguage();
  const languages = [asked.replace('-', '_'), asked.split('-')[0]!, chrome.runtime.getManifest().default_locale ?? 'en'];
  for (const language of new Set(languages)) {
    const messages = read(language);
    if (messages) return { messages, language: language.replace('_', '-') };
  }
  return undefined;
}

// At once: what is drawn first already needs them.
function read(language: string): Packaged['messages'] | undefined {
  try {
    const request = new XMLHttpRequest();
    request.open('GET', chrome.runtime.getURL(`_locales/${language}/messages.json`), false);
    request.send();
    return JSON.parse(request.responseText) as Packaged['messages'];
  } catch {
    return undefined; // there is no such file
  }
}
