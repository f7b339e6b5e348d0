// The options: one screen. What is chosen is kept at once.

import { h, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { covers, namedPatterns, patternFor } from '../src/background-patterns';
import { faces } from '../src/badge-faces';
import type { BadgeState, Settings } from '../src/protocol';
import { dressDocument, say } from '../ui/words';
import { AddSite } from './add-site';
import { getSettings, originOff, originOn, setSettings, siteOff, siteOn, unmute } from './ask';
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
      <Badges />
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
  const given = useGiven(settings);
  return (
    <section>
      <h2>{say('options_sites')}</h2>
      <p>{say('options_sites_text')}</p>
      <h3>{say('options_sites_named')}</h3>
      <ul class="rows">
        {namedHosts().map((host) => {
          const row = isGiven(given, host) ? SiteRow : KeptOutRow;
          return h(row, { key: host, host, settings, keep });
        })}
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

/** What the browser lets in; undefined until it has said so. */
function useGiven(settings: Settings): string[] | undefined {
  const [given, setGiven] = useState<string[]>();
  useEffect(() => void chrome.permissions.getAll().then((all) => setGiven(all.origins ?? [])), [settings]);
  return given;
}

function isGiven(given: string[] | undefined, host: string): boolean {
  return given?.some((p) => covers(p, new URL(`https://${host}/`))) ?? true;
}

/** A named site from which the worker took the permission, in the browser's own settings. */
function KeptOutRow({ host, keep }: PartProps & { host: string }) {
  const origin = `https://${host}`;
  const letIn = async () => {
    // Asked in the press itself, or the browser refuses.
    if (await chrome.permissions.request({ origins: [patternFor(origin)] })) await keep(originOn(origin));
  };
  return (
    <li class="row">
      <span>
        {host}
        <span class="field-note under">{say('options_site_kept_out')}</span>
      </span>
      <button type="button" class="button" aria-label={say('options_site_allow', host)} onClick={letIn}>
        {say('popup_turn_on_button')}
      </button>
    </li>
  );
}

/** A built-in rule in plain words; an agency's own by its id. */
function ruleName(rule: string): string {
  return say(`rule_${rule.replaceAll(/[.-]/g, '_')}`) || rule;
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

/** The states a badge can show, the usual first. */
const shownStates: BadgeState[] = ['checking', 'idle', 'off', 'unsupported', 'partial', 'failed'];

function Badges() {
  return (
    <section>
      <h2>{say('options_badge')}</h2>
      <dl class="badges">
        {shownStates.map((state) => (
          <div class="badge" key={state}>
            <dt>
              {faces[state].text
                ? <span class="face" data-state={state} aria-hidden="true">{faces[state].text}</span>
                : <span class="face none">{say('options_badge_none')}</span>}
              {say(`popup_state_${state}`)}
            </dt>
            <dd>{say(`popup_state_${state}_text`)}</dd>
          </div>
        ))}
      </dl>
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
