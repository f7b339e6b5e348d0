// The sites in the options: those named from the start, those the worker turned
// on, on and off, and the browser's permission given and taken back.

import { useEffect, useRef, useState } from 'preact/hooks';
import { covers, namedPatterns } from '../src/background-patterns';
import type { Settings } from '../src/protocol';
import { say } from '../ui/words';
import { AddSite } from './add-site';
import { getSettings, originOff, originOn, siteOff, siteOn } from './ask';

/** What a part of the options is given: the settings, and a way to change them. */
export interface PartProps {
  settings: Settings;
  keep: (changed: Promise<Settings>) => Promise<void>;
}

/** The site a pattern is for: reddit.com of https://*.reddit.com/*. */
const hostOf = (pattern: string): string => pattern.replace(/^https:\/\/(\*\.)?/, '').replace(/\/\*$/, '');

function namedHosts(): string[] {
  return [...new Set(namedPatterns().map(hostOf))];
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
        {namedHosts().map((host) => isGiven(given, host)
          ? <SiteRow key={host} host={host} settings={settings} keep={keep} />
          : <KeptOutRow key={host} host={host} settings={settings} keep={keep} />)}
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

function SiteRow({ host, settings, keep, takeBack }: PartProps & { host: string; takeBack?: () => void }) {
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
      {takeBack && (
        <button
          type="button" class="button quiet" aria-label={say('options_site_remove', host)}
          onClick={takeBack}
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
  return given?.some((p) => hostOf(p) === host || covers(p, new URL(`https://${host}/`))) ?? true;
}

/** A named site from which the worker took the permission, in the browser's own settings. */
function KeptOutRow({ host, keep }: PartProps & { host: string }) {
  const origins = namedPatterns().filter((p) => hostOf(p) === host);
  const letIn = async () => {
    // Asked in the press itself, or the browser refuses.
    if (await chrome.permissions.request({ origins })) await keep(originOn(`https://${host}`));
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
