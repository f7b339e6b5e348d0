// A comment service that other sites frame: what is posted is told to the page
// around it. With ?bare that page has the button.
import { h, root } from './parts';

const area = h('textarea', { 'aria-label': 'Comment', rows: '4' });
const button = h('button', { type: 'button' }, ['Post']);
function post(): void {
  if (area.value.trim() === '') return;
  parent.postMessage({ posted: area.value }, '*');
  area.value = '';
}
button.addEventListener('click', post);
window.addEventListener('message', (e) => {
  if ((e.data as { order?: unknown } | null)?.order === 'post') post();
});
root.append(area, ...(new URLSearchParams(location.search).has('bare') ? [] : [button]));
