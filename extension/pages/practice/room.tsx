// Practice as a whole: the start, one post, or a team meeting. The address's
// part behind # says which, so that Back goes back.

import { useEffect, useState } from 'preact/hooks';
import { language, say } from '../../ui/words';
import { Brand } from '../brand';
import { Group } from './group';
import { Handout } from './handout';
import type { PracticeHost } from './host';
import type { Progress } from './progress';
import { Round } from './round';
import { inSpanish, scenarios, type Scenario } from './scenarios';
import { Start } from './start';
import { howMany, teamSet } from './team';

export function Practice({ host }: { host: PracticeHost }) {
  const [progress, setProgress] = useState<Progress>(new Map());
  const [chosen, setChosen] = useState(language().startsWith('es') ? 'es' : '');
  const [team, setTeam] = useState(howMany[0]!);
  const place = usePlace();
  const keep = (changed: Promise<Progress>) => void changed.then(setProgress, () => null);
  useEffect(() => keep(host.progress.read()), []);

  const setOf = (which: string): readonly Scenario[] => {
    if (which === 'own') return host.agency?.posts ?? [];
    if (which === 'es') return inSpanish;
    return which ? scenarios.filter((s) => s.sector === which) : scenarios;
  };
  const set = setOf(chosen);
  const meeting = teamSet(set, team < set.length ? team : 0);
  const at = /^#post-(\d+)$/.exec(place)?.[1];
  return (
    <>
      {place === '#team' && <Group host={host} set={meeting} leave={() => goTo('')} />}
      {at && set[Number(at) - 1] && (
        <Round
          host={host} set={set} at={Number(at) - 1} go={(to) => goTo(`#post-${to + 1}`)} leave={() => goTo('')}
          onRead={(s, agreed) => keep(host.progress.add(s.id, agreed))}
        />
      )}
      {place !== '#team' && !(at && set[Number(at) - 1]) && (
        <>
          <Head host={host} />
          <Start
            host={host} progress={progress} chosen={chosen} set={set} count={(which) => setOf(which).length}
            team={team < set.length ? team : 0} onChoose={setChosen} onTeam={setTeam} onOpen={(to) => goTo(`#post-${to + 1}`)}
            onMeet={() => goTo('#team')} onForget={() => keep(host.progress.forget())}
          />
        </>
      )}
      <Handout set={meeting} agency={host.agency?.name} />
    </>
  );
}

function Head({ host }: { host: PracticeHost }) {
  return (
    <header class="page-head">
      <Brand />
      <h1>{say('practice_title')}</h1>
      <p class="lead">{say('practice_lead')}</p>
      <p>{host.beside}</p>
    </header>
  );
}

/** The part behind #, as it changes. */
function usePlace(): string {
  const [place, setPlace] = useState(location.hash);
  useEffect(() => {
    const moved = () => {
      setPlace(location.hash);
      scrollTo(0, 0);
    };
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  return place;
}

function goTo(place: string): void {
  location.hash = place;
}
