// Any site: a composer in a shadow root, open, or with ?closed in a closed one,
// where tests find it by the page's own hand. With ?form it is a form's.
import { boxAndButton, h, posted, root } from './parts';
import { record } from './record';

const asked = new URLSearchParams(location.search);
const mode = asked.has('closed') ? 'closed' : 'open';
const host = h('div', { id: 'host' });
const inner = host.attachShadow({ mode });
const [box, button] = asked.has('form') ? form() : boxAndButton();
box.setAttribute('style', 'min-height: 5em; border: 1px solid; white-space: pre-wrap');
if (!asked.has('form')) inner.append(box, button);
Object.assign(window, { __inside: { box, button } });
root.append(host, posted);

/** A form in the root, its field's box in it. */
function form(): [HTMLElement, HTMLElement] {
  const area = h('textarea', { 'aria-label': 'Reply', name: 'body' });
  const send = h('button', { type: 'submit' }, ['Post']);
  const whole = h('form', {}, [area, send]);
  whole.addEventListener('submit', (e) => {
    e.preventDefault();
    record(area.value);
    whole.reset();
  });
  inner.append(whole);
  return [area, send];
}
