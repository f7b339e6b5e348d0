// Said in the dialog once a draft was kept: where it is, until when, and that it
// stands in the box still.

import type { AsidePage } from '../src/reflection-protocol';
import { say } from './words';

export function KeptHere({ onOpen }: { onOpen?: (page: AsidePage) => void }) {
  return (
    <>
      <p class="why" id="hold-text" role="status">{say('reflect_kept_where')}</p>
      <p class="why">{say('reflect_kept_box')}</p>
      {onOpen && (
        <div class="further">
          <button type="button" class="button" onClick={() => onOpen('kept')}>{say('reflect_kept_see')}</button>
          <button type="button" class="button" onClick={() => onOpen('supervision')}>{say('reflect_supervise')}</button>
        </div>
      )}
    </>
  );
}
