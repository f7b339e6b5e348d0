// Whether what is shown fits where it is shown.
import type { Frame, Page } from '@playwright/test';
import { isFirefox } from './which';

/** Boxes that are wider than the window, and text that is cut off. */
export const cutOff = (where: Frame | Page) => where.evaluate((others) => {
  const out: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) out.push(`document ${scrollWidth} > ${clientWidth}`);
  for (const el of document.querySelectorAll<HTMLElement>(`body *${others}`)) {
    const { overflowX, textOverflow } = getComputedStyle(el);
    if (el.scrollWidth > el.clientWidth + 1 && (overflowX === 'hidden' || overflowX === 'clip') && el.clientWidth > 2) {
      out.push(`${el.className} ${textOverflow} ${el.scrollWidth} > ${el.clientWidth}`);
    }
  }
  return out;
}, isFirefox() ? ':not(input[type=file])' : ''); // Firefox cuts its own words in one

/** What of these is not wholly to be seen in the part that scrolls around it. */
export const beyond = (where: Frame | Page, css: string, around: string) => where.evaluate(([inner, outer]) => {
  const out: string[] = [];
  for (const el of document.querySelectorAll(inner!)) {
    const { top, bottom } = el.getBoundingClientRect();
    const box = el.closest(outer!)!.getBoundingClientRect();
    if (top < box.top - 1 || bottom > box.bottom + 1) out.push(`${el.className} ${top}–${bottom} in ${box.top}–${box.bottom}`);
  }
  return out;
}, [css, around]);

/**
 * What a person sees or hears that stands in no ⟦…⟧: words that came from no
 * locale. `known` are the reader's own words, names and addresses in them; what says its
 * language, is quoted or lies behind a text box is nobody's interface.
 */
export const unbracketed = (where: Frame | Page, known: string[]) => where.evaluate((own) => {
  const bare = (text: string) => {
    let rest = text;
    for (let before = ''; before !== rest;) {
      before = rest;
      rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
    }
    for (const words of own) rest = rest.replaceAll(words, '');
    return rest.trim();
  };
  const said: string[] = [document.title];
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let n = walk.nextNode(); n; n = walk.nextNode()) {
    const el = n.parentElement!;
    if (el.checkVisibility() && !el.closest('script,style,textarea,option,q,.underlined .layer,[translate="no"],body [lang]')) said.push(n.nodeValue!);
  }
  for (const el of document.querySelectorAll('*')) {
    for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label']) said.push(el.getAttribute(name) ?? '');
  }
  return [...new Set(said.map(bare).filter((t) => /\p{L}/u.test(t)))];
}, known);
