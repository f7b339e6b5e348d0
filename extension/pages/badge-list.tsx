// What the badge means, mark by mark.

import { faces } from '../src/badge-faces';
import type { BadgeState } from '../src/protocol';
import { say } from '../ui/words';

/** The states a badge can show, the usual first. */
const shownStates: BadgeState[] = ['checking', 'idle', 'off', 'unsupported', 'partial', 'failed', 'stale', 'rejected'];

export function Badges() {
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
            <dd>{say(`options_badge_${state}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
