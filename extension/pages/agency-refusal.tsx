// Why new rules were not taken, in plain words, and what serves meanwhile.

import type { RulesRefusal } from '../src/rules-protocol';
import { say } from '../ui/words';

/** The sentence of a reason; one we have no words for is still said to be refused. */
export function refusalText(r: RulesRefusal): string {
  const key = `rules_refused_${r.reason.replaceAll('-', '_')}`;
  if (r.reason === 'approvals') return say(key, String(r.signed ?? 0), String(r.need ?? 0));
  return say(key) || say('rules_refused_unknown', r.reason);
}

interface RefusalProps {
  refusal: RulesRefusal;
  /** Rules of an agency are in force. */
  serving: boolean;
  onSeen?: () => void;
  /** Hands out the file of a fork. */
  onSave?: () => void;
}

export function Refusal({ refusal, serving, onSeen, onSave }: RefusalProps) {
  return (
    <div class="notice" role="alert" data-reason={refusal.reason}>
      <p class="notice-head">{say('rules_refused')}</p>
      <p>{refusalText(refusal)}</p>
      {refusal.faults.length > 0 && (
        <ul class="said">
          {refusal.faults.map((f) => (
            <li key={f.where + f.why + f.sentence}>
              {f.where}: {f.why} {f.sentence && <q>{f.sentence}</q>}
            </li>
          ))}
        </ul>
      )}
      {refusal.have && refusal.got && (
        <dl class="evidence">
          <dt>{say('rules_evidence_have')}</dt>
          <dd>{refusal.have}</dd>
          <dt>{say('rules_evidence_got')}</dt>
          <dd>{refusal.got}</dd>
        </dl>
      )}
      <p>{say(serving ? 'rules_refused_serving' : 'rules_refused_builtin')}</p>
      <p class="field-note">{say('rules_refused_code', [refusal.part, refusal.number || '', refusal.reason].filter(Boolean).join(', '))}</p>
      {onSave && refusal.reason === 'fork' && <button type="button" class="button" onClick={onSave}>{say('feed_save_fork')}</button>}
      {onSeen && <button type="button" class="button" onClick={onSeen}>{say('rules_seen')}</button>}
    </div>
  );
}
