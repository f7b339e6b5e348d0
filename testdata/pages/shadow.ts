// Any site: a composer in a shadow root, open, or with ?closed in a closed one,
// where tests find it by the page's own hand.
import { boxAndButton, h, posted, root } from './parts';

const mode = new URLSearchParams(location.search).has('closed') ? 'closed' : 'open';
const host = h('div', { id: 'host' });
const [box, button] = boxAndButton();
box.setAttribute('style', 'min-height: 5em; border: 1px solid; white-space: pre-wrap');
host.attachShadow({ mode }).append(box, button);
Object.assign(window, { __inside: { box, button } });
root.append(host, posted);
