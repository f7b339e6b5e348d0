// The posts are in the language they were written in; where that is not the
// reader's, a line says so.

import { language, say } from '../../ui/words';
import type { Scenario } from './scenarios';

export function WrittenIn({ scenario: { lang } }: { scenario: Scenario }) {
  if (!lang || language().startsWith(lang)) return null;
  return <p class="field-note">{say(lang === 'es' ? 'practice_in_spanish' : 'practice_in_english')}</p>;
}
