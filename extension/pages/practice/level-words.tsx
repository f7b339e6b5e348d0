// The four levels as a person says them, each with its mark.

import type { Level, Verdict } from '../../src/protocol';
import { LevelMark, type Mark } from '../../ui/marks';
import { say } from '../../ui/words';
import { levels, rank } from './scenarios';

export const levelName = (level: Level): string => (level === 'clear' ? say('practice_fine') : say(`level_${level}`));

/** The mark of a level; support where a draft is answered with support. */
export function markOf(level: Level, categories: string[]): Mark {
  return level !== 'clear' && level !== 'hold' && categories[0] === 'crisis' ? 'support' : level;
}

export const categoriesOf = (verdict: Verdict): string[] => [
  ...new Set([...verdict.findings].sort((a, b) => Number(b.category === 'crisis') - Number(a.category === 'crisis')).map((f) => f.category)),
];

interface LevelWordProps {
  level: Level;
  mark?: Mark;
}

export function LevelWord({ level, mark = level }: LevelWordProps) {
  return (
    <span class="level-word surface" data-mark={mark}>
      <LevelMark mark={mark} />
      {levelName(level)}
    </span>
  );
}

/** Four steps, filled up to the level: what falls, one sees fall. The words beside it say the same. */
export function Steps({ level }: { level: Level }) {
  return (
    <span class="steps surface" data-mark={level} aria-hidden="true">
      {levels.map((l) => <span key={l} class="step" data-on={rank(l) <= rank(level)} />)}
    </span>
  );
}
