// The card of support: no words of the draft, no rule; someone to talk to.

import type { CardFinding } from '../src/protocol';
import { supportParts } from './support-text';
import { say } from './words';

export function Support({ finding }: { finding: CardFinding }) {
  return (
    <>
      {supportParts(finding).map(({ kind, text }) => <p key={text} class={kind === 'line' ? 'line' : 'why'}>{text}</p>)}
      <p class="small">{say('support_private')}</p>
    </>
  );
}
