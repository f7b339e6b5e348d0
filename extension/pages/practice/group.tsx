// For a team meeting: one post at a time, large enough for the back row. Hands
// go up, then the reading is shown. Nothing is counted and nobody is named.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LevelMark } from '../../ui/marks';
import { supportLine } from '../../ui/support-text';
import { say } from '../../ui/words';
import type { PracticeHost } from './host';
import { levelName } from './level-words';
import { Post, sceneOf, sectorName } from './post';
import { differs, Label } from './reading';
import { contextOf, levels, type Scenario } from './scenarios';
import { questions } from './team';
import { useVerdict } from './use-verdict';
import { WrittenIn } from './written-in';

interface GroupProps {
  host: PracticeHost;
  set: readonly Scenario[];
  leave: () => void;
}

export function Group({ host, set, leave }: GroupProps) {
  const [at, setAt] = useState(0);
  const [shown, setShown] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const scenario = set[at]!;
  const go = (to: number) => {
    if (to < 0 || to >= set.length) return;
    setAt(to);
    setShown(false);
  };
  // By key as with slides: the reading is a step of its own, for a remote has no other button.
  const on = () => (shown ? go(at + 1) : setShown(true));
  const back = () => (shown ? setShown(false) : go(at - 1));
  useEffect(() => {
    if (!shown) heading.current?.focus();
  }, [at, shown]);
  // Before the eye sees the step, so that no press meets the one before it.
  useLayoutEffect(() => {
    const press = (e: KeyboardEvent) => onKey(e, on, back, leave);
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [at, shown, set]);
  return (
    <div class="group">
      <nav class="round-bar" aria-label={say('practice_team')}>
        <button type="button" class="button quiet" onClick={leave}>{say('practice_team_leave')}</button>
        <span class="field-note">{say('practice_at', String(at + 1), String(set.length))}</span>
      </nav>
      <section key={scenario.id}>
        <p class="field-note">{sectorName(scenario)}</p>
        <h1 tabIndex={-1} ref={heading} lang={scenario.scene ? scenario.lang : undefined}>{sceneOf(scenario, host.agency?.name)}</h1>
        <WrittenIn scenario={scenario} />
        <Shown host={host} scenario={scenario} shown={shown} onShow={() => setShown(true)} />
      </section>
      {shown && <Talk question={questions()[at % questions().length]!} />}
      <div class="actions round-foot">
        <button type="button" class="button big" disabled={at === 0} onClick={() => go(at - 1)}>{say('practice_back')}</button>
        <button type="button" class="button big" disabled={at + 1 === set.length} onClick={() => go(at + 1)}>{say('practice_next')}</button>
      </div>
      <p class="field-note">{say('practice_team_keys')}</p>
    </div>
  );
}

/** Arrows, and the page keys that a presenter's remote sends; nowhere that a key has a meaning of its own. */
function onKey(e: KeyboardEvent, next: () => void, back: () => void, leave: () => void): void {
  const busy = e.ctrlKey || e.altKey || e.metaKey || e.shiftKey || (e.target as Element).matches?.('input, select, textarea');
  if (busy) return;
  const act = { ArrowRight: next, PageDown: next, ArrowLeft: back, PageUp: back, Escape: leave }[e.key];
  if (!act) return;
  e.preventDefault();
  act();
}

interface ShownProps {
  host: PracticeHost;
  scenario: Scenario;
  shown: boolean;
  onShow: () => void;
}

function Shown({ host, scenario, shown, onShow }: ShownProps) {
  const read = useVerdict(host, scenario.post, contextOf(scenario, scenario.pictures), 0);
  const reading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (shown) reading.current?.focus();
  }, [shown]);
  if (!shown) {
    return (
      <>
        <Post scenario={scenario} />
        <p class="field-name">{say('practice_hands')}</p>
        <ul class="hands">
          {levels.map((l) => <li key={l} class="surface" data-mark={l}><LevelMark mark={l} />{levelName(l)}</li>)}
        </ul>
        <button type="button" class="button big primary" onClick={onShow}>{say('practice_show')}</button>
      </>
    );
  }
  const verdict = read?.verdict;
  return (
    <>
      <Post scenario={scenario} verdict={verdict} />
      <div class="reading">
        <h2 tabIndex={-1} ref={reading}>{say('practice_reading')}</h2>
        <Label scenario={scenario} />
        {scenario.categories.includes('crisis') && <p class="line surface" data-mark="support">{supportLine(host.region)}</p>}
        {read?.failed && <p>{say('practice_failed')}</p>}
        {verdict && differs(scenario, verdict) && (
          <p class="differs">{say('practice_differs', levelName(verdict.level), levelName(scenario.level))}</p>
        )}
        {scenario.safer && (
          <details>
            <summary>{say('practice_safer')}</summary>
            <blockquote dir="auto" lang={scenario.lang || undefined}>{scenario.safer}</blockquote>
          </details>
        )}
      </div>
    </>
  );
}

function Talk({ question }: { question: string }) {
  return (
    <section class="talk">
      <h2>{say('practice_talk')}</h2>
      <p>{question}</p>
      <details>
        <summary>{say('practice_talk_all')}</summary>
        <ol>{questions().map((q) => <li key={q}>{q}</li>)}</ol>
      </details>
      <p class="field-note">{say('practice_talk_from')}</p>
    </section>
  );
}
