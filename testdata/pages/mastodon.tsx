// mastodon.social: a React textarea. Ctrl+Enter posts without a submit event;
// on every post the text is read again from the textarea itself.
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Picker, useChosen } from './attach';
import { broken, view } from './dom';
import { candidates, openMention } from './mentions';
import { isChord, record } from './record';

function Compose() {
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const chosen = useChosen();
  const area = useRef<HTMLTextAreaElement>(null);
  const started = openMention(text.slice(0, caret));
  const people = started === null ? [] : candidates(started);
  const submit = () => {
    const now = area.current!.value;
    if (!now.trim()) return;
    record(now);
    setText('');
    chosen.clear();
  };
  const pick = () => {
    const at = caret - (started ?? '').length;
    setText(`${text.slice(0, at)}${people[0]} ${text.slice(caret)}`);
  };
  const keys = (e: React.KeyboardEvent) => {
    if (isChord(e)) return submit();
    if (e.key !== 'Enter' || !people.length) return;
    e.preventDefault();
    pick();
  };
  return (
    <form className="compose-form" onSubmit={(e) => { e.preventDefault(); submit(); }}
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => { e.preventDefault(); chosen.add(e.dataTransfer.files); }}
      onPaste={(e) => chosen.add(e.clipboardData.files)}>
      <div className="compose-form__highlightable">
        <div className="autosuggest-textarea">
          <textarea ref={area} className="autosuggest-textarea__textarea" placeholder="What's on your mind?" value={text}
            aria-autocomplete="list" dir="auto" rows={5} onKeyDown={keys}
            onSelect={(e) => setCaret(e.currentTarget.selectionStart)}
            onChange={(e) => { setText(e.target.value); setCaret(e.target.selectionStart); }} />
        </div>
        {people.length > 0 && (
          <div className="autosuggest-textarea__suggestions autosuggest-textarea__suggestions--visible">
            {people.map((who, n) => (
              <div role="button" tabIndex={0} key={who} className={`autosuggest-textarea__suggestions__item${n ? '' : ' selected'}`}>@{who}</div>
            ))}
          </div>
        )}
        {chosen.urls.map((url) => (
          <div className="compose-form__upload" key={url} style={{ backgroundImage: `url(${url})`, height: 60, width: 80 }} />
        ))}
        <Picker mark="upload" to={chosen} />
        <div className="compose-form__submit">
          <button type="button" className="dropdown-button"><svg className={`icon icon-${view === 'dm' ? 'at' : 'globe'}`} /></button>
          {broken ? <div className="q9" onClick={submit}>•••</div>
            : <button type="submit" className="button button--block" disabled={!text.trim()}>Post</button>}
        </div>
      </div>
    </form>
  );
}

createRoot(document.querySelector('#root')!).render(<><Compose /><ul id="posts" /></>);
