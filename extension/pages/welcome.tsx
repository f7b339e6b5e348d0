// The first opening: what it is, and setting and region in one step that can
// be skipped.

import { render } from 'preact';
import { useState } from 'preact/hooks';
import { dressDocument, say } from '../ui/words';
import { setSettings } from './ask';
import { Brand } from './brand';
import { Choices } from './choices';

function Welcome() {
  const [chosen, choose] = useState({ setting: '', region: '' });
  const [done, setDone] = useState(false);
  const finish = async (keep: boolean) => {
    await setSettings({ welcomed: true, ...(keep ? chosen : {}) });
    setDone(true);
  };
  return (
    <>
      <header class="page-head">
        <Brand size={28} />
        <h1>{say('welcome_title')}</h1>
        <p class="lead">{say('welcome_lead')}</p>
      </header>
      <ul class="points">
        {[1, 2, 3].map((n) => (
          <li key={n}>
            <h2>{say(`welcome_point_${n}`)}</h2>
            <p>{say(`welcome_point_${n}_text`)}</p>
          </li>
        ))}
      </ul>
      {done ? <Done /> : <Ask chosen={chosen} choose={choose} finish={finish} />}
    </>
  );
}

interface AskProps {
  chosen: { setting: string; region: string };
  choose: (c: { setting: string; region: string }) => void;
  finish: (keep: boolean) => Promise<void>;
}

function Ask({ chosen, choose, finish }: AskProps) {
  return (
    <form
      class="panel"
      onSubmit={(e) => {
        e.preventDefault();
        void finish(true);
      }}
    >
      <h2>{say('welcome_ask')}</h2>
      <p>{say('welcome_ask_text')}</p>
      <Choices settings={chosen} onChange={(patch) => choose({ ...chosen, ...patch })} />
      <div class="actions">
        <button type="submit" class="button primary big">{say('welcome_start')}</button>
        <button type="button" class="button quiet big" onClick={() => finish(false)}>{say('welcome_skip')}</button>
      </div>
    </form>
  );
}

function Done() {
  return (
    <section class="panel" role="status">
      <h2 tabIndex={-1} ref={(h) => h?.focus()}>{say('welcome_done')}</h2>
      <p>{say('welcome_done_text')}</p>
    </section>
  );
}

dressDocument(say('app_name'));
render(<Welcome />, document.getElementById('root')!);
