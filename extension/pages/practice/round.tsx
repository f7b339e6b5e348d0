// One post: read it, guess, see the reading, say it more safely.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Level, Verdict } from '../../src/protocol';
import { LevelMark } from '../../ui/marks';
import { say } from '../../ui/words';
import type { PracticeHost } from './host';
import { levelName } from './level-words';
import { Post, sceneOf, sectorName } from './post';
import { EngineReading, guessed, Label, unread } from './reading';
import { Rewrite, Safer } from './rewrite';
import { contextOf, levels, type Scenario } from './scenarios';
import { useVerdict } from './use-verdict';
import { WrittenIn } from './written-in';

interface RoundProps {
  host: PracticeHost;
  set: readonly Scenario[];
  at: number;
  go: (to: number) => void;
  leave: () => void;
  onRead: (s: Scenario, agreed: boolean) => void;
}

export function Round({ host, set, at, go, leave, onRead }: RoundProps) {
  const scenario = set[at]!;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [scenario.id]);
  return (
    <>
      <nav class="round-bar" aria-label={say('practice_title')}>
        <button type="button" class="button quiet" onClick={leave}>{say('practice_all')}</button>
        <span class="field-note">{say('practice_at', String(at + 1), String(set.length))}</span>
      </nav>
      <section class="round" key={scenario.id}>
        <p class="field-note">{sectorName(scenario)}</p>
        <h1 tabIndex={-1} ref={heading} lang={scenario.scene ? scenario.lang : undefined}>{sceneOf(scenario, host.agency?.name)}</h1>
        <WrittenIn scenario={scenario} />
        <Turn host={host} scenario={scenario} onRead={onRead} />
      </section>
      <div class="actions round-foot">
        <button type="button" class="button big" disabled={at === 0} onClick={() => go(at - 1)}>{say('practice_back')}</button>
        {at + 1 < set.length
          ? <button type="button" class="button big primary" onClick={() => go(at + 1)}>{say('practice_next')}</button>
          : <button type="button" class="button big primary" onClick={leave}>{say('practice_done')}</button>}
      </div>
    </>
  );
}

function Turn({ host, scenario, onRead }: Pick<RoundProps, 'host' | 'onRead'> & { scenario: Scenario }) {
  const [guess, setGuess] = useState<Level>();
  const read = useVerdict(host, scenario.post, contextOf(scenario, scenario.pictures), 0);
  const answer = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (guess) answer.current?.focus();
  }, [guess]);
  const choose = (level: Level) => {
    setGuess(level);
    onRead(scenario, level === scenario.level);
  };
  if (!guess) {
    return (
      <>
        <Post scenario={scenario} />
        <Guesses onGuess={choose} />
      </>
    );
  }
  return (
    <>
      <Post scenario={scenario} verdict={read?.verdict} />
      <div class="reading">
        <h2 class="guessed" tabIndex={-1} ref={answer}>{guessed(guess, scenario.level)}</h2>
        <Label scenario={scenario} />
      </div>
      <EngineReading scenario={scenario} verdict={read?.verdict} failed={read?.failed ?? false} region={host.region} />
      {read?.verdict && <After host={host} scenario={scenario} verdict={read.verdict} />}
    </>
  );
}

/** What is left to do: nothing, to rewrite, or where the engine cannot follow, to read a safer version. */
function After({ host, scenario, verdict }: { host: PracticeHost; scenario: Scenario; verdict: Verdict }) {
  if (scenario.level === 'clear' && verdict.level === 'clear') return <p class="notice good">{say('practice_leave_it')}</p>;
  if (unread(verdict)) return <Safer scenario={scenario} />;
  return <Rewrite host={host} scenario={scenario} before={verdict.level} />;
}

function Guesses({ onGuess }: { onGuess: (level: Level) => void }) {
  return (
    <fieldset class="guesses">
      <legend class="field-name">{say('practice_guess')}</legend>
      {levels.map((level) => (
        <button key={level} type="button" class="button guess surface" data-mark={level} onClick={() => onGuess(level)}>
          <LevelMark mark={level} />
          <span>
            <strong>{levelName(level)}</strong>
            <span class="guess-means">{say(`practice_guess_${level}`)}</span>
          </span>
        </button>
      ))}
    </fieldset>
  );
}
