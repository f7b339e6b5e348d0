// The page as one tree: through open shadow roots, and through closed ones,
// which an extension may look into.

type Opener = { openOrClosedShadowRoot?: ShadowRoot | null };

/** The shadow root of el, open or closed, or null. */
export function shadowOf(el: Element): ShadowRoot | null {
  if (el.shadowRoot) return el.shadowRoot;
  const firefox = (el as Opener).openOrClosedShadowRoot;
  if (firefox) return firefox;
  if (!isHtml(el)) return null;
  try {
    const dom = chrome.dom; // Chromium's
    return (dom?.openOrClosedShadowRoot(el) as ShadowRoot | null | undefined) ?? null;
  } catch {
    return null; // an element that can have none
  }
}

/** By its type: an element that came from another frame's document is none of this one's classes (Firefox). */
export function isElement(target: EventTarget | null): target is Element {
  return (target as Partial<Node> | null)?.nodeType === 1;
}

/** Whether el can be focused and clicked by a script; see isElement. */
export function isHtml(el: Element | null): el is HTMLElement {
  return typeof (el as Partial<HTMLElement> | null)?.click === 'function';
}

/** The parent of node, or the host of the root it is in. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (parent?.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return (parent as Partial<ShadowRoot>).host ?? null; // of whichever document
  return isElement(parent) ? parent : null;
}

/** Whether inner is outer or below it, shadow roots included. */
export function holds(outer: Element, inner: Node | null): boolean {
  for (let n: Node | null = inner; n; n = parentOf(n)) if (n === outer) return true;
  return false;
}

/** What takes the focus for a place in box: the innermost editable around it (a block of a block editor), or box. */
export function editableIn(box: HTMLElement, place: Node | null): HTMLElement {
  const around = isElement(place) ? place : place?.parentElement;
  const inner = around?.closest<HTMLElement>('[contenteditable]');
  return inner && box.contains(inner) && inner.isContentEditable ? inner : box;
}

/** The nearest of el and what is above it that matches, shadow roots included. */
export function above(el: Element | null, selector: string): Element | null {
  for (let n = el; n; n = parentOf(n)) if (n.matches(selector)) return n;
  return null;
}

/** The innermost element of an event, closed roots included where focus tells. */
export function innermost(event: Event): Element | null {
  const first = event.composedPath()[0] ?? null;
  return isElement(first) ? descend(first) : null;
}

/** The element that has focus, through every root. */
export function focused(): Element | null {
  return document.activeElement ? descend(document.activeElement) : null;
}

function descend(el: Element): Element {
  let deep = el;
  for (let i = 0; i < 32; i++) {
    const inside = shadowOf(deep)?.activeElement;
    if (!inside) break;
    deep = inside;
  }
  return deep;
}

/** The event's path, from the innermost element outwards, closed roots included. */
export function pathOf(event: Event): Element[] {
  const path: Element[] = [];
  for (let n = innermostAt(event); n && path.length < 200; n = parentOf(n)) path.push(n);
  return path;
}

// Under a closed root a pointer event names only the host; the point it was at
// names the rest. Focus does so for keys.
function innermostAt(event: Event): Element | null {
  const first = event.composedPath()[0] ?? null;
  if (!isElement(first)) return null;
  if (!(event instanceof MouseEvent) || event.detail === 0 && event.type === 'click') return descend(first);
  let deep = first;
  for (let i = 0; i < 32; i++) {
    const inside = shadowOf(deep)?.elementFromPoint(event.clientX, event.clientY);
    if (!inside || inside === deep) break;
    deep = inside;
  }
  return deep;
}
