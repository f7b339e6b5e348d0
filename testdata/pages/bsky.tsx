// bsky.app: TipTap in a dialog opened by the compose button; one editor per
// post of a thread; Ctrl+Enter publishes.
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Editor } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { candidates, openMention } from './mentions';
import { isChord, record } from './record';

const textOf = (e: Editor) => e.getText({ blockSeparator: '\n' });
const extensions = [Document, Paragraph, Text, HardBreak, UndoRedo, Placeholder.configure({ placeholder: "What's up?" })];

function started(e: Editor): string | null {
  const { $from, empty } = e.state.selection;
  return empty ? openMention($from.parent.textBetween(0, $from.parentOffset, '\n', ' ')) : null;
}

function pick(e: Editor, name: string): void {
  const to = e.state.selection.from;
  e.commands.insertContentAt({ from: to - started(e)!.length, to }, `${name} `);
}

function Input(p: { publish: () => void; changed: () => void; own: (e: Editor) => void }) {
  const at = useRef<HTMLDivElement>(null);
  const calls = useRef(p);
  calls.current = p;
  const [people, setPeople] = useState<string[]>([]);
  useEffect(() => {
    const listed = (e: Editor) => candidates(started(e) ?? '\0');
    const editor: Editor = new Editor({
      element: at.current!,
      extensions,
      autofocus: 'end',
      editorProps: {
        attributes: { role: 'textbox', 'aria-label': 'Rich-Text Editor', 'aria-multiline': 'true' },
        handleKeyDown: (_, e) => {
          if (isChord(e)) calls.current.publish();
          else if (e.key === 'Enter' && listed(editor).length) pick(editor, listed(editor)[0]);
          else return false;
          return true;
        },
      },
      onTransaction: (e) => setPeople(listed(e.editor)),
      onUpdate: () => calls.current.changed(),
    });
    calls.current.own(editor);
    return () => editor.destroy();
  }, []);
  return (
    <div>
      <div ref={at} className="box" />
      {people.length > 0 && (
        <div role="listbox" data-testid="autocompleteList">{people.map((w) => <div role="option" key={w}>@{w}</div>)}</div>
      )}
    </div>
  );
}

function Composer(p: { close: () => void }) {
  const [count, setCount] = useState(1);
  const [filled, setFilled] = useState(false);
  const editors = useRef<Editor[]>([]);
  const publish = () => {
    const texts = editors.current.filter((e) => !e.isDestroyed).map(textOf).filter((t) => t.trim());
    if (!texts.length) return;
    texts.forEach(record);
    p.close();
  };
  return (
    <div role="dialog" aria-modal="true" aria-label="Write post" className="modal">
      <div data-testid="composePostView">
        <button aria-label="Cancel" onClick={p.close}>Cancel</button>
        <button data-testid="composerPublishBtn" aria-label="Publish post" role="button" disabled={!filled} onClick={publish}>
          <div dir="auto">{count > 1 ? 'Post All' : 'Post'}</div>
        </button>
        {Array.from({ length: count }, (_, n) => (
          <Input key={n} publish={publish} changed={() => setFilled(editors.current.some((e) => !!textOf(e).trim()))}
            own={(e) => editors.current.push(e)} />
        ))}
        <button aria-label="Add another post to thread" onClick={() => setCount(count + 1)}>+</button>
      </div>
    </div>
  );
}

function Home() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <main>
        <button data-testid="composeFAB" aria-label="New post" onClick={() => setOpen(true)}>New post</button>
        <ul id="posts" />
      </main>
      {open && <Composer close={() => setOpen(false)} />}
    </>
  );
}

createRoot(document.querySelector('#root')!).render(<Home />);
