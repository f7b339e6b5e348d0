// Asks once before something that does not come back. The button that was
// pressed is gone by then, so the question takes the focus, on the way out of it.

import { useEffect, useRef } from 'preact/hooks';
import { say } from '../ui/words';

interface SureProps {
  /** Names the group. */
  name: string;
  /** What goes. */
  text: string;
  /** On the button that does it. */
  yes: string;
  onYes: () => void;
  onNo: () => void;
}

export function Sure({ name, text, yes, onYes, onNo }: SureProps) {
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <div role="group" aria-label={name} aria-describedby="sure-text">
      <p class="field-note sure" id="sure-text">{text}</p>
      <div class="actions">
        <button type="button" class="button" ref={no} aria-describedby="sure-text" onClick={onNo}>{say('rules_no')}</button>
        <button type="button" class="button primary" onClick={onYes}>{yes}</button>
      </div>
    </div>
  );
}
