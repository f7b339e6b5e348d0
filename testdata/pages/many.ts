// Any site: two hundred composers on one page, each with its own button.
import { boxAndButton, h, posted, root } from './parts';

root.append(posted);
for (let n = 0; n < 200; n++) root.append(h('section', { id: `reply-${n}` }, boxAndButton()));
