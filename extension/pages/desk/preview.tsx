// "Try a post" on the server's pages: what a worker would see, under the rules
// as they are being written. The field has no name and stands in no form, and
// what is in it is given to the worker alone: it never becomes part of a request.

import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import messages from '../../_locales/en/messages.json';
import type { Account, Verdict } from '../../src/protocol';
import { Card } from '../../ui/card';
import { cardFindings, cardParts } from '../../ui/finding-text';
import { say, useMessages } from '../../ui/words';
import { Underlined } from '../try/underlined';
import { EngineRoom, type RulesState } from './engine-room';

useMessages(messages);

const pause = 150; // ms without a key before a check, and twice that before new rules

interface Seen {
  text: string;
  verdict: Verdict;
}

function Preview({ form }: { form: HTMLFormElement | null }) {
  const room = useMemo(() => new EngineRoom(), []);
  const [text, setText] = useState('');
  const [account, setAccount] = useState<Account>('personal');
  const [rules, setRules] = useState<RulesState>();
  const [turn, setTurn] = useState(0);
  const [seen, setSeen] = useState<Seen>();
  const [failed, setFailed] = useState(false);
  useRules(room, form, (state) => {
    setRules(state);
    setTurn((n) => n + 1);
  });

  useEffect(() => {
    const timer = setTimeout(async () => {
      if (text.trim() === '') return setSeen(undefined);
      const verdict = await room.check(text, { site: 'try', account, audience: 'public' });
      if (verdict === 'overtaken') return;
      setFailed(!verdict);
      setSeen(verdict && { text, verdict });
    }, pause);
    return () => clearTimeout(timer);
  }, [text, account, turn]);

  const verdict = seen?.text === text ? seen.verdict : undefined;
  return (
    <div class="preview">
      <div class="composer">
        <label class="field-name" for="post">{say('desk_label')}</label>
        <Underlined text={text} verdict={verdict} hidden={[]}>
          <textarea
            id="post" rows={4} value={text} placeholder={say('desk_hint')} spellcheck={false} autocomplete="off"
            onInput={(e) => setText((e.target as HTMLTextAreaElement).value)}
          />
        </Underlined>
        <fieldset class="accounts">
          <legend class="field-name">{say('desk_account')}</legend>
          {(['personal', 'agency'] as const).map((value) => (
            <label class="choice" key={value}>
              <input type="radio" checked={account === value} onChange={() => setAccount(value)} />
              {say(`desk_account_${value}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <div class="seen">
        <p class="field-note" role="status">{failed ? say('desk_failed') : seen ? say(`desk_level_${seen.verdict.level}`) : ''}</p>
        {seen && <Card findings={cardFindings(seen.verdict, '')} parts={cardParts(seen.verdict)} empty={emptyNote(seen.verdict)} />}
      </div>
      <Standing rules={rules} />
    </div>
  );
}

/** Brings the rules at the start, and again a moment after the form was changed. */
function useRules(room: EngineRoom, form: HTMLFormElement | null, heard: (state: RulesState) => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const bring = async () => {
      const state = await room.renew(form);
      if (state !== 'overtaken') heard(state);
    };
    const changed = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(bring, 2 * pause);
    };
    void bring();
    form?.addEventListener('input', changed);
    return () => form?.removeEventListener('input', changed);
  }, []);
}

function Standing({ rules }: { rules: RulesState | undefined }) {
  const why = rules && 'why' in rules ? rules.why : '';
  return (
    <div class="standing" role="status">
      <p class="field-note">{say(`desk_rules_${rules?.state ?? 'loading'}`)}</p>
      {why && <pre>{why}</pre>}
    </div>
  );
}

function emptyNote(verdict: Verdict): string | undefined {
  if (verdict.protected) return say('card_protected');
  return verdict.coverage === 'full' ? undefined : say(`card_${verdict.coverage}`);
}

/** Puts the preview into its section, in a root of its own: the card looks as it does beside a composer. */
function begin(section: HTMLElement): void {
  const name = section.dataset.form;
  const form = name ? document.getElementById(name) : null;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = '/admin/script/preview.css';
  const place = document.createElement('div');
  place.hidden = true; // until it has its style
  style.addEventListener('load', () => (place.hidden = false));
  root.append(style, place);
  section.append(host);
  document.getElementById('no-preview')?.remove();
  render(<Preview form={form instanceof HTMLFormElement ? form : null} />, place);
}

const section = document.getElementById('preview');
if (section) begin(section);
