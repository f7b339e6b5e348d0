// In the popup: the way to an agency's rules, and a plain word where they are
// old or were refused, whatever the tab at hand is.

import { useEffect, useState } from 'preact/hooks';
import { asksServers } from '../src/edition';
import type { RulesState } from '../src/rules-protocol';
import { say } from '../ui/words';
import { getRules } from './ask';

export function PopupAgency() {
  const [rules, setRules] = useState<RulesState>();
  useEffect(() => void getRules().then(setRules), []);
  if (!rules || (!rules.view && !asksServers())) return null;
  const { view, refusal } = rules;
  const word = refusal ? say('feed_popup_rejected') : view?.stale ? say('feed_popup_stale', view.name) : '';
  return (
    <p class="field-note agency-note" data-state={refusal ? 'rejected' : view?.stale ? 'stale' : ''}>
      {word}{' '}
      {view
        ? <a class="muted-link" href="rules.html" target="_blank">{say('rules_title')}</a>
        : <a class="muted-link" href="options.html" target="_blank">{say('feed_popup_join')}</a>}
    </p>
  );
}
