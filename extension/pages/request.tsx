// "A client sent me a friend request": kind words for a no, by kind of work, to
// say or to copy.

import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { settingIds } from '../src/settings';
import { dressDocument, say } from '../ui/words';
import { getSettings } from './ask';
import { Brand } from './brand';
import { Copy } from './copy';
import { wordsFor } from './request-words';

const more = ['write', 'hurt', 'former', 'known'] as const;

function FriendRequest() {
  const [setting, choose] = useState<string>();
  useEffect(() => void getSettings().then((s) => choose(s.setting)), []);
  if (setting === undefined) return null;
  return (
    <>
      <header class="page-head">
        <Brand />
        <h1>{say('reflect_request_title')}</h1>
        <p class="lead">{say('reflect_request_lead')}</p>
      </header>
      <section>
        <ul class="said">{['where', 'leave', 'note', 'agency'].map((k) => <li key={k}>{say(`reflect_request_${k}`)}</li>)}</ul>
      </section>
      <section>
        <h2>{say('reflect_request_words')}</h2>
        <label class="field one">
          <span class="field-name">{say('options_setting')}</span>
          <select name="setting" value={setting} onChange={(e) => choose((e.target as HTMLSelectElement).value)}>
            <option value="">{say('setting_unsaid')}</option>
            {settingIds.map((id) => <option key={id} value={id}>{say(`setting_${id.replaceAll('-', '_')}`)}</option>)}
          </select>
        </label>
        <Wording id="say" name={say('reflect_request_say')} text={say(wordsFor(setting))} />
        {more.map((m) => <Wording key={m} id={m} name={say(`reflect_request_${m}`)} text={say(`reflect_request_${m}_text`)} />)}
      </section>
    </>
  );
}

function Wording({ id, name, text }: { id: string; name: string; text: string }) {
  return (
    <div class="wording">
      <h3 id={`${id}-name`}>{name}</h3>
      <blockquote id={id}>{text}</blockquote>
      <Copy of={id} name={`${say('reflect_copy')}: ${name}`} />
    </div>
  );
}

dressDocument(`${say('app_name')} – ${say('reflect_request_title')}`);
render(<FriendRequest />, document.getElementById('root')!);
