// The options: one screen. What is chosen is kept at once.

import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { namedPatterns } from '../src/background-patterns';
import type { Settings } from '../src/protocol';
import { dressDocument, say } from '../ui/words';
import { AddSite } from './add-site';
import { getSettings, originOff, setSettings, siteOff, siteOn, unmute } from './ask';
import { Brand } from './brand';
import { Choices } from './choices';

function namedHosts(): string[] {
  return [...new Set(namedPatterns().map((p) => p.replace(/^https:\/\/(\*\.)?/, '').replace(/\/\*$/, '')))];
}

function Options() {
  const [settings, show] = useState<Settings>();
  const [saved, setSaved] = useState(false);
  useEffect(() => void getSettings().then(show), []);
  if (!settings) return null;

  const keep = async (changed: Promise<Settings>) => {
    show(await changed);
    setSaved(true);
  };

  return (
    <>
      <header class="page-head">
        <Brand />
        <h1>{say('options_title')}</h1>
        <p class="lead">{say('options_lead')}</p>
      </header>
      <section>
        <h2>{say('options_work')}</h2>
        <p>{say('options_work_text')}</p>
        <Choices settings={settings} onChange={(patch) => keep(setSettings(patch))} />
        <p class="saved" role="status">{saved ? say('options_saved') : ''}</p>
      </section>
      <Sites settings={settings} keep={keep} />
      <Mutes settings={settings} keep={keep} />
      <section>
        <h2>{say('options_keys')}</h2>
        <p>{say('options_keys_text')}</p>
      </section>
      <Sees />
    </>
  );
}

interface PartProps {
  settings: Settings;
  keep: (changed: Promise<Settings>) => Promise<void>;
}

function Sites({ settings, keep }: PartProps) {
  const extra = settings.extraOrigins;
  return (
    <section>
      <h2>{say('options_sites')}</h2>
      <h3>{say('options_sites_named')}</h3>
      <ul class="rows">
        {namedHosts().map((host) => (
          <SiteRow key={host} host={host} settings={settings} keep={keep} />
        ))}
      </ul>
      <h3>{say('options_sites_extra')}</h3>
      {extra.length === 0 && <p class="field-note">{say('options_sites_none')}</p>}
      <ul class="rows">
        {extra.map((origin) => {
          const host = URL.canParse(origin) ? new URL(origin).hostname : origin;
          return <SiteRow key={origin} host={host} origin={origin} settings={settings} keep={keep} />;
        })}
      </ul>
      <AddSite onAdded={() => keep(getSettings())} />
    </section>
  );
}

function SiteRow({ host, origin, settings, keep }: PartProps & { host: string; origin?: string }) {
  const on = !settings.offSites.includes(host);
  return (
    <li class="row">
      <label class="switch">
        <input
          type="checkbox" role="switch" checked={on} aria-label={say('options_site_on', host)}
          onChange={() => keep(on ? siteOff(host) : siteOn(host))}
        />
        <span>{host}</span>
      </label>
      {origin && (
        <button
          type="button" class="button quiet" aria-label={say('options_site_remove', host)}
          onClick={() => keep(originOff(origin))}
        >
          {say('options_remove')}
        </button>
      )}
    </li>
  );
}

/** A built-in rule by its question; an agency's own by its id. */
function ruleName(rule: string): string {
  return say(rule.replaceAll(/[.-]/g, '_')) || rule;
}

function Mutes({ settings, keep }: PartProps) {
  return (
    <section>
      <h2>{say('options_mutes')}</h2>
      {settings.mutedRules.length === 0 && <p class="field-note">{say('options_mutes_none')}</p>}
      <ul class="rows">
        {settings.mutedRules.map((rule) => (
          <li class="row" key={rule}>
            <span>{ruleName(rule)}</span>
            <button
              type="button" class="button" aria-label={say('options_unmute_rule', ruleName(rule))}
              onClick={() => keep(unmute(rule))}
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
  const said = [1, 2, 3, 4, 5].map((n) => say(`options_sees_${n}`));
  return (
    <section>
      <h2>{say('options_sees')}</h2>
      <ul class="said">
        {said.map((s) => <li key={s}>{s}</li>)}
        <li>{say('options_permission_active')}</li>
        <li>{say('options_permission_scripting')}</li>
      </ul>
    </section>
  );
}

dressDocument(`${say('app_name')} – ${say('options_title')}`);
render(<Options />, document.getElementById('root')!);
