// One rule of an agency's: what it asks, why, whose it is, how loud, what sets
// it off and what does not; and a note to the agency where it is wrong.

import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Shown, ShownRule } from '../src/engine-rules';
import { fromMap } from '../ui/finding-text';
import { say } from '../ui/words';

interface RuleProps {
  rule: ShownRule;
  shown: Shown;
  agency: string;
  seq: number;
}

export function Rule({ rule, shown, agency, seq }: RuleProps) {
  const page = shown.pages.find((p) => p.id === rule.page);
  return (
    <details class="rule" data-rule={rule.id}>
      <summary>{fromMap(rule.message)}</summary>
      <p>{fromMap(rule.why)}</p>
      <dl class="evidence">
        <dt>{say('card_rule')}</dt>
        <dd>
          {say(`authority_${rule.authority}`)} · {agency}
          {rule.cite && say(`cite_${rule.cite}`) && <> · {say(`cite_${rule.cite}`)}</>}
        </dd>
        <dt>{say('rules_loud')}</dt>
        <dd>{loud(rule)}</dd>
        <dt>{say('rules_flags')}</dt>
        <dd><Posts posts={rule.flag} /></dd>
        <dt>{say('rules_passes')}</dt>
        <dd><Posts posts={rule.pass} /></dd>
        {page && <><dt>{say('rules_guidance')}</dt><dd>{page.title}</dd></>}
      </dl>
      <Wrong id={`${shown.agency}/${rule.id}`} seq={seq} contact={shown.facts.contact} />
    </details>
  );
}

/** A preference of the agency's is no more than a hint on a worker's own account. */
function loud({ authority, level }: ShownRule): string {
  const said = say(`rules_level_${level}`);
  return authority === 'agency' && level !== 'note' ? say('rules_loud_agency', said, say('rules_level_note')) : said;
}

function Posts({ posts }: { posts: string[] }) {
  return <ul class="said">{posts.map((p) => <li key={p}><q dir="auto">{marked(p)}</q></li>)}</ul>;
}

/** An example's brackets are where the rule speaks. */
function marked(post: string): ComponentChildren {
  return post.split(/\[([^[\]]*)\]/).map((piece, i) => (i % 2 ? <mark key={i}>{piece}</mark> : piece));
}

interface WrongProps {
  id: string;
  seq: number;
  contact: string;
}

/** A note to copy: the rule and the reason that the worker writes. The post is not in it, for nobody here has it. */
function Wrong({ id, seq, contact }: WrongProps) {
  const [reason, setReason] = useState('');
  const [copied, setCopied] = useState(false);
  const note = useRef<HTMLTextAreaElement>(null);
  const copy = () => {
    note.current?.select();
    setCopied(document.execCommand('copy'));
  };
  return (
    <details class="wrong">
      <summary>{say('rules_wrong')}</summary>
      <p class="field-note">{say('rules_wrong_text')}</p>
      <label class="field">
        <span class="field-name">{say('rules_wrong_reason')}</span>
        <textarea
          rows={2} maxLength={1000} value={reason}
          onInput={(e) => {
            setReason((e.target as HTMLTextAreaElement).value);
            setCopied(false);
          }}
        />
      </label>
      <label class="field">
        <span class="field-name">{contact ? say('rules_wrong_note_to', contact) : say('rules_wrong_note')}</span>
        <textarea class="note" rows={4} readOnly ref={note} value={say('rules_wrong_form', id, String(seq), reason)} />
      </label>
      <button type="button" class="button" onClick={copy}>{say('rules_copy')}</button>
      <span role="status" class="saved">{copied ? say('rules_copied') : ''}</span>
    </details>
  );
}
