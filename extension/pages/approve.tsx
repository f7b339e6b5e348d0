// The approve page: who approves an agency's rules opens an unsigned release
// here, sees it proved again and what changes, signs it with a key of this
// browser, and hands the file on. It is a page of ours, never a server's.

import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { refusalOf } from '../src/feed-protocol';
import { fileOf } from '../src/rules-code';
import type { RulesChange, RulesTrial } from '../src/rules-protocol';
import { fromMap } from '../ui/finding-text';
import { dressDocument, say } from '../ui/words';
import { AgencyFile } from './agency-file';
import { Refusal } from './agency-refusal';
import { keptSigner } from './approve-key';
import { Key, mineOf, type Mine } from './approve-mine';
import { download, withSignature } from './approve-sign';
import { tryRules } from './ask';
import { Brand } from './brand';

function Approve() {
  const [mine, setMine] = useState<Mine | null>();
  const [file, setFile] = useState<{ code: string; trial: RulesTrial }>();
  const [busy, setBusy] = useState(false);
  useEffect(() => void keptSigner().then(mineOf).then(setMine), []);
  if (mine === undefined) return null;

  const onCode = async (code: string) => {
    setBusy(true);
    setFile(undefined);
    const trial = await tryRules(code).catch(() => undefined); // the background ended in the middle
    setFile({ code, trial: trial ?? { ok: false, refusal: refusalOf('engine', Math.floor(Date.now() / 1000)) } });
    setBusy(false);
  };
  return (
    <>
      <header class="page-head">
        <Brand />
        <h1>{say('approve_title')}</h1>
        <p class="lead">{say('approve_lead')}</p>
      </header>
      <Key mine={mine} onMade={setMine} />
      <section class="agency">
        <h2>{say('approve_file')}</h2>
        <AgencyFile busy={busy} onCode={onCode} />
        <p role="status" class="saved">{busy ? say('approve_trying') : ''}</p>
        {file && !file.trial.ok && <Refusal refusal={file.trial.refusal} serving />}
        {file?.trial.ok && <Trial trial={file.trial} code={file.code} mine={mine} />}
      </section>
    </>
  );
}

interface TrialProps {
  trial: RulesTrial & { ok: true };
  code: string;
  mine: Mine | null;
}

function Trial({ trial: { about, changes }, code, mine }: TrialProps) {
  const [signed, setSigned] = useState(false);
  const mayNot = !mine ? 'approve_no_key' : about.approvers.includes(mine.line) ? '' : 'approve_no_say';
  const already = mine !== null && about.signed.includes(mine.signer.name);
  const sign = async () => {
    const file = fileOf(code);
    const after = file && mine && (await withSignature(file, mine.signer));
    if (!after) return;
    download(`${about.agency}-${about.seq}.rbundle`, after);
    setSigned(true);
  };
  return (
    <div class="notice trial">
      <p class="notice-head">{say('approve_release', about.name, String(about.seq))}</p>
      <p>{say('approve_proved')}</p>
      <p>{say('approve_author', about.author, about.changes.join(' '))}</p>
      <p>{say('approve_about', about.agency, String(about.schema))}</p>
      {about.raises && <p>{say('rules_release_raises')}</p>}
      <ul class="said">
        {changes.map((c) => <li key={JSON.stringify(c)}>{changeText(c)}</li>)}
        {changes.length === 0 && <li>{say('approve_change_none')}</li>}
      </ul>
      <p>{say('approve_signed', String(about.signed.length), String(about.need), about.signed.join(', ') || '–')}</p>
      {mayNot && <p role="alert">{say(mayNot)}</p>}
      <button type="button" class="button primary sign" disabled={mayNot !== '' || already || signed} onClick={sign}>
        {say('approve_sign')}
      </button>
      <p role="status">{signed ? say('approve_done') : already ? say('approve_already') : ''}</p>
    </div>
  );
}

/** A change in a sentence. */
function changeText(c: RulesChange): string {
  const key = `approve_change_${c.what}`;
  if ('message' in c) return say(key, c.rule, fromMap(c.message));
  if ('level' in c) return say(key, c.rule, say(`rules_level_${c.level}`));
  const words = 'words' in c ? c.words.map((w) => say('approve_word', w)).join(', ') : '';
  return 'rule' in c ? say(key, c.rule, words) : say(key, words);
}

dressDocument(`${say('app_name')} – ${say('approve_title')}`);
render(<Approve />, document.getElementById('root')!);
