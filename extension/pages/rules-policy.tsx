// What the policy behind an agency's rules says of itself: its age, who
// reviewed it, what it covers and what not, and what a worker may count on.

import type { Said, Shown } from '../src/engine-rules';
import { fromMap } from '../ui/finding-text';
import { say } from '../ui/words';
import { age, date, past } from './rules-day';

/** The questions that staff have of a policy, see policy.Areas. */
const areas = [
  'phones', 'data', 'privacy_law', 'state_federal', 'personal_posts', 'client_behaviour', 'friending', 'searching',
  'emergencies', 'recording', 'attacks',
];

const texts = ['rights', 'consequences', 'support', 'private', 'revision', 'training', 'benefits'] as const;

export function Policy({ shown }: { shown: Shown }) {
  const { facts } = shown;
  const now = Date.now();
  const uncovered = areas.filter((a) => !facts.areas.some((c) => c.area === a));
  return (
    <section class="policy">
      <h2>{say('rules_policy')}</h2>
      <p>
        {say('rules_policy_dates', date(facts.drafted), date(facts.reviewed), age(facts.reviewed, now))}{' '}
        {say(past(facts.nextReview, now) ? 'rules_policy_overdue' : 'rules_policy_next', date(facts.nextReview))}
      </p>
      <dl class="evidence">
        <dt>{say('rules_reviewed_by')}</dt>
        <dd>
          <ul class="said">
            {facts.reviews.map((r) => (
              <li key={r.role + r.by}>{[say(`rules_role_${r.role.replaceAll('-', '_')}`) || r.role, r.by, date(r.on), r.how].filter(Boolean).join(' · ')}</li>
            ))}
            {facts.reviews.length === 0 && <li>{say('rules_reviewed_nobody')}</li>}
          </ul>
        </dd>
        {uncovered.length > 0 && (
          <>
            <dt>{say('rules_uncovered')}</dt>
            <dd>{uncovered.map((a) => say(`rules_area_${a}`)).join(' · ')}</dd>
          </>
        )}
        {texts.map((name) => <Text key={name} name={name} text={facts[name]} />)}
        {facts.contact && <><dt>{say('rules_contact')}</dt><dd>{facts.contact}</dd></>}
      </dl>
    </section>
  );
}

function Text({ name, text }: { name: string; text: Said }) {
  const said = fromMap(text ?? {});
  if (!said) return null;
  return <><dt>{say(`rules_text_${name}`)}</dt><dd>{said}</dd></>;
}
