// Where practice starts: which posts, how far, and for a team.

import { useRef } from 'preact/hooks';
import type { PracticeHost } from './host';
import { say } from '../../ui/words';
import { sceneOf, sectorName } from './post';
import type { Progress } from './progress';
import { settingOfSector, type Scenario } from './scenarios';
import { howMany } from './team';

export interface StartProps {
  host: PracticeHost;
  progress: Progress;
  /** '' for all, a sector, 'es' for those in Spanish, or 'own'. */
  chosen: string;
  set: readonly Scenario[];
  count: (chosen: string) => number;
  /** How many posts a team takes; 0 for the whole set. */
  team: number;
  onChoose: (chosen: string) => void;
  onTeam: (many: number) => void;
  onOpen: (at: number) => void;
  onMeet: () => void;
  onForget: () => void;
}

export function Start(props: StartProps) {
  const { set, progress } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const next = set.findIndex((s) => !progress.has(s.id));
  const forget = () => {
    props.onForget();
    heading.current?.focus(); // its button is gone
  };
  return (
    <>
      <section>
        <h2 tabIndex={-1} ref={heading}>{say('practice_choose')}</h2>
        <Choice {...props} />
        <div class="actions">
          <button type="button" class="button big primary" onClick={() => props.onOpen(Math.max(0, next))}>
            {say(next > 0 ? 'practice_go_on' : 'practice_start')}
          </button>
        </div>
        <Kept {...props} onForget={forget} />
      </section>
      <Team {...props} />
      <section>
        <details class="every">
          <summary>{say('practice_every', String(set.length))}</summary>
          <ol class="rows">
            {set.map((s, i) => <Row key={s.id} scenario={s} seen={progress.has(s.id)} agency={props.host.agency?.name} onOpen={() => props.onOpen(i)} />)}
          </ol>
        </details>
      </section>
    </>
  );
}

function Choice({ host, chosen, count, onChoose }: StartProps) {
  return (
    <label class="field">
      <span class="field-name">{say('practice_set')}</span>
      <select name="set" value={chosen} onChange={(e) => onChoose((e.target as HTMLSelectElement).value)}>
        <option value="">{say('practice_set_all', String(count('')))}</option>
        {host.agency && host.agency.posts.length > 0 && (
          <option value="own">{say('practice_set_own', host.agency.name, String(count('own')))}</option>
        )}
        <option value="es">{say('practice_set_es', String(count('es')))}</option>
        {Object.keys(settingOfSector).map((sector) => (
          <option key={sector} value={sector}>
            {say('practice_set_one', say(`practice_sector_${sector.replaceAll('-', '_')}`), String(count(sector)))}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What is known of the worker, all of it, and the way to be rid of it. */
function Kept({ host, progress, set, onForget }: StartProps) {
  const read = set.filter((s) => progress.has(s.id)).length;
  const agreed = set.filter((s) => (progress.get(s.id)?.agreed ?? 0) > 0).length;
  return (
    <div class="kept">
      <p role="status">{read > 0 ? say('practice_progress', String(read), String(set.length), String(agreed)) : ''}</p>
      <p class="field-note">{say(host.keeps ? 'practice_kept' : 'practice_not_kept')}</p>
      {progress.size > 0 && (
        <button type="button" class="button quiet" onClick={onForget}>{say('practice_forget')}</button>
      )}
    </div>
  );
}

function Team({ set, team, onTeam, onMeet }: StartProps) {
  return (
    <section>
      <h2>{say('practice_team')}</h2>
      <p>{say('practice_team_text')}</p>
      <label class="field">
        <span class="field-name">{say('practice_team_many')}</span>
        <select name="many" value={String(team)} onChange={(e) => onTeam(Number((e.target as HTMLSelectElement).value))}>
          {howMany.filter((n) => n < set.length).map((n) => <option key={n} value={String(n)}>{say('practice_team_some', String(n))}</option>)}
          <option value="0">{say('practice_team_all', String(set.length))}</option>
        </select>
      </label>
      <div class="actions">
        <button type="button" class="button big" onClick={onMeet}>{say('practice_team_start')}</button>
        <button type="button" class="button big" onClick={() => print()}>{say('practice_print')}</button>
      </div>
    </section>
  );
}

interface RowProps {
  scenario: Scenario;
  seen: boolean;
  agency: string | undefined;
  onOpen: () => void;
}

function Row({ scenario, seen, agency, onOpen }: RowProps) {
  return (
    <li>
      <button type="button" class="button quiet open" onClick={onOpen}>
        <span lang={scenario.scene ? scenario.lang : undefined}>{sceneOf(scenario, agency)}</span>
        <span class="field-note">{[sectorName(scenario), seen ? say('practice_seen') : ''].filter(Boolean).join(' · ')}</span>
      </button>
    </li>
  );
}
