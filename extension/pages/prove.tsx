// "Prove it": what Second Look may do, what it asked the network for, what its
// engine can reach, what it stored; read from the browser while the page is
// open, not written down by us. And a way to delete all of it.

import { render } from 'preact';
import { dressDocument, say } from '../ui/words';
import { Brand } from './brand';
import { EngineFacts } from './prove-engine';
import { Network } from './prove-network';
import { Permissions } from './prove-permissions';
import { Stored } from './prove-stored';

const steps = [1, 2, 3, 4, 5];

function Prove() {
  return (
    <>
      <header class="page-head">
        <Brand />
        <h1>{say('prove_title')}</h1>
        <p class="lead">{say('prove_lead')}</p>
        <p><a href="options.html">{say('rules_to_options')}</a></p>
      </header>
      <Network />
      <Permissions />
      <EngineFacts />
      <Stored />
      <section>
        <h2>{say('prove_check')}</h2>
        <p>{say('prove_check_text')}</p>
        <ol class="steps">{steps.map((n) => <li key={n}>{say(`prove_step_${n}`)}</li>)}</ol>
      </section>
    </>
  );
}

dressDocument(`${say('app_name')} – ${say('prove_title')}`);
render(<Prove />, document.getElementById('root')!);
