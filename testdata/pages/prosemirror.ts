// Any site: bare ProseMirror and a text button.
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { record } from './record';

const fresh = () => EditorState.create({ schema, plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)] });
const root = document.querySelector('#root')!;
const place = document.createElement('div');
const button = document.createElement('button');
button.textContent = 'Publish';
const list = document.createElement('ul');
list.id = 'posts';
root.append(place, button, list);

const view = new EditorView(place, {
  state: fresh(),
  attributes: { role: 'textbox', 'aria-label': 'Reply', 'aria-multiline': 'true', class: 'box' },
});
button.addEventListener('click', () => {
  const text = view.state.doc.textBetween(0, view.state.doc.content.size, '\n');
  if (!text.trim()) return;
  record(text);
  view.updateState(fresh());
});
