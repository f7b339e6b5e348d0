// Any site: a feed that draws only the rows near the viewport and uses the same
// few elements again for others. Each row has a reply box; the page keeps the drafts.
import { record } from './record';
import { h, posted, root } from './parts';

const rows = 400;
const height = 150; // px
const drawn = 12;
const drafts = new Map<number, string>();

const feed = h('div', { role: 'feed', style: `position: relative; height: ${rows * height}px` });
const pool = Array.from({ length: drawn }, () => {
  const area = h('textarea', { 'aria-label': 'Reply', rows: '2' });
  const button = h('button', { type: 'button' }, ['Reply']);
  const title = h('p');
  const el = h('article', { style: `position: absolute; left: 0; right: 0; height: ${height}px; overflow: hidden` }, [title, area, button]);
  const at = (): number => Number(el.dataset.row);
  area.addEventListener('input', () => drafts.set(at(), area.value));
  button.addEventListener('click', () => {
    if (area.value.trim() === '') return;
    record(area.value);
    drafts.delete(at());
    area.value = '';
  });
  feed.append(el);
  return { el, title, area };
});

function draw(): void {
  const first = Math.max(0, Math.floor(scrollY / height) - 3);
  for (let row = first; row < Math.min(first + drawn, rows); row++) {
    const { el, title, area } = pool[row % drawn]!;
    if (el.dataset.row === String(row)) continue;
    el.dataset.row = String(row);
    el.style.top = `${row * height}px`;
    title.textContent = `Post ${row}`;
    area.value = drafts.get(row) ?? '';
  }
}
window.addEventListener('scroll', draw, { passive: true });
root.append(posted, feed);
draw();
