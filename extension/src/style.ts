// Styles of our own elements, set so that no rule of the page's reaches them:
// inline, by the object model (a page's policy does not forbid that), important.

export function style(el: HTMLElement, rules: Record<string, string>): void {
  for (const [name, value] of Object.entries(rules)) el.style.setProperty(name, value, 'important');
}

/** A div in the layer: out of the flow, invisible to the pointer. */
export function layerDiv(rules: Record<string, string>): HTMLElement {
  const div = document.createElement('div');
  style(div, { all: 'initial', position: 'fixed', 'pointer-events': 'none', ...rules });
  return div;
}
