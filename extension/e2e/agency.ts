// An agency's rules in a browser of the tests: built once, taken as a page of
// ours takes them.
import type { Page } from '@playwright/test';
import { buildBundles, agencyId, type Built } from '../src/rules-built';
import { codeOf } from '../src/rules-code';
import type { RulesState } from '../src/rules-protocol';
import { Publisher } from '../src/rules-publisher';
import { root } from './paths';

let kept: Built | undefined;
/** The bundles, built at the first call. */
export const built = (): Built => (kept ??= buildBundles(root));

/** A minute ago, in unix seconds: what is issued then is issued. */
export const issued = (): number => Math.floor(Date.now() / 1000) - 60;

export const found = (people = ['ann', 'ben'], need = people.length): Promise<Publisher> => Publisher.found(agencyId, people, need, issued());

export const ask = <T>(page: Page, message: object) => page.evaluate((m) => chrome.runtime.sendMessage(m), message) as Promise<T>;

/** Enrols without the pages: a yes to the root's own fingerprint. */
export async function enrolled(page: Page, p: Publisher, file: Uint8Array): Promise<RulesState> {
  return ask<RulesState>(page, { t: 'rules.take', code: codeOf(file), fingerprint: await p.fingerprint() });
}
