// Any site: a modal that is a plain element and keeps the focus by focus-trap.
import { createFocusTrap } from 'focus-trap';
import { areaAndButton, h, posted, root } from './parts';

const dialog = h('div', { role: 'dialog', 'aria-modal': 'true', 'aria-label': 'New post', class: 'modal' }, areaAndButton());
root.append(h('a', { href: '#away' }, ['Away']), posted, dialog);
createFocusTrap(dialog, { escapeDeactivates: false, clickOutsideDeactivates: false }).activate();
