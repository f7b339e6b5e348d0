// Drafts kept for later, three questions to go with them, and the way out of
// each: copy, supervision, delete. The text stands as plain text: what a form
// field holds, a browser may remember on disk.

import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { KeptDraft } from '../src/reflection-protocol';
import { dressDocument, language, say } from '../ui/words';
import { clearKept, deleteKept, getKept, takeToSupervision } from './ask';
import { Brand } from './brand';
import { Copy } from './copy';
import { spanOf } from './kept-left';

/** How often the page looks whether a draft has gone, ms. */
const look = 30_000;

function KeptPage() {
  const [drafts, setDrafts] = useState<KeptDraft[]>();
  const [said, setSaid] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const read = async () => setDrafts(await getKept());
  useEffect(() => {
    void read();
    const timer = setInterval(read, look);
    document.addEventListener('visibilitychange', read);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', read);
    };
  }, []);
  if (!drafts) return null;

  const drop = async (left: Promise<KeptDraft[]>) => {
    setDrafts(await left);
    setSaid(say('reflect_kept_deleted'));
    title.current?.focus(); // the button is gone
  };

  return (
    <>
      <header class="page-head">
        <Brand />
        <h1 tabIndex={-1} ref={title}>{say('reflect_kept_title')}</h1>
        <p class="lead">{say(drafts.length > 0 ? 'reflect_kept_lead' : 'reflect_kept_none')}</p>
        <p role="status" class="said-after">{said}</p>
      </header>
      {drafts.length > 0 && <Prompts />}
      {drafts.map((d, i) => <Draft key={d.id} draft={d} number={String(i + 1)} onDelete={() => drop(deleteKept(d.id))} />)}
      {drafts.length > 1 && (
        <div class="actions">
          <button type="button" class="button" onClick={() => drop(clearKept())}>{say('reflect_kept_clear')}</button>
        </div>
      )}
    </>
  );
}

function Prompts() {
  return (
    <section>
      <h2>{say('reflect_kept_prompts')}</h2>
      <ol class="said">{[1, 2, 3].map((n) => <li key={n}>{say(`reflect_kept_prompt_${n}`)}</li>)}</ol>
    </section>
  );
}

interface DraftProps {
  draft: KeptDraft;
  number: string;
  onDelete: () => void;
}

function Draft({ draft, number, onDelete }: DraftProps) {
  const left = draft.until - Date.now();
  const name = say('reflect_kept_draft', number);
  const named = (key: string) => `${say(key)}: ${name}`; // what is seen is part of the name
  return (
    <section class="kept">
      <h2>{name}</h2>
      <p class="field-note">{left > 0 && say('reflect_kept_left', spanOf(left, language()))}</p>
      <p class="kept-text" id={draft.id} dir="auto">{draft.text}</p>
      <div class="actions">
        <Copy of={draft.id} name={named('reflect_copy')} />
        <button
          type="button" class="button" aria-label={named('reflect_supervise')}
          onClick={() => void takeToSupervision(draft.signals)}
        >
          {say('reflect_supervise')}
        </button>
        <button type="button" class="button" aria-label={named('reflect_kept_delete')} onClick={onDelete}>
          {say('reflect_kept_delete')}
        </button>
      </div>
    </section>
  );
}

dressDocument(`${say('app_name')} – ${say('reflect_kept_title')}`);
render(<KeptPage />, document.getElementById('root')!);
