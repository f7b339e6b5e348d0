// Said in the card once a rule was muted: how far that reaches, where it is
// brought back, and at once the way back.

import { say } from './words';

interface MutedProps {
  /** The rule that was muted; absent while none was. */
  rule?: string;
  onUndo: (rule: string) => void;
}

/** Its region stands empty before, or a screen reader would not read what comes into it. */
export function Muted({ rule, onUndo }: MutedProps) {
  return (
    <div class="muted" role="status">
      {rule !== undefined && (
        <>
          <span id="muted-said">{say('muted_said')}</span>
          {/* Not the second half of a double press on what muted it. */}
          <button type="button" class="button" aria-describedby="muted-said" onClick={(e) => e.detail < 2 && onUndo(rule)}>
            {say('muted_undo')}
          </button>
        </>
      )}
    </div>
  );
}
