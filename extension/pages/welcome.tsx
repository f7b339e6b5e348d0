// The first opening, three short screens: what it does, what never happens,
// where the worker works. Each can be skipped; nothing has to be said.

import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { dressDocument, say } from '../ui/words';
import { setSettings } from './ask';
import { Brand } from './brand';
import { Choices } from './choices';

const screens = 3;

interface Chosen {
  setting: string;
  region: string;
}

function Welcome() {
  const [at, setAt] = useState(1);
  const [done, setDone] = useState(false);
  const [chosen, choose] = useState<Chosen>({ setting: '', region: '' });
  const title = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);

  useEffect(() => {
    if (moved.current) title.current?.focus();
  }, [at, done]);

  const go = (to: number) => {
    moved.current = true;
    setAt(to);
  };
  const finish = async (keep: boolean) => {
    moved.current = true;
    await setSettings({ welcomed: true, ...(keep ? chosen : {}) });
    setDone(true);
  };
  const heading = (key: string) => <h1 tabIndex={-1} ref={title}>{say(key)}</h1>;

  if (done) return <Screen step={0}>{heading('welcome_done')}<p class="lead">{say('welcome_done_text')}</p></Screen>;
  return (
    <Screen step={at}>
      {at === 1 && <>{heading('welcome_title')}<p class="lead">{say('welcome_lead')}</p><Points of={['welcome_point_2', 'welcome_point_3']} /></>}
      {at === 2 && (
        <>
          {heading('reflect_first_never')}
          <p class="lead">{say('reflect_first_never_lead')}</p>
          <Points of={['welcome_point_1', 'reflect_first_nobody', 'reflect_first_word', 'reflect_first_work']} />
        </>
      )}
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (at < screens) go(at + 1);
          else void finish(true);
        }}
      >
        {at === 3 && (
          <>
            {heading('welcome_ask')}
            <p class="lead">{say('welcome_ask_text')}</p>
            <Choices settings={chosen} onChange={(patch) => choose({ ...chosen, ...patch })} />
          </>
        )}
        <div class="actions">
          <button type="submit" class="button primary big">{say(at < screens ? 'reflect_first_next' : 'welcome_start')}</button>
          {at > 1 && <button type="button" class="button big" onClick={() => go(at - 1)}>{say('reflect_first_back')}</button>}
          <button type="button" class="button quiet big" onClick={() => finish(false)}>{say('welcome_skip')}</button>
        </div>
      </form>
    </Screen>
  );
}

/** step: which of the screens; 0 for none of them. */
function Screen({ step, children }: { step: number; children: preact.ComponentChildren }) {
  return (
    <section class="screen">
      <header class="screen-head">
        <Brand size={28} />
        {step > 0 && <span class="step">{say('reflect_first_step', String(step), String(screens))}</span>}
      </header>
      {children}
    </section>
  );
}

function Points({ of }: { of: string[] }) {
  return (
    <ul class="points">
      {of.map((key) => (
        <li key={key}>
          <h2>{say(key)}</h2>
          <p>{say(`${key}_text`)}</p>
        </li>
      ))}
    </ul>
  );
}

dressDocument(say('app_name'));
render(<Welcome />, document.getElementById('root')!);
