// The posts to practise on that an agency's own rules bring.

import type { Shown } from '../../src/engine-rules';
import type { Level } from '../../src/protocol';
import { fromMap } from '../../ui/finding-text';
import { levels, type Scenario } from './scenarios';

/** An agency writes the post, the level and the why; nothing else is known of it. */
export function ownPosts(shown: Shown): Scenario[] {
  return (shown.practice ?? []).map(({ draft, expect, why }, i): Scenario => ({
    id: `own:${i + 1}`,
    lang: '',
    sector: '',
    region: '',
    scene: '',
    post: draft,
    pictures: 0,
    level: levels.includes(expect as Level) ? (expect as Level) : 'clear',
    categories: [],
    protected: false,
    why: fromMap(why),
    who: '',
    safer: '',
  }));
}
