// "Turn on for another site": the popup's "Turn on here" for a site that is not
// open, and for browsers where the popup is hard to reach.

import { useState } from 'preact/hooks';
import { patternFor } from '../src/background-patterns';
import { say } from '../ui/words';
import { originOn } from './ask';

/** The origin of what was typed, https where no scheme was; '' where it is no address of a web page. */
export function originOfTyped(typed: string): string {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return '';
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return patternFor(address) ? new URL(address).origin : '';
}

export function AddSite({ onAdded }: { onAdded: () => void }) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');

  const add = async (event: Event) => {
    event.preventDefault();
    const origin = originOfTyped(typed);
    if (!origin) return setProblem('options_add_bad');
    // Asked in the press itself, or the browser refuses.
    const given = await chrome.permissions.request({ origins: [patternFor(origin)] });
    setProblem(given ? '' : 'options_add_refused');
    if (!given) return;
    setTyped('');
    await originOn(origin);
    onAdded();
  };

  return (
    <form class="add-site" onSubmit={add} noValidate>
      <label class="field">
        <span class="field-name">{say('options_add')}</span>
        <input
          type="text" inputMode="url" autocapitalize="off" autocomplete="off" spellcheck={false} value={typed}
          placeholder="social.example" aria-describedby="add-problem" aria-invalid={problem === 'options_add_bad'}
          onInput={(e) => setTyped((e.target as HTMLInputElement).value)}
        />
      </label>
      <button type="submit" class="button">{say('popup_turn_on_button')}</button>
      <p class="field-note" id="add-problem" role="status">{problem && say(problem)}</p>
    </form>
  );
}
