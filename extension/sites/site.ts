// What an adapter knows of a site. It only ever narrows what the generic
// adapter does by itself; where it is wrong, the generic way is left.

import { above } from '../src/tree';

export interface Site {
  readonly name: string;
  /** When and where the marks below were seen. */
  readonly evidence: string;
  /** Whether the page is this site's. */
  is(page: { host: string; root: Element | null }): boolean;
  /** The compose box that holds el, or null. */
  composer(el: Element): HTMLElement | null;
  /** Selector of the controls that post; they are tried before names are read. */
  readonly submit: string;
  /** Names of controls that post on this site and mean something else on others. */
  readonly postNames: RegExp | null;
  /** Whether a plain Enter in the box posts. */
  enterPosts(box: HTMLElement): boolean;
  /** Whether Alt+Enter in the box posts. */
  readonly altEnterPosts: boolean;
  /** Whether the box is one of private messages: those are left alone. */
  isPrivate(box: HTMLElement): boolean;
  /** Self-check: a control that posts was found, or is not needed. */
  works(box: HTMLElement, submits: readonly Element[]): boolean;
}

/** Whether some control was found by its mark, and not by its name alone: two ways lead to a control, and only the first shows that the page is known. */
export function marked(submits: readonly Element[], marks: string): boolean {
  return submits.some((c) => above(c, marks) !== null);
}

/** Whether host is one of the domains or below one. */
export function on(host: string, ...domains: string[]): boolean {
  return domains.some((d) => host === d || host.endsWith(`.${d}`));
}
