// What the card for supervision says: made of signals and of where the worker
// works, and of nothing else. There is no way for a word of a draft into it.

import type { Signals } from '../src/signals';
import { say } from '../ui/words';

export interface CardPart {
  name: string;
  items: string[];
}

export function supervisionCard(signals: Signals, setting: string): CardPart[] {
  const named = (prefix: string, ids: readonly string[]): string[] => ids.map((id) => say(`${prefix}_${id.replaceAll('-', '_')}`));
  const parts: CardPart[] = [
    { name: say('reflect_sup_about'), items: named('category', signals.categories) },
    { name: say('reflect_sup_parts'), items: named('part', signals.parts) },
    { name: say('reflect_sup_level'), items: [say(`level_${signals.level}`)] },
    { name: say('reflect_sup_setting'), items: setting ? named('setting', [setting]) : [] },
    { name: say('reflect_sup_talk'), items: [1, 2, 3].map((n) => say(`reflect_sup_talk_${n}`)) },
  ];
  return parts.filter((p) => p.items.length > 0);
}
