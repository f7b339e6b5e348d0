// The posts to practise on that an agency's own rules bring.

import type { Shown } from '../../src/engine-rules';
import type { Level } from '../../src/protocol';
import { fromMap } from '../../ui/finding-text';
import { fnv, levels, type Scenario } from './scenarios';

/**
 * An agency writes the post, the level and the why; nothing else is known of it.
 * What is counted of a post is that post's, wherever it stands and whose rules are followed now.
 */
export function ownPosts(shown: Shown): Scenario[] {
  return (shown.practice ?? []).map(({ draft, expect, why }): Scenario => ({
    id: `own:${fnv(draft).toString(36)}`,
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
