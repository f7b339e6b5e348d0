// Any site, shaped like a chat: Slate, where plain Enter sends, Shift+Enter
// breaks the line, and Enter picks a person while the mention list is open.
import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node, Range, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { candidates, openMention } from './mentions';
import { record } from './record';

const blank = () => [{ type: 'paragraph', children: [{ text: '' }] }];

function started(editor: Editor): string | null {
  const at = editor.selection;
  if (!at || !Range.isCollapsed(at)) return null;
  return openMention(Editor.string(editor, { anchor: Editor.start(editor, at.anchor.path.slice(0, 1)), focus: at.anchor }));
}

function Chat() {
  const editor = useMemo(() => withHistory(withReact(createEditor())), []);
  const [people, setPeople] = useState<string[]>([]);
  const send = () => {
    const text = editor.children.map((n) => Node.string(n)).join('\n');
    if (!text.trim()) return;
    record(text);
    Transforms.select(editor, Editor.range(editor, []));
    Editor.deleteFragment(editor);
    Transforms.select(editor, Editor.start(editor, []));
  };
  const keys = (e: React.KeyboardEvent) => {
    if (e.key !== 'Enter' || e.shiftKey || e.nativeEvent.isComposing) return;
    e.preventDefault();
    const typed = started(editor);
    const first = typed === null ? undefined : candidates(typed)[0];
    if (first === undefined) return send();
    Transforms.insertText(editor, `${first.slice(typed!.length)} `);
  };
  return (
    <Slate editor={editor} initialValue={blank() as never} onChange={() => setPeople(candidates(started(editor) ?? '\0'))}>
      {people.length > 0 && <div role="listbox">{people.map((w) => <div role="option" key={w}>@{w}</div>)}</div>}
      <Editable className="box" role="textbox" aria-label="Reply" aria-multiline onKeyDown={keys} placeholder="Message" />
      <button type="button" aria-label="Send" onClick={send}>Send</button>
    </Slate>
  );
}

createRoot(document.querySelector('#root')!).render(<><Chat /><ul id="posts" /></>);
