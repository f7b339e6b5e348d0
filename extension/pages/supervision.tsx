// The card for supervision, to copy or to print. What it is made of came through
// the background's memory; this page's address says nothing.

import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Supervision } from '../src/reflection-protocol';
import { dressDocument, say } from '../ui/words';
import { getSupervision } from './ask';
import { Brand } from './brand';
import { Copy } from './copy';
import { supervisionCard } from './supervision-card';

function SupervisionPage() {
  const [taken, setTaken] = useState<Supervision>();
  useEffect(() => void getSupervision().then(setTaken), []);
  if (taken === undefined) return null;
  return (
    <>
      <header class="page-head">
        <Brand />
        <h1>{say('reflect_sup_title')}</h1>
        <p class="lead not-printed">{say(taken ? 'reflect_sup_lead' : 'reflect_sup_none')}</p>
      </header>
      {taken && (
        <>
          <section id="card" class="sup">
            {supervisionCard(taken.signals, taken.setting).map(({ name, items }) => (
              <div key={name}>
                <h2>{name}</h2>
                <ul class="said">{items.map((item) => <li key={item}>{item}</li>)}</ul>
              </div>
            ))}
            <p class="field-note">{say('reflect_sup_words')}</p>
          </section>
          <div class="actions not-printed">
            <Copy of="card" />
            <button type="button" class="button" onClick={() => window.print()}>{say('reflect_sup_print')}</button>
          </div>
        </>
      )}
    </>
  );
}

dressDocument(`${say('app_name')} – ${say('reflect_sup_title')}`);
render(<SupervisionPage />, document.getElementById('root')!);
