// Say it again, more safely: a box with the post in it, read again as it is
// typed, so that one sees the level fall. What is written here lives in the
// page's memory and is gone with the next post.

import { useRef, useState } from 'preact/hooks';
import type { Level, Verdict } from '../../src/protocol';
import { say } from '../../ui/words';
import { Underlined } from '../try/underlined';
import type { PracticeHost } from './host';
import { LevelWord, levelName, Steps } from './level-words';
import { contextOf, rank, type Scenario } from './scenarios';
import { useVerdict, type Read } from './use-verdict';

const pause = 150; // ms without a key before a check

interface RewriteProps {
  host: PracticeHost;
  scenario: Scenario;
  /** The engine's level of the post as it stands. */
  before: Level;
}

export function Rewrite({ host, scenario, before }: RewriteProps) {
  const [text, setText] = useState(scenario.post);
  const [picture, setPicture] = useState(scenario.pictures > 0);
  const area = useRef<HTMLTextAreaElement>(null);
  const context = contextOf(scenario, picture ? scenario.pictures : 0);
  const read = useVerdict(host, text, context, pause);
  const crisis = scenario.categories.includes('crisis');
  const take = () => {
    setText(scenario.safer);
    setPicture(false);
    area.current?.focus();
  };
  return (
    <div class="rewrite">
      <h2>{say(crisis ? 'practice_rewrite_crisis' : 'practice_rewrite')}</h2>
      <label class="field-name" for="rewrite">{say('practice_rewrite_label')}</label>
      <Underlined text={text} verdict={read?.text === text ? read.verdict : undefined} hidden={[]}>
        <textarea
          id="rewrite" ref={area} rows={5} value={text} spellcheck={false} autocomplete="off" dir="auto"
          lang={scenario.lang || undefined} onInput={(e) => setText((e.target as HTMLTextAreaElement).value)}
        />
      </Underlined>
      {scenario.pictures > 0 && (
        <label class="switch">
          <input type="checkbox" role="switch" checked={picture} onChange={() => setPicture(!picture)} />
          <span>{say('practice_picture_stays')}</span>
        </label>
      )}
      <Fall before={before} read={read} blank={text.trim() === ''} />
      {scenario.safer && <Safer scenario={scenario} onTake={take} />}
    </div>
  );
}

/** From what it was to what it is. */
function Fall({ before, read, blank }: { before: Level; read: Read | undefined; blank: boolean }) {
  const verdict = blank ? undefined : read?.verdict;
  const now = verdict?.level;
  return (
    <div class="fall" data-now={now}>
      <p class="fall-row"><span class="fall-when">{say('practice_was')}</span><Steps level={before} /><LevelWord level={before} /></p>
      {now && <p class="fall-row"><span class="fall-when">{say('practice_now')}</span><Steps level={now} /><LevelWord level={now} /></p>}
      <p role="status" class="fall-said">{verdict ? said(before, verdict) : read?.failed ? say('practice_failed') : ''}</p>
    </div>
  );
}

/** Once per change of level, or of the details that add up. */
function said(before: Level, verdict: Verdict): string {
  const by = rank(verdict.level) - rank(before);
  const { count } = verdict.combination;
  const left = count > 1 ? ` ${say('practice_details', String(count))}` : '';
  if (verdict.level === 'clear') return say(before === 'clear' ? 'practice_clear_still' : 'practice_fell_clear');
  if (by < 0) return say('practice_fell', levelName(verdict.level)) + left;
  return say(by > 0 ? 'practice_rose' : 'practice_same', levelName(verdict.level)) + left;
}

/** One safer version, to be opened; with a way to take it where there is a box to put it in. */
export function Safer({ scenario, onTake }: { scenario: Scenario; onTake?: () => void }) {
  return (
    <details class="safer">
      <summary>{say('practice_safer')}</summary>
      <blockquote dir="auto" lang={scenario.lang || undefined}>{scenario.safer}</blockquote>
      {onTake && <button type="button" class="button" onClick={onTake}>{say('practice_safer_take')}</button>}
    </details>
  );
}
