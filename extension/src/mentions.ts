// Whether a list of people, tags or emoji is open at the composer: there Enter
// picks from the list and posts nothing.

import { parentOf } from './tree';

const LISTS =
  '[role=listbox],[role=menu],.autosuggest-textarea__suggestions--visible,.tippy-box,.mention-list,[data-lexical-typeahead-menu]';

export function listIsOpen(box: HTMLElement): boolean {
  if (box.getAttribute('aria-activedescendant')) return true;
  if (box.getAttribute('aria-expanded') === 'true') return true;
  if (box.closest('[role=combobox][aria-expanded=true]')) return true;
  const root = box.getRootNode() as Document | ShadowRoot;
  const lists = [...root.querySelectorAll(LISTS), ...(root === document ? [] : document.querySelectorAll(LISTS))];
  return lists.some((list) => isShown(list) && isNear(list, box));
}

function isShown(el: Element): boolean {
  return el.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && el.childElementCount > 0;
}

// In the composer's own neighbourhood, or floating over or right by it.
function isNear(list: Element, box: HTMLElement): boolean {
  if (list.contains(box)) return false;
  for (let n = parentOf(box), i = 0; n && i < 3; n = parentOf(n), i++) {
    if (n !== document.body && n.contains(list)) return true;
  }
  const a = list.getBoundingClientRect();
  const b = box.getBoundingClientRect();
  const near = 60; // px
  return a.left < b.right + near && a.right > b.left - near && a.top < b.bottom + near && a.bottom > b.top - near;
}
