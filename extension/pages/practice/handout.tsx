// What the printer gets: the posts with room to guess and to write, and on a
// page of their own the readings and the questions. Not to be seen on screen.

import { say } from '../../ui/words';
import { levelName } from './level-words';
import { sceneOf, sectorName } from './post';
import { levels, type Scenario } from './scenarios';
import { questions } from './team';

interface HandoutProps {
  set: readonly Scenario[];
  agency: string | undefined;
}

export function Handout({ set, agency }: HandoutProps) {
  return (
    <div class="handout">
      <h2>{say('practice_handout')}</h2>
      <p>{say('practice_handout_text')}</p>
      <ol>
        {set.map((s) => (
          <li key={s.id}>
            <p class="where">{[sceneOf(s, agency), sectorName(s)].filter(Boolean).join(' · ')}</p>
            <blockquote dir="auto" lang={s.lang || undefined}>
              {s.post} {s.pictures > 0 && <small>({say('practice_picture')})</small>}
            </blockquote>
            <p class="boxes">{levels.map((l) => <span key={l}><i class="tick" />{levelName(l)}</span>)}</p>
            {say('practice_handout_rewrite')}
            <i class="rule" /><i class="rule" />
          </li>
        ))}
      </ol>
      <Answers set={set} />
    </div>
  );
}

function Answers({ set }: { set: readonly Scenario[] }) {
  return (
    <div class="answers">
      <h2>{say('practice_handout_answers')}</h2>
      <ol>
        {set.map((s) => (
          <li key={s.id} lang={s.lang || undefined}>
            <strong>{levelName(s.level)}.</strong> {s.why} {s.safer && <em>“{s.safer}”</em>}
          </li>
        ))}
      </ol>
      <h2>{say('practice_talk')}</h2>
      <ol>{questions().map((q) => <li key={q}>{q}</li>)}</ol>
      <p>{say('practice_talk_from')}</p>
    </div>
  );
}
