// Which controls post a draft: the adapter's own marks, else the nearest
// control around the composer that is called or typed so.

import type { Composer } from './composer';
import { marksSayPost, saysPost, saysSave, saysSpare } from './submit-words';
import { parentOf, shadowOf } from './tree';

const CONTROLS =
  'button,input[type=submit],input[type=button],input[type=image],[role=button],[type=submit],a.btn,a.button,' +
  'a[href="#"],a:not([href]),sl-button,wa-button,md-filled-button,mwc-button,fluent-button,ion-button,vaadin-button,' +
  'faceplate-button,paper-button,mdui-button,sp-button,[onclick],' +
  'div[class*=btn i],div[class*=button i],span[class*=btn i],span[class*=button i]';
/** Beyond these a control belongs to something else, unless there are few. */
const EDGE = 'body,[role=feed]';
const fewAtEdge = 3;

/**
 * Controls that post the draft of composer; empty where none is found. The
 * nearest that post, and nearer ones that save an edited post; failing these,
 * what may post on some sites.
 */
export function submitsFor({ box, site }: Composer): Element[] {
  const marked = site.submit ? nearest(box, (n) => [...n.querySelectorAll(site.submit)].map(pressed)) : [];
  if (marked.length > 0) return marked;
  const saves = new Set<Element>();
  const spare = new Set<Element>();
  const found = nearest(box, (n) => {
    const controls = [...n.querySelectorAll(CONTROLS)].filter((el) => !box.contains(el) && !el.contains(box));
    const post = controls.filter((el) => posts(el, box) || site.postNames?.test(nameOf(el)));
    if (post.length === 0 && saves.size === 0) for (const el of controls) if (saysSave(nameOf(el))) saves.add(el);
    if (post.length === 0 && spare.size === 0) for (const el of controls) if (saysSpare(nameOf(el))) spare.add(el);
    return post;
  });
  const all = [...saves, ...found];
  if (all.length > 0) return all;
  return [...spare].slice(0, fewAtEdge);
}

// What is pressed in a control that is a web component: the button in its root.
function pressed(control: Element): Element {
  return shadowOf(control)?.querySelector(CONTROLS) ?? control;
}

// What find gives for the first thing around box for which it gives anything:
// ancestors, the shadow roots they are in, their hosts.
function nearest(box: Element, find: (n: ParentNode) => Element[]): Element[] {
  let n: Node | null = box.parentNode;
  for (; n && n.nodeType !== Node.DOCUMENT_NODE; n = n instanceof ShadowRoot ? n.host : n.parentNode) {
    const found = find(n as Element | ShadowRoot);
    const edge = n instanceof Element && n.matches(EDGE);
    if (found.length > 0) return edge && found.length > fewAtEdge ? [] : found;
    if (edge) break;
  }
  return [];
}

const mostNear = 60;

/** The controls around a composer, which nothing of ours may cover. */
export function controlsNear(box: Element, submits: readonly Element[]): Element[] {
  let n = parentOf(box);
  while (n && submits[0] && !n.contains(submits[0]) && !n.matches(EDGE)) n = parentOf(n);
  const near = n ? [...n.querySelectorAll(`${CONTROLS},a[href],input,select,label`)] : [];
  return [...submits, ...near.filter((el) => !box.contains(el) && !el.contains(box)).slice(0, mostNear)];
}

/** The controls on an event's path, innermost first. */
export function controlsOn(path: readonly Element[]): Element[] {
  return path.filter((el) => el.matches(CONTROLS));
}

// Whether the control, by name, type or mark, posts what is in box.
function posts(control: Element, box: Element): boolean {
  const name = nameOf(control);
  if (name !== '' && saysPost(name)) return true;
  const typed = isTypedSubmit(control) && inOneForm(control, box);
  const marks = marksOf(control);
  if (typed) return !marksSayPost.never([name, ...marks]);
  const named = name.length <= 30 && /\p{L}/u.test(name);
  return named ? marksSayPost.strong(marks) : marksSayPost.some(marks) || (name.length <= 30 && hasIcon(control));
}

/** Whether a form was sent by a control that does something else: a preview, a draft. */
export function isOtherSubmit(control: HTMLElement | null): boolean {
  if (!control) return false;
  const name = nameOf(control);
  return !saysPost(name) && marksSayPost.never([name, control.id, control.getAttribute('name') ?? '']);
}

// A paper plane or the like, told by the marks of the picture.
function hasIcon(control: Element): boolean {
  const inside = [...control.querySelectorAll('svg,i,span,img,use,iconify-icon')].slice(0, 8);
  return inside.some((el) => ['data-testid', 'data-icon', 'data-lucide', 'icon', 'href', 'xlink:href', 'class']
    .some((n) => (el.getAttribute(n) ?? '').split(/\s+/).some((mark) => mark !== '' && marksSayPost.icon(mark))));
}

function isTypedSubmit(el: Element): boolean {
  const type = el.getAttribute('type');
  return type === 'submit' || type === 'image';
}

function inOneForm(control: Element, box: Element): boolean {
  const form = (control as HTMLButtonElement).form ?? control.closest('form');
  return form != null && (form.contains(box) || (box as HTMLTextAreaElement).form === form);
}

function marksOf(el: Element): string[] {
  const marks = ['data-testid', 'data-test', 'data-e2e', 'data-qa', 'id', 'name'].map((n) => el.getAttribute(n) ?? '');
  for (const name of el.getAttributeNames()) if (name.startsWith('data-cy-')) marks.push(name);
  return [...marks, ...el.classList].filter((m) => m !== '');
}

/** The accessible name; the short way, enough for a button. */
export function nameOf(el: Element): string {
  const label = el.getAttribute('aria-label')?.trim();
  if (label) return label;
  if (el instanceof HTMLInputElement) return el.value || el.alt || (el.type === 'submit' ? 'Submit' : '');
  const text = (labelledBy(el) || (el.textContent ?? '')).trim();
  if (text !== '') return text.slice(0, 80);
  const inner = el.querySelector('img[alt],[aria-label]');
  return (inner?.getAttribute('alt') ?? inner?.getAttribute('aria-label') ?? el.getAttribute('title') ?? '').trim();
}

function labelledBy(el: Element): string {
  const ids = el.getAttribute('aria-labelledby');
  if (!ids) return '';
  const root = el.getRootNode() as Document | ShadowRoot;
  return ids.split(/\s+/).map((id) => root.getElementById?.(id)?.textContent ?? '').join(' ');
}
