// The chip beside a composer. Its box is the same for every level and every
// count: the page may see that it is there, not what it means.

import type { Level } from '../src/protocol';
import { LevelMark } from './marks';
import { say } from './words';

export interface ChipProps {
  level: Level;
  count: number;
  support: boolean;
  open: boolean;
  /** The draft has called before: the mark alone. */
  quiet: boolean;
  onOpen: () => void;
}

export function Chip({ level, count, support, open, quiet, onOpen }: ChipProps) {
  if (level === 'clear' || count === 0) return null;
  const mark = support ? 'support' : level;
  const name = say(`level_${mark}`);
  return (
    <button
      type="button" class="chip surface" data-quiet={quiet || undefined} data-mark={mark} aria-haspopup="dialog" aria-expanded={open}
      aria-label={say('chip_open', count > 1 ? `${name}, ${say('chip_count', String(count))}` : name)}
      onClick={onOpen}
    >
      <LevelMark mark={mark} />
      <span class="chip-text">{name}</span>{' ' /* so that what is seen is part of the name */}
      {count > 1 && <span class="chip-count">{count}</span>}
    </button>
  );
}
