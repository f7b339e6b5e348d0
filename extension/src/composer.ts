// One compose box: what it is and how its draft is read.

import { siteOf } from '../sites/sites';
import type { Site } from '../sites/site';
import { extract, extractField, type Draft } from './extract';

export interface Composer {
  /** The element whose text is the draft. */
  box: HTMLElement;
  site: Site;
  /** The element is a form field and the draft its value. */
  field: HTMLTextAreaElement | HTMLInputElement | null;
  read(): Draft;
}

/** Why there is no composer: nothing to write in, or private messages. */
export type Found = Composer | 'none' | 'private';

/** The composer that holds el. */
export function composerAt(el: Element): Found {
  if (el instanceof HTMLInputElement && el.type !== 'text') return 'none';
  const site = siteOf({ host: hostHere(), root: document.documentElement });
  const box = site.composer(el);
  if (!box) return 'none';
  if (site.isPrivate(box)) return 'private';
  return make(box, site);
}

// A frame that the page filled by itself has no address, but its page's origin.
function hostHere(): string {
  return location.hostname || (URL.canParse(origin) ? new URL(origin).hostname : '');
}

function make(box: HTMLElement, site: Site): Composer {
  if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) {
    return { box, site, field: box, read: () => ({ text: extractField(box), pieces: [] }) };
  }
  const keep = /^(pre|break-spaces)/.test(getComputedStyle(box).whiteSpace);
  if (!box.matches('.cm-content')) return { box, site, field: null, read: () => extract(box, keep) };
  return { box, site, field: null, read: () => ({ ...extract(box, keep), partial: box.querySelector(KEPT_BACK) !== null }) };
}

// What CodeMirror 6 puts in the place of lines, and of the middle of long ones, that it does not draw.
const KEPT_BACK = '.cm-gap,.cm-line div:empty:not([class])';
