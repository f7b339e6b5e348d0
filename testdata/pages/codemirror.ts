// Any site: CodeMirror 6, which draws only the lines near the viewport.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorView, drawSelection, keymap, placeholder } from '@codemirror/view';
import { postButton, posted, root } from './parts';

const place = document.createElement('div');
const view = new EditorView({
  parent: place,
  extensions: [
    history(), drawSelection(), placeholder('Write a reply'), EditorView.lineWrapping, keymap.of([...defaultKeymap, ...historyKeymap]),
    EditorView.contentAttributes.of({ 'aria-label': 'Reply' }),
  ],
});
const button = postButton(
  () => view.state.doc.toString(),
  () => view.dispatch({ changes: { from: 0, to: view.state.doc.length } }),
);
root.append(place, button, posted);
