// The sites in the options: those named from the start, those the worker turned
// on, on and off, and the browser's permission given and taken back.

import { useEffect, useRef, useState } from 'preact/hooks';
import { covers, namedPatterns, offEntry } from '../src/background-patterns';
import type { Settings } from '../src/protocol';
import { say } from '../ui/words';
import { AddSite } from './add-site';
import { getSettings, originOff, originOn, setSettings, siteOff, siteOn } from './ask';
import { hostOf, namedSites, offWithin, type NamedSite } from './site-rows';

/** What a part of the options is given: the settings, and a way to change them. */
export interface PartProps {
  settings: Settings;
  keep: (changed: Promise<Settings>) => Promise<void>;
}

export function Sites({ settings, keep }: PartProps) {
  const extra = settings.extraOrigins;
  const given = useGiven(settings);
  const heading = useRef<HTMLHeadingElement>(null);
  const takeBack = async (origin: string) => {
    await keep(originOff(origin));
    heading.current?.focus(); // its button is gone
  };
  return (
    <section>
      <h2>{say('options_sites')}</h2>
      <p>{say('options_sites_text')}</p>
      <h3>{say('options_sites_named')}</h3>
      <ul class="rows many">
        {namedSites(namedPatterns()).map((site) => <NamedRow key={site.name} site={site} given={given} settings={settings} keep={keep} />)}
      </ul>
      <h3 tabIndex={-1} ref={heading}>{say('options_sites_extra')}</h3>
      {extra.length === 0 && <p class="field-note">{say('options_sites_none')}</p>}
      <ul class="rows">
        {extra.map((origin) => {
          const host = URL.canParse(origin) ? new URL(origin).hostname : origin;
          return <SiteRow key={origin} host={host} settings={settings} keep={keep} takeBack={() => takeBack(origin)} />;
        })}
      </ul>
      <AddSite onAdded={() => keep(getSettings())} />
    </section>
  );
}

function SiteRow({ host, settings, keep, takeBack }: PartProps & { host: string; takeBack: () => void }) {
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
      <button
        type="button" class="button quiet" aria-label={say('options_site_remove', host)}
        onClick={takeBack}
      >
        {say('options_remove')}
      </button>
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
  return given?.some((p) => hostOf(p) === host || covers(p, new URL(`https://${host}/`))) ?? true;
}

/** A named site, all its hosts with one switch; some of them, or all, the browser may not let it into. */
function NamedRow({ site: { name, hosts }, given, settings, keep }: PartProps & { site: NamedSite; given: string[] | undefined }) {
  const id = `hosts-${hosts[0]}`;
  const out = hosts.filter((host) => !isGiven(given, host));
  const off = offWithin(hosts, settings.offSites);
  const on = hosts.some((host) => !out.includes(host) && offEntry(host, settings) === undefined);
  const said = [
    off.length > 0 && on ? say('options_site_off_part', off.join(', ')) : '',
    out.length === hosts.length ? say('options_site_kept_out') : '',
    out.length > 0 && out.length < hosts.length ? say('options_site_kept_out_part', out.join(', ')) : '',
  ].filter(Boolean);
  const words = (
    <span class="site-name">
      <span translate={false}>{name}</span>
      <span id={id}>
        {hosts.join() !== name && <span class="field-note under" translate={false}>{hosts.join(' · ')}</span>}
        {said.map((s) => <span class="field-note under" key={s}>{s}</span>)}
      </span>
    </span>
  );
  const row = useRef<HTMLLIElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current && out.length === 0) row.current?.querySelector('input')?.focus(); // the button that asked is gone
    asked.current = false;
  }, [out.length]);
  const letIn = async () => {
    // Asked in the press itself, or the browser refuses.
    const origins = namedPatterns().filter((p) => out.includes(hostOf(p)));
    if (!(await chrome.permissions.request({ origins }))) return;
    asked.current = true;
    await keep(letInOn(out));
  };
  return (
    <li class="row" ref={row}>
      {out.length === hosts.length ? words : (
        <label class="switch">
          <input
            type="checkbox" role="switch" checked={on} aria-label={say('options_site_on', name)} aria-describedby={id}
            onChange={(e) => keep(turned(hosts, e.currentTarget.checked))}
          />
          {words}
        </label>
      )}
      {out.length > 0 && (
        <button type="button" class="button" aria-label={say('options_site_allow', out.join(', '))} onClick={letIn}>
          {say('options_site_let_in')}
        </button>
      )}
    </li>
  );
}

/** Turns all hosts on or off at once, and what is below them along. */
async function turned(hosts: readonly string[], on: boolean): Promise<Settings> {
  const { offSites } = await getSettings();
  const within = offWithin(hosts, offSites);
  return setSettings({ offSites: [...offSites.filter((entry) => !within.includes(entry)), ...(on ? [] : hosts)] });
}

async function letInOn(hosts: readonly string[]): Promise<Settings> {
  for (const host of hosts) await originOn(`https://${host}`);
  return getSettings();
}
