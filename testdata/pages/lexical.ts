// Any site: Lexical, with the site family's div[role=button] and no form.
import { $getRoot, createEditor } from 'lexical';
import { registerHistory, createEmptyHistoryState } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { record } from './record';

const root = document.querySelector('#root')!;
const box = document.createElement('div');
box.contentEditable = 'true';
box.setAttribute('role', 'textbox');
box.setAttribute('aria-label', 'Reply');
box.className = 'box';
const button = document.createElement('div');
button.setAttribute('role', 'button');
button.setAttribute('aria-label', 'Post');
button.tabIndex = 0;
button.textContent = 'Post';
const list = document.createElement('ul');
list.id = 'posts';
root.append(box, button, list);

const editor = createEditor({ namespace: 'fixture', onError: (e) => { throw e; } });
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
editor.setRootElement(box);

function post(): void {
  // Lexical parts paragraphs by an empty line; the site posts one newline.
  const text = editor.getEditorState().read(() => $getRoot().getChildren().map((c) => c.getTextContent()).join('\n'));
  if (!text.trim()) return;
  record(text);
  editor.update(() => { $getRoot().clear(); });
}
button.addEventListener('click', post);
button.addEventListener('keydown', (e) => {
  if (e.key !== 'Enter' && e.key !== ' ') return;
  e.preventDefault();
  post();
});
