// Whose account the worker posts from on this site: their own until they say
// otherwise. Nobody else can say it for them, no policy of a browser either.

import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../src/protocol';
import { withEntry, withoutEntry } from '../src/settings';
import { say } from '../ui/words';
import { getRules, setSettings } from './ask';
import type { Here } from './tab';

interface AccountProps {
  here: Here;
  settings: Settings;
  read: () => Promise<void>;
}

export function Account({ here, settings, read }: AccountProps) {
  const [enrolled, setEnrolled] = useState(false);
  useEffect(() => void getRules().then((r) => setEnrolled(r.view !== null)), []);
  const agency = settings.agencySites.includes(here.site);
  const mark = async () => {
    const change = agency ? withoutEntry : withEntry;
    await setSettings({ agencySites: change(settings.agencySites, here.site) });
    await read();
  };
  if (!enrolled && !agency) return null;
  return (
    <label class="switch account">
      <input type="checkbox" checked={agency} aria-describedby="account-note" onChange={mark} />
      <span>
        {say('popup_account')}
        <span class="field-note" id="account-note"> {say(agency ? 'popup_account_agency' : 'popup_account_own')}</span>
      </span>
    </label>
  );
}
