// What a worker could say more generally, beside a finding: each change in
// words, before and after, made by one press; and how the last press ended.

import { useEffect, useRef } from 'preact/hooks';
import type { CardFinding, Level } from '../src/protocol';
import type { Offer, Outcome, RewritesToFrame } from '../src/rewrite-protocol';
import { readingsOf } from './readings';
import { say } from './words';

export interface RewritesProps {
  told: Omit<RewritesToFrame, 't'>;
  onRewrite: (id: number, keyboard: boolean) => void;
  onUndo: (keyboard: boolean) => void;
  /** Copies what is selected in our frame. */
  onCopy: () => void;
}

/** A press of a key, not of a pointer. */
const byKey = (e: MouseEvent): boolean => e.detail === 0;

export const kindName = (kind: string): string => say(`rewrite_kind_${kind}`) || say(`part_${kind}`);
const kinds = (all: readonly string[]): string => all.map(kindName).join(', ');

/** The changes for one finding, or, where its words were changed, none. */
export function Rewrites({ finding, told, onRewrite }: RewritesProps & { finding: CardFinding }) {
  const offers = told.offers.filter((o) => o.rules.includes(finding.rule));
  const isStory = finding.category === 'client-story';
  if (offers.length === 0 && !isStory) return null;
  const { least } = told;
  return (
    <section class="rewrites" aria-labelledby="rewrites-title">
      <h3 id="rewrites-title">{say('rewrite_title')}</h3>
      {least && offers.length > 0 && (
        <p class="least">
          {least.kinds.length === 1 ? say('rewrite_least_one', kinds(least.kinds)) : say('rewrite_least', String(least.kinds.length), kinds(least.kinds))}
        </p>
      )}
      {offers.length > 0 && <ul class="offers">{offers.map((o) => <Row key={o.kind + o.changes[0]?.before} offer={o} onRewrite={onRewrite} />)}</ul>}
      {isStory && <p class="least">{say(offers.length > 0 ? 'rewrite_prompt' : 'rewrite_prompt_alone')}</p>}
    </section>
  );
}

function Row({ offer, onRewrite }: { offer: Offer; onRewrite: (id: number, keyboard: boolean) => void }) {
  const { id, kind, changes } = offer;
  return (
    <li>
      <span class="offer" id={`offer-${id}`}>
        <span class="kind">{kindName(kind)}</span>
        {changes.map(({ before, after }) => (
          <span class="change" key={before}>
            <del dir="auto">{before}</del> <span class="to" aria-hidden="true" /><Spoken between={after !== ''} />{' '}
            {after ? <ins dir="auto">{after}</ins> : <span class="gone">{say('rewrite_gone')}</span>}
          </span>
        ))}
      </span>
      <button
        type="button" class="button" data-kind={kind} aria-label={say('rewrite_button_of', kindName(kind))} aria-describedby={`offer-${id}`}
        onClick={(e) => onRewrite(id, byKey(e))}
      >
        {say('rewrite_button')}
      </button>
    </li>
  );
}

/** What the arrow says to who does not see it; without it the words on both sides run together. */
const Spoken = ({ between }: { between: boolean }) => <span class="visually-hidden">{between ? ` ${say('rewrite_becomes')} ` : ': '}</span>;

/** How the last press ended, said once. */
export function Ended({ told: { outcome }, onUndo, onCopy }: RewritesProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed by a key went with its change.
    if (outcome && document.hasFocus() && document.activeElement === document.body) box.current?.querySelector('button')?.focus();
  }, [outcome]);
  return (
    <div class="ended" role="status" data-how={outcome?.how ?? ''} ref={box}>
      {outcome && <span>{sentence(outcome)}</span>}
      {outcome?.how === 'made' && (
        <button type="button" class="button quiet" onClick={(e) => onUndo(byKey(e))}>{say('rewrite_undo')}</button>
      )}
      {outcome && 'text' in outcome && <Copy text={outcome.text} onCopy={onCopy} />}
    </div>
  );
}

function sentence(o: Outcome): string {
  if (o.how !== 'made') return say(`rewrite_${o.how}`);
  const now = o.fell ? say('rewrite_now', levelName(o.level)) : say('rewrite_same');
  if (o.level === 'clear' || o.level === 'note') return now;
  if (o.needed.length === 0) return o.fell ? now : `${now} ${say('rewrite_why_not')}`;
  const more = o.needed.length === 1 ? say('rewrite_needed_one', kinds(o.needed)) : say('rewrite_needed', String(o.needed.length), kinds(o.needed));
  return `${now} ${more}`;
}

const levelName = (level: Level): string => say(`rewrite_level_${level}`);

/** The text that was meant, to be put in by hand; copied from our own frame on the press. As the default of its field no browser keeps it. */
function Copy({ text, onCopy }: { text: string; onCopy: () => void }) {
  const copy = (e: MouseEvent): void => {
    const field = (e.currentTarget as HTMLElement).parentElement!.querySelector('textarea')!;
    field.select();
    onCopy();
    (e.currentTarget as HTMLElement).focus();
  };
  return (
    <span class="copy">
      <textarea readOnly rows={2} aria-label={say('rewrite_copy_text')} defaultValue={text} />
      <button type="button" class="button" onClick={copy}>{say('rewrite_copy')}</button>
    </span>
  );
}

/** How it may read to the person, and to somebody at work. */
export function Readings({ finding, parts, told }: { finding: CardFinding; parts: string[]; told: Omit<RewritesToFrame, 't'> }) {
  const read = readingsOf(finding, parts, told.cues);
  if (!read) return null;
  return (
    <details class="readings">
      <summary>{say('read_title')}</summary>
      <dl>
        <div><dt>{say('read_by_client')}</dt><dd>{read.client}</dd></div>
        <div><dt>{say('read_by_colleague')}</dt><dd>{read.colleague}</dd></div>
      </dl>
    </details>
  );
}
