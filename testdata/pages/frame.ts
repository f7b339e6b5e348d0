// Any site: the composer is in an iframe. ?of= says which kind: a page of the
// same site with its own button, a srcdoc, an about:blank that the page filled,
// or a comment service of another site. With ?over the button that posts stands
// in this page.
import { areaAndButton, boxAndButton, h, posted, root } from './parts';
import { record } from './record';

const asked = new URLSearchParams(location.search);
const over = asked.has('over');
const frame = h('iframe', { title: 'Comments', width: '600', height: '420' });

/** Puts a composer into the frame's document; where the button goes, too. */
function fill([box, button]: readonly [HTMLElement, HTMLElement], doc: Document): void {
  doc.body.append(box, ...(over ? [] : [button]));
  if (over) root.append(button);
}

const kinds: Record<string, () => void> = {
  site() {
    frame.src = '/editable';
    frame.addEventListener('load', () => {
      if (!over) return;
      const doc = frame.contentDocument!;
      const inside = doc.querySelector<HTMLElement>('#root > button')!;
      inside.hidden = true;
      root.append(forward(() => inside.click()));
    });
  },
  srcdoc() {
    frame.srcdoc = '<!doctype html><title>Comments</title><body></body>';
    frame.addEventListener('load', () => {
      const doc = frame.contentDocument!;
      if (doc.title !== '') fill(areaAndButton(doc), doc); // not the blank one before it
    });
  },
  blank() {
    root.append(frame);
    fill(boxAndButton(frame.contentDocument!), frame.contentDocument!);
  },
  // Its posts come by message, as do the orders to post where the button is ours.
  other() {
    frame.src = `https://player.example/comments${over ? '?bare' : ''}`;
    window.addEventListener('message', (e) => {
      const { posted: text } = e.data as { posted?: unknown };
      if (e.origin === 'https://player.example' && typeof text === 'string') record(text);
    });
    if (over) root.append(forward(() => frame.contentWindow!.postMessage({ order: 'post' }, 'https://player.example')));
  },
};

function forward(act: () => void): HTMLElement {
  const button = h('button', { type: 'button' }, ['Post']);
  button.addEventListener('click', act);
  return button;
}

root.append(posted);
kinds[asked.get('of') ?? 'site']!();
if (!frame.isConnected) root.prepend(frame);
