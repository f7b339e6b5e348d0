// The options: one screen. What is chosen is kept at once.

import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../src/protocol';
import { dressDocument, say } from '../ui/words';
import { Agency } from './agency';
import { getSettings, setSettings, unmute } from './ask';
import { Badges } from './badge-list';
import { Brand } from './brand';
import { Choices, type Kept } from './choices';
import { asksServers } from '../src/edition';
import { Sites, type PartProps } from './site-list';

function Options() {
  const [settings, show] = useState<Settings>();
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => void getSettings().then(show), []);
  if (!settings) return null;

  const keep = async (changed: Promise<Settings>) => show(await changed);
  const choose = async (patch: Partial<Settings>) => {
    await keep(setSettings(patch));
    setKept((last) => ({ what: 'region' in patch ? 'region' : 'setting', times: (last?.times ?? 0) + 1 }));
  };

  return (
    <>
      <header class="page-head">
        <Brand />
        <h1>{say('options_title')}</h1>
        <p class="lead">{say('options_lead')}</p>
        <p><a href="practice.html">{say('practice_open')}</a></p>
      </header>
      <section>
        <h2>{say('options_work')}</h2>
        <p>{say('options_work_text')}</p>
        <Choices settings={settings} onChange={choose} kept={kept} />
      </section>
      <Agency />
      <Sites settings={settings} keep={keep} />
      <Mutes settings={settings} keep={keep} />
      <Badges />
      <section>
        <h2>{say('options_keys')}</h2>
        <p>{say('options_keys_text')}</p>
      </section>
      <Sees />
    </>
  );
}

/** A built-in rule in plain words; an agency's own by its id. */
function ruleName(rule: string): string {
  return say(`rule_${rule.replaceAll(/[.-]/g, '_')}`) || rule;
}

function Mutes({ settings, keep }: PartProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const bringBack = async (rule: string) => {
    await keep(unmute(rule));
    heading.current?.focus(); // its button is gone
  };
  return (
    <section>
      <h2 tabIndex={-1} ref={heading}>{say('options_mutes')}</h2>
      {settings.mutedRules.length === 0 && <p class="field-note">{say('options_mutes_none')}</p>}
      <ul class="rows">
        {settings.mutedRules.map((rule) => (
          <li class="row" key={rule}>
            <span>{ruleName(rule)}</span>
            <button
              type="button" class="button" aria-label={say('options_unmute_rule', ruleName(rule))}
              onClick={() => bringBack(rule)}
            >
              {say('options_unmute')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sees() {
  const asks = asksServers();
  const said = [1, 6, 2, 3, 4, 5].map((n) => (n === 3 && asks ? say('feed_sees') : say(`options_sees_${n}`)));
  return (
    <section>
      <h2>{say('options_sees')}</h2>
      <ul class="said">
        {said.map((s) => <li key={s}>{s}</li>)}
        <li>{say('options_permission_active')}</li>
        <li>{say('options_permission_scripting')}</li>
        <li>{say('options_permission_storage')}</li>
        <li>{say('options_permission_alarms')}</li>
        {asks && <li>{say('feed_permission_alarms')}</li>}
      </ul>
      <p class="field-note"><a href="prove.html">{say('prove_link')}</a> · <a href="prove.html#stored">{say('options_delete')}</a></p>
    </section>
  );
}

dressDocument(`${say('app_name')} – ${say('options_title')}`);
render(<Options />, document.getElementById('root')!);
