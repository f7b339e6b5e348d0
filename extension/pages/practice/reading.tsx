// What is said of a post once somebody has guessed: the label that people
// gave it and why, and beside it what the engine says. Where the two differ,
// the page says so.

import type { Level, Verdict } from '../../src/protocol';
import { Card } from '../../ui/card';
import { cardFindings, cardParts } from '../../ui/finding-text';
import { say } from '../../ui/words';
import { LevelWord, levelName, markOf } from './level-words';
import { rank, type Scenario } from './scenarios';

/** The label, the why, and who would know. */
export function Label({ scenario }: { scenario: Scenario }) {
  const { level, categories, why, who, lang } = scenario;
  return (
    <>
      <p class="label">
        <LevelWord level={level} mark={markOf(level, categories)} />
        {categories.map((c) => <span key={c} class="tag">{say(`category_${c.replaceAll('-', '_')}`)}</span>)}
        {scenario.protected && <span class="tag">{say('practice_protected')}</span>}
      </p>
      <p class="author-why" lang={lang || undefined}>{why}</p>
      {who && (
        <dl class="facts">
          <div class="fact">
            <dt>{say(level === 'clear' ? 'practice_who_clear' : 'practice_who')}</dt>
            <dd lang={lang || undefined}>{who}</dd>
          </div>
        </dl>
      )}
    </>
  );
}

/** How the guess and the label stand to each other. */
export function guessed(guess: Level, label: Level): string {
  const by = rank(guess) - rank(label);
  if (by === 0) return say('practice_agreed');
  return say(by < 0 ? 'practice_quieter' : 'practice_louder', levelName(guess));
}

/** True where the engine found nothing in a language that it does not read, or reads little of. */
export const unread = (verdict: Verdict): boolean => verdict.level === 'clear' && verdict.coverage !== 'full' && verdict.coverage !== 'partial';

export const differs = (scenario: Scenario, verdict: Verdict): boolean => verdict.level !== scenario.level && !unread(verdict);

interface EngineReadingProps {
  scenario: Scenario;
  verdict: Verdict | undefined;
  failed: boolean;
  region: string;
}

export function EngineReading({ scenario, verdict, failed, region }: EngineReadingProps) {
  if (failed) return <p class="notice bad" role="alert">{say('practice_failed')}</p>;
  if (!verdict) return null;
  return (
    <div class="engine" data-level={verdict.level}>
      <h2>{say('practice_engine')}</h2>
      {differs(scenario, verdict) && (
        <p class="differs">{say('practice_differs', levelName(verdict.level), levelName(scenario.level))}</p>
      )}
      <Card findings={cardFindings(verdict, region)} parts={cardParts(verdict)} empty={emptyNote(verdict)} />
    </div>
  );
}

function emptyNote(verdict: Verdict): string | undefined {
  if (verdict.protected) return say('card_protected');
  return verdict.coverage === 'full' ? undefined : say(`card_${verdict.coverage}`);
}
