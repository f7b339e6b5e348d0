// "I already posted it": what to undo, whom to tell, what to write down, by
// site, kind of work and country. It asks nothing of the post.

import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../src/protocol';
import { dressDocument, say } from '../ui/words';
import { getSettings } from './ask';
import { Brand } from './brand';
import { Choices } from './choices';
import { lawKeys, postedSites, siteKey, tellKey } from './posted-facts';

function Posted() {
  const [about, choose] = useState<Pick<Settings, 'setting' | 'region'>>();
  const [site, setSite] = useState('');
  useEffect(() => void getSettings().then(({ setting, region }) => choose({ setting, region })), []);
  if (!about) return null;
  return (
    <>
      <header class="page-head">
        <Brand />
        <h1>{say('reflect_posted_title')}</h1>
        <p class="lead">{say('reflect_posted_lead')}</p>
      </header>
      <section class="urgent">
        <h2>{say('reflect_posted_first')}</h2>
        <p>{say('reflect_posted_first_text')}</p>
      </section>
      <Undo site={site} onSite={setSite} />
      <section>
        <h2>{say('reflect_posted_tell')}</h2>
        <p>{say('reflect_posted_tell_text')}</p>
        <Choices settings={about} onChange={(patch) => choose({ ...about, ...patch })} />
        <div aria-live="polite">
          <p class="told">{say(tellKey(about.setting))}</p>
          <h3>{say('reflect_posted_law')}</h3>
          {lawKeys(about.region, about.setting).map((k) => <p class="told" key={k}>{say(k)}</p>)}
        </div>
        <p class="field-note">{say('reflect_posted_law_text')}</p>
      </section>
      <section>
        <h2>{say('reflect_posted_note')}</h2>
        <ul class="said">{[1, 2, 3, 4].map((n) => <li key={n}>{say(`reflect_posted_note_${n}`)}</li>)}</ul>
      </section>
      <section>
        <h2>{say('reflect_posted_you')}</h2>
        <p>{say('reflect_posted_you_text')}</p>
      </section>
    </>
  );
}

function Undo({ site, onSite }: { site: string; onSite: (site: string) => void }) {
  return (
    <section>
      <h2>{say('reflect_posted_undo')}</h2>
      <label class="field one">
        <span class="field-name">{say('reflect_posted_site')}</span>
        <select name="site" value={site} onChange={(e) => onSite((e.target as HTMLSelectElement).value)}>
          <option value="">{say('reflect_posted_site_unsaid')}</option>
          {Object.entries(postedSites).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
          <option value="other">{say('reflect_posted_site_other')}</option>
        </select>
      </label>
      <p class="told" role="status">{site && say(siteKey(site))}</p>
      <ul class="said">{[1, 2, 3, 4].map((n) => <li key={n}>{say(`reflect_posted_undo_${n}`)}</li>)}</ul>
      <p class="told">{say('reflect_posted_work')}</p>
    </section>
  );
}

dressDocument(`${say('app_name')} – ${say('reflect_posted_title')}`);
render(<Posted />, document.getElementById('root')!);
