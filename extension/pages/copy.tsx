// Copies what stands on the page, by the browser's own command: the clipboard is
// written in the worker's press and at no other time.

import { useState } from 'preact/hooks';
import { say } from '../ui/words';

interface CopyProps {
  /** Id of the element whose text is copied. */
  of: string;
  /** Says which, where a page has several. */
  name?: string;
}

/** Selects an element and copies it; false where the browser did not. */
function copyText(id: string): boolean {
  const at = document.getSelection();
  const from = document.getElementById(id);
  if (!at || !from) return false;
  at.selectAllChildren(from);
  const done = document.execCommand('copy');
  if (done) at.removeAllRanges();
  return done;
}

export function Copy({ of, name }: CopyProps) {
  const [said, setSaid] = useState('');
  return (
    <span class="copy">
      <button type="button" class="button" aria-label={name} onClick={() => setSaid(copyText(of) ? 'reflect_copied' : 'reflect_copy_failed')}>
        {say('reflect_copy')}
      </button>
      <span role="status" class="said-after">{said && say(said)}</span>
    </span>
  );
}
