// tiktok.com: Draft.js for captions, comments and messages; the last two go out
// on Enter.
import { useRef, useState } from 'react';
// Draft.js was written for this call; the site, too, renders the old way.
import { render } from 'react-dom';
import { Editor, EditorState } from 'draft-js';
import { broken, view } from './dom';
import { record } from './record';

const empty = (): EditorState => EditorState.createEmpty();

function Box(p: { label: string; e2e: string; enter: boolean; button: (post: () => void) => React.ReactNode }) {
  const [state, setState] = useState(empty());
  const now = useRef(state);
  now.current = state;
  const post = (): void => {
    const text = now.current.getCurrentContent().getPlainText('\n');
    if (!text.trim()) return;
    record(text);
    setState(empty());
  };
  return (
    <div className="composer">
      <div data-e2e={p.e2e} className="box">
        <Editor editorState={state} onChange={setState} ariaLabel={p.label} placeholder={p.label} role={p.enter ? 'textbox' : 'combobox'}
          handleReturn={(e) => {
            if (!p.enter || e.shiftKey) return 'not-handled';
            post();
            return 'handled';
          }} />
      </div>
      {broken ? <div className="q9" onClick={post}>•••</div> : p.button(post)}
    </div>
  );
}

const views: Record<string, React.ReactNode> = {
  dm: <Box label="Send a message..." e2e="message-input-area" enter button={() => null} />,
  comment: <Box label="Add comment..." e2e="comment-input" enter button={(post) =>
    <div role="button" tabIndex={0} data-e2e="comment-post" onClick={post}>Post</div>} />,
  post: <Box label="Describe your video" e2e="caption_container" enter={false} button={(post) =>
    <><button type="button" data-e2e="save_draft_button">Save draft</button><button type="button" data-e2e="post_video_button" onClick={post}>Post</button></>} />,
};

render(<>{views[view]}<ul id="posts" /></>, document.querySelector('#root'));
