// discord.com: Slate; Enter sends, there is no button, and another channel has
// another editor. ?v=dm is a conversation with one person.
import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { broken, view } from './dom';
import { record } from './record';

const blank = () => [{ type: 'line', children: [{ text: '' }] }];

function Channel(p: { name: string }) {
  const editor = useMemo(() => withHistory(withReact(createEditor())), []);
  const keys = (e: React.KeyboardEvent) => {
    if (e.key !== 'Enter' || e.shiftKey || e.nativeEvent.isComposing) return;
    e.preventDefault();
    const text = editor.children.map((n) => Node.string(n)).join('\n');
    if (!text.trim()) return;
    record(text);
    Transforms.select(editor, Editor.range(editor, []));
    Editor.deleteFragment(editor);
    Transforms.select(editor, Editor.start(editor, []));
  };
  // A page that no longer bears the mark of its editor: the adapter is out of date.
  const mark = broken ? { 'data-slate-editor': undefined, 'data-editor': true } : {};
  return (
    <form className="form">
      <Slate editor={editor} initialValue={blank() as never}>
        <Editable className="box" role="textbox" aria-label={`Message ${p.name}`} aria-multiline onKeyDown={keys} placeholder={`Message ${p.name}`} {...mark} />
      </Slate>
    </form>
  );
}

function Guild() {
  const [name, setName] = useState(view === 'dm' ? '@pat' : '#general');
  return <main><button type="button" className="channel" onClick={() => setName('#random')}>#random</button><Channel key={name} name={name} /></main>;
}

createRoot(document.querySelector('#root')!).render(<><Guild /><ul id="posts" /></>);
