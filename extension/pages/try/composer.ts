// The demo composer: a page as a social site might have it, with nothing of
// ours in it but its words, for the extension to be turned on at. Posts stay in
// the page.

import { dressDocument, say } from '../../ui/words';
import { useReadersLanguage } from './language';

const list = document.getElementById('posted')!;
const area = document.getElementById('post') as HTMLTextAreaElement;
const rich = document.getElementById('rich-post')!;

useReadersLanguage();
dressDocument(say('composer_title'));
for (const el of document.querySelectorAll<HTMLElement>('[data-say]')) el.textContent = say(el.dataset.say!);
area.placeholder = say('try_hint');

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
