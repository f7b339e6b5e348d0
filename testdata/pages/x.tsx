// x.com: Draft.js in React, an inline composer on the home page and another in
// a modal, threads by addButton, Ctrl+Enter. Shape as EDITORS.md tells it.
import { useRef, useState } from 'react';
// Draft.js was written for this call; the site, too, renders the old way.
import { render } from 'react-dom';
import {
  CompositeDecorator, type ContentBlock, Editor, EditorState, getDefaultKeyBinding, KeyBindingUtil, Modifier,
} from 'draft-js';
import { type Chosen, Picker, useChosen } from './attach';
import { candidates, openMention } from './mentions';
import { record } from './record';

function hashtags(block: ContentBlock, found: (start: number, end: number) => void): void {
  for (const m of block.getText().matchAll(/#\w+/g)) found(m.index, m.index + m[0].length);
}
const decorator = new CompositeDecorator([
  { strategy: hashtags, component: (p: { children: unknown }) => <span className="tag">{p.children as never}</span> },
]);
const empty = () => EditorState.createEmpty(decorator);
const textOf = (s: EditorState) => s.getCurrentContent().getPlainText('\n');

function beforeCaret(state: EditorState): string {
  const at = state.getSelection();
  if (!at.getHasFocus() || !at.isCollapsed()) return '';
  return state.getCurrentContent().getBlockForKey(at.getStartKey()).getText().slice(0, at.getStartOffset());
}

function pick(state: EditorState, started: string, name: string): EditorState {
  const at = state.getSelection();
  const range = at.merge({ anchorOffset: at.getStartOffset() - started.length }) as typeof at;
  const content = Modifier.replaceText(state.getCurrentContent(), range, name + ' ');
  return EditorState.push(state, content, 'insert-characters');
}

function Box(p: { n: number; state: EditorState; set: (s: EditorState) => void; post: () => void; chosen: Chosen }) {
  const started = openMention(beforeCaret(p.state));
  const people = started === null ? [] : candidates(started);
  const bind = (e: React.KeyboardEvent): string | null => {
    if (e.key === 'Enter' && KeyBindingUtil.hasCommandModifier(e)) return 'tweet';
    if (e.key === 'Enter' && people.length) return 'pick';
    return getDefaultKeyBinding(e);
  };
  const command = (name: string): 'handled' | 'not-handled' => {
    if (name === 'tweet') p.post();
    else if (name === 'pick') p.set(pick(p.state, started ?? '', people[0]));
    else return 'not-handled';
    return 'handled';
  };
  return (
    <div data-testid={`tweetTextarea_${p.n}RichTextInputContainer`} className="box">
      <Editor
        editorState={p.state} onChange={p.set} keyBindingFn={bind} handleKeyCommand={command}
        webDriverTestID={`tweetTextarea_${p.n}`} role="textbox" ariaLabel="Post text" ariaMultiline
        placeholder="What is happening?!" stripPastedStyles
        handlePastedFiles={(files) => { p.chosen.add(files); return 'handled'; }}
        handleDroppedFiles={(_at, files) => { p.chosen.add(files); return 'handled'; }}
      />
      {people.length > 0 && (
        <div role="listbox" id={`typeahead-${p.n}`} data-testid="typeaheadDropdownWrapped">
          {people.map((who) => <div role="option" data-testid="typeaheadResult" key={who}>@{who}</div>)}
        </div>
      )}
    </div>
  );
}

function Composer(p: { button: string; done?: () => void }) {
  const [boxes, setBoxes] = useState([empty()]);
  const chosen = useChosen();
  const now = useRef(boxes);
  now.current = boxes;
  const set = (n: number) => (s: EditorState) => {
    now.current = now.current.map((b, i) => (i === n ? s : b));
    setBoxes(now.current);
  };
  const idle = boxes.every((b) => !textOf(b).trim());
  const post = () => {
    const texts = now.current.map(textOf).filter((t) => t.trim());
    if (!texts.length) return;
    texts.forEach(record);
    chosen.clear();
    setBoxes((now.current = [empty()]));
    p.done?.();
  };
  return (
    <div className="composer">
      {boxes.map((b, n) => <Box key={n} n={n} state={b} set={set(n)} post={post} chosen={chosen} />)}
      <div data-testid="attachments">
        {chosen.urls.map((url) => <img key={url} src={url} alt="" width={80} height={60} />)}
        {chosen.urls.length > 0 && <button type="button" aria-label="Remove media" onClick={chosen.clear}>x</button>}
      </div>
      <div data-testid="toolBar" className="bar">
        <Picker mark="fileInput" to={chosen} />
        <button type="button" data-testid="addButton" aria-label="Add post" onClick={() => setBoxes([...now.current, empty()])}>+</button>
        <button type="button" role="button" data-testid={p.button} disabled={idle} onClick={post}>
          <div><span><span>{boxes.length > 1 ? 'Post all' : 'Post'}</span></span></div>
        </button>
      </div>
    </div>
  );
}

function Home() {
  const [open, setOpen] = useState(location.pathname === '/compose/post');
  return (
    <>
      <main role="main" data-testid="primaryColumn">
        <Composer button="tweetButtonInline" />
        <button data-testid="SideNav_NewTweet_Button" onClick={() => setOpen(true)}>Compose</button>
        <ul id="posts" />
      </main>
      <div id="layers">
        {open && (
          <div role="dialog" aria-modal="true" aria-labelledby="modal-header" className="modal">
            <h2 id="modal-header" tabIndex={-1}>Compose new post</h2>
            <Composer button="tweetButton" done={() => setOpen(false)} />
          </div>
        )}
      </div>
    </>
  );
}

render(<Home />, document.querySelector('#root'));
