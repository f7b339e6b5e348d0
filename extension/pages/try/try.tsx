// The Try it page: the same engine, card and dialog as in the extension, in a
// plain page. What is written stays in the page's memory.

import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Verdict } from '../../src/protocol';
import { Card } from '../../ui/card';
import { cardFindings, cardParts, unread } from '../../ui/finding-text';
import { Hold } from '../../ui/hold';
import { dressDocument, say } from '../../ui/words';
import { Brand } from '../brand';
import { Checker } from './checker';
import { useReadersLanguage } from './language';
import { Underlined } from './underlined';

useReadersLanguage();
const checker = new Checker(() => new Worker('worker.js'));

interface Seen {
  text: string;
  verdict: Verdict;
}

function TryIt() {
  const [text, setText] = useState('');
  const [seen, setSeen] = useState<Seen>();
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const [dropped, setDropped] = useState<string[]>([]);
  const [holding, setHolding] = useState(false);
  const [posted, setPosted] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const timer = setTimeout(async () => {
      const verdict = await checker.check(text);
      if (verdict === 'overtaken') return;
      setState(verdict ? 'ready' : 'failed');
      setSeen(verdict && { text, verdict });
    }, 120);
    return () => clearTimeout(timer);
  }, [text]);

  const write = (value: string) => {
    setText(value);
    setPosted(false);
  };
  const verdict = seen?.verdict;
  const findings = verdict ? cardFindings(verdict, '').filter((f) => !dropped.includes(f.rule)) : [];
  const held = findings.filter((f) => f.level === 'hold');
  const post = () => {
    if (held.length > 0 && seen?.text === text) setHolding(true);
    else publish();
  };
  const publish = () => {
    setHolding(false);
    setPosted(true);
  };
  const back = () => {
    setHolding(false);
    setTimeout(() => area.current?.focus());
  };

  return (
    <>
      <header class="page-head">
        <Brand size={28} />
        <h1>{say('try_title')}</h1>
        <p class="lead">{say('try_lead')}</p>
        <p><a href="practice.html">{say('practice_open')}</a></p>
      </header>
      <div class="desk">
        <section class="composer" inert={holding}>
          <label class="field-name" for="post">{say('try_label')}</label>
          <Underlined text={text} verdict={seen?.text === text ? verdict : undefined} hidden={dropped}>
            <textarea
              id="post" ref={area} rows={7} value={text} placeholder={say('try_hint')} spellcheck={false} autocomplete="off"
              onInput={(e) => write((e.target as HTMLTextAreaElement).value)}
            />
          </Underlined>
          <div class="post-row">
            <p class="field-note" role="status">{posted ? say('try_posted') : status(state)}</p>
            <button type="button" class="button primary big" disabled={text.trim() === ''} onClick={post}>
              {say('try_post')}
            </button>
          </div>
        </section>
        <div class="beside" inert={holding}>
          {text.trim() !== '' && verdict && (
            <Card
              findings={findings} parts={cardParts(verdict)} empty={emptyNote(verdict)} unread={unread(verdict.coverage)}
              onDismiss={(rule) => setDropped([...dropped, rule])}
            />
          )}
        </div>
        <Examples use={write} inert={holding} />
      </div>
      <p class="field-note">{say('try_offline')}</p>
      {holding && (
        <div class="veil">
          <Hold findings={held} onEdit={back} onPost={publish} />
        </div>
      )}
    </>
  );
}

function status(state: 'loading' | 'ready' | 'failed'): string {
  return state === 'ready' ? '' : say(`try_${state}`);
}

function emptyNote(verdict: Verdict): string | undefined {
  if (verdict.protected) return say('card_protected');
  return verdict.coverage === 'full' ? undefined : say(`card_${verdict.coverage}`);
}

function Examples({ use, inert }: { use: (text: string) => void; inert: boolean }) {
  return (
    <section class="examples" inert={inert}>
      <p class="field-name" id="examples">{say('try_examples')}</p>
      <ul aria-labelledby="examples">
        {[1, 2, 3, 4].map((n) => (
          <li key={n}>
            <button type="button" class="button example" onClick={() => use(say(`try_example_${n}`))}>
              {say(`try_example_${n}`)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

dressDocument(say('try_title'));
render(<TryIt />, document.getElementById('root')!);
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('offline.js').catch(() => null);
