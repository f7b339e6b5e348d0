// A post as somebody might see it, plain or with the found words underlined.

import type { Verdict } from '../../src/protocol';
import { say } from '../../ui/words';
import { cut } from '../try/underlined';
import type { Scenario } from './scenarios';

export function Post({ scenario, verdict }: { scenario: Scenario; verdict?: Verdict }) {
  const { post, pictures, lang } = scenario;
  return (
    <figure class="post">
      <blockquote dir="auto" lang={lang || undefined}>
        {cut(post, verdict, []).map((p, i) => (p.level ? <mark key={i} data-level={p.level}>{p.text}</mark> : p.text))}
      </blockquote>
      {pictures > 0 && <figcaption class="field-note">{say('practice_picture')}</figcaption>}
    </figure>
  );
}

/** Who writes, and where; an agency's own post says whose it is. */
export function sceneOf(scenario: Scenario, agency: string | undefined): string {
  return scenario.scene || say('practice_own_scene', agency ?? '');
}

export function sectorName({ sector }: Scenario): string {
  return sector ? say(`practice_sector_${sector.replaceAll('-', '_')}`) : '';
}
