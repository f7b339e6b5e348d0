// What is stored where, as the browser has it now, and the button that deletes
// all of it. It asks once: rules, a key and what was muted do not come back.

import { useEffect, useRef, useState } from 'preact/hooks';
import { readStored, type StoredPlace } from '../src/stored';
import { say } from '../ui/words';
import { deleteEverything } from './ask';
import { Sure } from './sure';

type Deleting = 'no' | 'sure' | 'done' | 'failed';

export function Stored() {
  const [places, show] = useState<StoredPlace[]>();
  const [deleting, setDeleting] = useState<Deleting>('no');
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  const read = () => readStored().then(show, () => show(undefined));
  useEffect(() => {
    void read();
    const again = () => void (document.visibilityState === 'visible' && read());
    document.addEventListener('visibilitychange', again);
    return () => document.removeEventListener('visibilitychange', again);
  }, []);

  // The browser may have looked for the part named in the address before it was drawn.
  useEffect(() => {
    if (location.hash === '#stored') heading.current?.focus();
  }, []);
  useEffect(() => {
    if (deleting === 'no' && asked.current) opener.current?.focus();
    asked.current = deleting === 'sure';
  }, [deleting]);

  const erase = async () => {
    const gone = await deleteEverything().catch(() => undefined);
    await read();
    setDeleting(gone ? 'done' : 'failed');
    heading.current?.focus(); // the button is gone
  };

  return (
    <section>
      <h2 id="stored" tabIndex={-1} ref={heading}>{say('prove_stored')}</h2>
      <p>{say('prove_stored_text')}</p>
      {places && places.length === 0 && <p class="nothing-stored">{say('prove_stored_nothing')}</p>}
      <dl class="facts stored">
        {places?.map((p) => <Place key={p.kind + p.name} place={p} />)}
      </dl>
      <div class="actions">
        <button type="button" class="button" onClick={() => void read()}>{say('prove_stored_again')}</button>
        {deleting !== 'sure' && <button type="button" class="button" ref={opener} onClick={() => setDeleting('sure')}>{say('prove_delete')}</button>}
      </div>
      {deleting === 'sure' && (
        <Sure name={say('prove_delete')} text={say('prove_delete_sure')} yes={say('prove_delete_yes')} onYes={erase} onNo={() => setDeleting('no')} />
      )}
      <p class="deleted" role="status">{deleting === 'done' ? say('prove_deleted') : deleting === 'failed' ? say('prove_delete_failed') : ''}</p>
    </section>
  );
}

function Place({ place: { kind, name, entries } }: { place: StoredPlace }) {
  const what = say(`prove_place_${kind}${name ? `_${name.replaceAll('-', '_')}` : ''}`) || say(`prove_place_${kind}`);
  return (
    <div>
      <dt>{what}{name && ' '}{name && <code translate={false}>{name}</code>}</dt>
      <dd>
        <ul class="listed">
          {entries.map((e) => (
            <li key={e.key}><code translate={false}>{e.key}</code> <span>{say('prove_bytes', String(e.size))}</span></li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
