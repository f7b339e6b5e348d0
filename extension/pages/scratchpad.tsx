// "Check any text": for what is written where no extension reaches. The text
// lives in this window and is gone with it.

import { useEffect, useState } from 'preact/hooks';
import type { Settings, Verdict } from '../src/protocol';
import type { AsidePage } from '../src/reflection-protocol';
import { signalsOf } from '../src/signals';
import { Card } from '../ui/card';
import { cardFindings, cardParts, unread } from '../ui/finding-text';
import { say } from '../ui/words';
import { checkText, mute, openPage, takeToSupervision, unmute } from './ask';

const pause = 150; // ms without a key before a check

export function Scratchpad({ settings }: { settings: Settings }) {
  const [text, setText] = useState('');
  const [verdict, setVerdict] = useState<Verdict>();
  const [failed, setFailed] = useState(false);
  const [dropped, setDropped] = useState<string[]>([]);
  const [muted, setMuted] = useState<string>();

  const check = async (draft: string) => {
    if (draft.trim() === '') return setVerdict(undefined);
    const reply = await checkText(draft, { site: 'scratchpad', account: 'personal', audience: 'public' });
    if (!reply) return;
    setFailed('error' in reply);
    setVerdict('verdict' in reply ? reply.verdict : undefined);
  };

  useEffect(() => {
    const timer = setTimeout(() => void check(text), pause);
    return () => clearTimeout(timer);
  }, [text]);

  const findings = verdict
    ? cardFindings(verdict, settings.region).filter((f) => !dropped.includes(f.rule))
    : [];
  const parts = verdict ? cardParts(verdict) : [];
  const open = (page: AsidePage) => void (page === 'supervision' ? takeToSupervision(signalsOf(findings, parts)) : openPage(page));

  return (
    <section class="scratchpad">
      <label class="field">
        <span class="field-name">{say('popup_scratch')}</span>
        <textarea
          rows={4} value={text} placeholder={say('popup_scratch_hint')} spellcheck={false} autocomplete="off"
          onInput={(e) => {
            setText((e.target as HTMLTextAreaElement).value);
            setMuted(undefined);
          }}
        />
      </label>
      <div role="status">
        {failed && <p class="notice bad">{say('popup_state_failed_text')}</p>}
        {verdict && findings.length === 0 && !muted && <p class="notice good">{clearNote(verdict)}</p>}
      </div>
      {(findings.length > 0 || muted) && (
        <Card
          findings={findings} parts={parts} onOpen={open} unread={verdict && unread(verdict.coverage)}
          onDismiss={(rule) => {
            setDropped([...dropped, rule]);
            setMuted(undefined);
          }}
          onMute={async (rule) => {
            await mute(rule);
            setDropped([...dropped, rule]);
            setMuted(rule);
          }}
          muted={muted}
          onUnmute={async (rule) => {
            await unmute(rule);
            setDropped(dropped.filter((d) => d !== rule));
            setMuted(undefined);
          }}
        />
      )}
    </section>
  );
}

function clearNote(verdict: Verdict): string {
  if (verdict.protected) return say('card_protected');
  return verdict.coverage === 'full' ? say('popup_checked_clear') : say(`card_${verdict.coverage}`);
}
