// The posts are in the language they were written in; where that is not the
// reader's, a line says so.

import { language, say } from '../../ui/words';
import type { Scenario } from './scenarios';

export function InEnglish({ scenario }: { scenario: Scenario }) {
  if (scenario.lang !== 'en' || language().startsWith('en')) return null;
  return <p class="field-note">{say('practice_in_english')}</p>;
}
