// Any site: one page whose views come by history.pushState, each with a composer
// of its own; the one before is taken out of the page.
import { boxAndButton, h, posted, root } from './parts';

const place = h('main');
const next = h('button', { type: 'button', id: 'next' }, ['Open the next topic']);

function show(): void {
  const view = history.state as { topic?: number } | null;
  const [box, button] = boxAndButton();
  box.id = `topic-${view?.topic ?? 0}`;
  place.replaceChildren(box, button);
}
next.addEventListener('click', () => {
  const topic = ((history.state as { topic?: number } | null)?.topic ?? 0) + 1;
  history.pushState({ topic }, '', `/spa?topic=${topic}`);
  show();
});
window.addEventListener('popstate', show);
root.append(next, place, posted);
show();
