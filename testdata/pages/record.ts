// What every fixture page does with a post: keep it, and send it to the page's
// own server. JSON, because a lone surrogate survives it and UTF-8 does not.

declare global {
  interface Window {
    /** Posts in order, exactly as the page's own editor gave them. */
    __posts: string[];
    /** Content-policy violations the page was told of: the extension may cause none. */
    __violations: string[];
    /** Errors thrown into the page. */
    __errors: string[];
  }
}

// The posts of a frame of the same site are kept with the page's.
const home = window.parent as Window;
if (home === window) window.__posts = [];
window.__violations = [];
window.__errors = [];
document.addEventListener('securitypolicyviolation', (e) => {
  window.__violations.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}`);
});
window.addEventListener('error', (e) => window.__errors.push(e.message));

export function record(text: string): void {
  home.__posts.push(text);
  void fetch('/posted', { method: 'POST', body: JSON.stringify(text) });
  const list = document.querySelector('#posts');
  if (!list) return;
  const item = document.createElement('li');
  item.textContent = text.slice(0, 200);
  list.append(item);
}

/** Whether the event is the sites' "post now" chord. */
export function isChord(e: { key: string; ctrlKey: boolean; metaKey: boolean }): boolean {
  return e.key === 'Enter' && (e.ctrlKey || e.metaKey);
}
