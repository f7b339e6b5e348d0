// The way from the popup to what helps beside a check.

import { useEffect, useState } from 'preact/hooks';
import { say } from '../ui/words';
import { getKept } from './ask';

export function More() {
  const [kept, setKept] = useState(0);
  useEffect(() => void getKept().then((drafts) => setKept(drafts.length)), []);
  return (
    <nav class="more-help" aria-label={say('reflect_more')}>
      <ul>
        <li><a href="kept.html" target="_blank">{kept > 0 ? say('reflect_more_kept_count', String(kept)) : say('reflect_more_kept')}</a></li>
        <li><a href="posted.html" target="_blank">{say('reflect_more_posted')}</a></li>
        <li><a href="request.html" target="_blank">{say('reflect_more_request')}</a></li>
        <li><a href="practice.html" target="_blank">{say('practice_open')}</a></li>
        <li><a href="tally.html" target="_blank">{say('reflect_more_tally')}</a></li>
        <li><a href="prove.html" target="_blank">{say('prove_link')}</a></li>
      </ul>
    </nav>
  );
}
