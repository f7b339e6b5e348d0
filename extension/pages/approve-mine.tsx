// The approver's own key, and how one is made: with a sealed copy in a file, or
// without one. A copy can be taken only while the key is made.

import { useState } from 'preact/hooks';
import { publicKey, type NoteSigner } from '../src/rules-note';
import { say } from '../ui/words';
import { makeSigner, validName } from './approve-key';
import { leastPassphrase, longEnough, sealed } from './approve-seal';
import { download } from './approve-sign';

export interface Mine {
  signer: NoteSigner;
  /** The public half, as a root names it. */
  line: string;
}

export const mineOf = async (signer: NoteSigner | null): Promise<Mine | null> => signer && { signer, line: await publicKey(signer) };

interface KeyProps {
  mine: Mine | null;
  onMade: (m: Mine) => void;
}

export function Key({ mine, onMade }: KeyProps) {
  return (
    <section>
      <h2>{say('approve_key')}</h2>
      <p>{say('approve_copy_text')}</p>
      <p>{say('approve_copy_lost')}</p>
      {mine ? <Have mine={mine} /> : <Make onMade={onMade} />}
    </section>
  );
}

function Have({ mine }: { mine: Mine }) {
  return (
    <>
      <p class="public-key"><code>{mine.line}</code></p>
      <button type="button" class="button" onClick={() => download(`${mine.signer.name}.pub`, new TextEncoder().encode(`${mine.line}\n`))}>
        {say('approve_key_save')}
      </button>
    </>
  );
}

/** Lets what was rendered be seen before the page is busy. */
const painted = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));

function Make({ onMade }: Pick<KeyProps, 'onMade'>) {
  const [name, setName] = useState('');
  const [pass, setPass] = useState('');
  const [again, setAgain] = useState('');
  const [state, setState] = useState<'' | 'sealing' | 'failed'>('');
  const ready = validName(name) && state !== 'sealing';

  const make = async (withCopy: boolean) => {
    setState(withCopy ? 'sealing' : '');
    await painted();
    const copy = withCopy ? async (seed: Uint8Array, key: Uint8Array) => download(`${name}.key`, await sealed(name, key, seed, pass)) : undefined;
    const made = await mineOf(await makeSigner(name, copy));
    setState(made ? '' : 'failed');
    if (made) onMade(made);
  };
  const wrong = pass !== '' && !longEnough(pass) ? 'approve_copy_short' : again !== '' && again !== pass ? 'approve_copy_differ' : '';
  return (
    <div class="making">
      <Field label={say('approve_key_name')} name="key-name" value={name} onInput={setName} />
      <Field label={say('approve_copy_pass', String(leastPassphrase))} name="key-pass" secret value={pass} onInput={setPass} />
      <Field label={say('approve_copy_again')} name="key-again" secret value={again} onInput={setAgain} />
      <p role="status" class="field-note">{wrong && say(wrong, String(leastPassphrase))}{state === 'sealing' && say('approve_copy_sealing')}</p>
      <div class="actions">
        <button type="button" class="button primary make-copy" disabled={!ready || !longEnough(pass) || again !== pass} onClick={() => make(true)}>
          {say('approve_copy_make')}
        </button>
        <button type="button" class="button make" disabled={!ready || pass !== ''} onClick={() => make(false)}>{say('approve_copy_without')}</button>
      </div>
      {state === 'failed' && <p role="alert">{say('approve_key_failed')}</p>}
    </div>
  );
}

interface FieldProps {
  label: string;
  name: string;
  value: string;
  onInput: (value: string) => void;
  secret?: boolean;
}

function Field({ label, name, value, onInput, secret }: FieldProps) {
  const typed = (e: Event) => onInput((e.target as HTMLInputElement).value);
  return (
    <label class="field">
      <span class="field-name">{label}</span>
      {secret
        ? <input type="password" name={name} value={value} autocomplete="new-password" onInput={typed} />
        : <input type="text" name={name} value={value} autocomplete="off" onInput={typed} />}
    </label>
  );
}
