// What a card offers beside changing the words: the questions of a consent that
// is claimed, a kind no to a friend request, and the way to supervision.

import type { CardFinding } from '../src/protocol';
import type { AsidePage } from '../src/reflection-protocol';
import { isSupport } from './finding-text';
import { say } from './words';

const consent = ['this', 'here', 'shared', 'whom', 'now'] as const;

/** The questions of consent, where the draft claims one. A yes that is claimed asks; it does not clear. */
export function consentQuestions(f: CardFinding): string[] {
  return f.message === 'image_consent' ? consent.map((q) => say(`reflect_consent_${q}`)) : [];
}

interface FurtherProps {
  finding: CardFinding;
  onOpen?: (page: AsidePage) => void;
}

export function Further({ finding, onOpen }: FurtherProps) {
  if (isSupport(finding)) return null;
  const questions = consentQuestions(finding);
  return (
    <>
      {questions.length > 0 && (
        <>
          <h3 class="asked">{say('reflect_consent')}</h3>
          <ul class="asks">{questions.map((q) => <li key={q}>{q}</li>)}</ul>
        </>
      )}
      {onOpen && (
        <div class="further">
          {finding.message === 'boundary_contact' && (
            <button type="button" class="button" onClick={() => onOpen('request')}>{say('reflect_request_words')}</button>
          )}
          <button type="button" class="button" onClick={() => onOpen('supervision')}>{say('reflect_supervise')}</button>
        </div>
      )}
    </>
  );
}
