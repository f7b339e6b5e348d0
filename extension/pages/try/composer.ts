// The demo composer: a page as a social site might have it, with nothing of
// ours in it, for the extension to be turned on at. Posts stay in the page.

const list = document.getElementById('posted')!;
const area = document.getElementById('post') as HTMLTextAreaElement;
const rich = document.getElementById('rich-post')!;

function posted(text: string): void {
  if (text.trim() === '') return;
  const item = document.createElement('li');
  item.textContent = text;
  list.prepend(item);
}

document.getElementById('composer')!.addEventListener('submit', (e) => {
  e.preventDefault();
  posted(area.value);
  area.value = '';
});

document.getElementById('rich-send')!.addEventListener('click', () => {
  posted(rich.innerText);
  rich.textContent = '';
});

area.addEventListener('keydown', (e) => {
  if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) (document.getElementById('send') as HTMLButtonElement).click();
});
