// The popup: what Second Look does on this page in plain words, on and off,
// "Turn on here", and a scratchpad.

import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { offEntry, patternFor } from '../src/background-patterns';
import type { Settings } from '../src/protocol';
import { dressDocument, say } from '../ui/words';
import { getSettings, originOff, originOn, retryEngine, siteOff, siteOn } from './ask';
import { Account } from './account';
import { Brand } from './brand';
import { More } from './more';
import { PopupAgency } from './popup-agency';
import { Scratchpad } from './scratchpad';
import { readHere, type Here } from './tab';

/** Which of the popup_state_* texts holds. */
export function stateOf(here: Here, settings: Settings): string {
  if (here.engine === 'failed') return 'failed';
  if (!here.site) return 'nowhere';
  if (!here.granted) return 'available';
  if (offEntry(here.site, settings) !== undefined) return 'off';
  return here.state === 'off' ? 'checking' : here.state;
}

function Popup() {
  const [here, setHere] = useState<Here>();
  const [settings, setSettings] = useState<Settings>();

  const read = async () => {
    setSettings(await getSettings());
    setHere(await readHere());
  };
  useEffect(() => void read(), []);
  if (!here || !settings) return null;

  return (
    <>
      <header class="bar">
        <Brand />
        <a class="bar-link" href="options.html" target="_blank">{say('popup_options')}</a>
      </header>
      <State here={here} settings={settings} read={read} />
      <Scratchpad settings={settings} />
      <PopupAgency />
      <Muted count={settings.mutedRules.length} />
      <More />
    </>
  );
}

/** What is silent is not forgotten: the options say which, and bring it back. */
function Muted({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p class="field-note">
      <a class="muted-link" href="options.html" target="_blank">{count === 1 ? say('popup_muted_one') : say('popup_muted', String(count))}</a>
    </p>
  );
}

interface StateProps {
  here: Here;
  settings: Settings;
  read: () => Promise<void>;
}

function State({ here, settings, read }: StateProps) {
  const state = stateOf(here, settings);
  return (
    <section class="state" data-state={state}>
      <div role="status">
        <h1 class="state-name">{say(`popup_state_${state}`)}</h1>
        <p class="state-text">{say(`popup_state_${state}_text`)}</p>
      </div>
      {state === 'failed' && (
        <button
          type="button" class="button"
          onClick={async () => {
            await retryEngine();
            await read();
          }}
        >
          {say('popup_retry')}
        </button>
      )}
      {state === 'available' && <TurnOn here={here} read={read} />}
      {here.granted && <Switch here={here} settings={settings} read={read} />}
    </section>
  );
}

function TurnOn({ here, read }: { here: Here; read: () => Promise<void> }) {
  const turnOn = async () => {
    // Asked in the press itself, or the browser refuses. Where its question
    // closes this popup, the background hears of the answer by itself.
    const given = await chrome.permissions.request({ origins: [patternFor(here.origin)] });
    if (!given) return;
    await originOn(here.origin);
    await read();
  };
  return (
    <>
      <button type="button" class="button primary" onClick={turnOn}>{say('popup_turn_on')}</button>
      <p class="field-note">{say('popup_turn_on_note', here.site)}</p>
    </>
  );
}

function Switch({ here, settings, read }: StateProps) {
  const off = offEntry(here.site, settings);
  const on = off === undefined;
  return (
    <>
      <label class="switch">
        <input
          type="checkbox" role="switch" checked={on}
          onChange={async () => {
            await (on ? siteOff(here.site) : siteOn(off));
            await read();
          }}
        />
        <span>{say('popup_switch', here.site)}</span>
      </label>
      <Account here={here} settings={settings} read={read} />
      {!here.named && (
        <button
          type="button" class="button quiet"
          onClick={async () => {
            await originOff(here.origin);
            await read();
          }}
        >
          {say('popup_turn_off')}
        </button>
      )}
    </>
  );
}

/** In a popup of a desktop browser the page says how wide it is; a tab has its own width. */
async function takeWidth(): Promise<void> {
  const inTab = await chrome.tabs.getCurrent();
  if (!inTab && screen.width >= 420) document.documentElement.classList.add('popup');
}

dressDocument(say('app_name'));
void takeWidth();
render(<Popup />, document.getElementById('root')!);
