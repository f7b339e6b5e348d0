// How often Second Look spoke and what the worker made of it: the numbers that
// are kept, all of them, and the button that deletes them.

import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Tallied } from '../src/reflection-protocol';
import { inAll, outcomes, type Outcome } from '../src/tally';
import { dressDocument, language, say } from '../ui/words';
import { clearTally, getTally } from './ask';
import { Brand } from './brand';

function TallyPage() {
  const [counts, setCounts] = useState<Tallied>();
  const [said, setSaid] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => void getTally().then(setCounts), []);
  if (!counts) return null;
  const since = Object.keys(counts).sort()[0];
  const clear = async () => {
    setCounts(await clearTally());
    setSaid(say('reflect_tally_cleared'));
    title.current?.focus(); // the button is gone
  };
  return (
    <>
      <header class="page-head">
        <Brand />
        <h1 tabIndex={-1} ref={title}>{say('reflect_tally_title')}</h1>
        <p class="lead">{say('reflect_tally_lead')}</p>
        <p role="status" class="said-after">{said}</p>
      </header>
      {since ? (
        <>
          <Table counts={counts} since={since} />
          <p class="field-note">{say('reflect_tally_quiet')}</p>
          <div class="actions">
            <button type="button" class="button" onClick={clear}>{say('reflect_tally_clear')}</button>
          </div>
        </>
      ) : <p>{say('reflect_tally_none')}</p>}
    </>
  );
}

function Table({ counts, since }: { counts: Tallied; since: string }) {
  const rows = inAll(counts);
  const sum = (o: Outcome) => rows.reduce((n, { row }) => n + row[o], 0);
  const number = new Intl.NumberFormat(language());
  const month = new Intl.DateTimeFormat(language(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <table class="tally">
      <caption>{say('reflect_tally_since', month.format(new Date(`${since}-01T00:00:00Z`)))}</caption>
      <thead>
        <tr>
          <th scope="col">{say('reflect_tally_kind')}</th>
          {outcomes.map((o) => <th scope="col" key={o}>{say(`reflect_tally_${o}`)}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ category, row }) => (
          <tr key={category}>
            <th scope="row">{say(`category_${category.replaceAll('-', '_')}`)}</th>
            {outcomes.map((o) => <td key={o} data-name={say(`reflect_tally_${o}`)}>{number.format(row[o])}</td>)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('reflect_tally_all')}</th>
          {outcomes.map((o) => <td key={o} data-name={say(`reflect_tally_${o}`)}>{number.format(sum(o))}</td>)}
        </tr>
      </tfoot>
    </table>
  );
}

dressDocument(`${say('app_name')} – ${say('reflect_tally_title')}`);
render(<TallyPage />, document.getElementById('root')!);
