// The card: one finding first, the others behind "2 more". The same card is
// drawn beside a composer, in the popup and on the Try it page.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardFinding } from '../src/protocol';
import type { AsidePage } from '../src/reflection-protocol';
import {
  addsUp, categoryName, inOrder, isSupport, nextStep, question, readers, rule, why,
} from './finding-text';
import { Further } from './further';
import { CloseMark, LevelMark } from './marks';
import { Muted } from './muted';
import { Ended, Readings, Rewrites, type RewritesProps } from './rewrites';
import { Support } from './support';
import { say } from './words';

export interface CardProps {
  findings: CardFinding[];
  parts: string[];
  /** Said in place of findings where there are none. */
  empty?: string;
  /** Said below a finding: what of the text was not read; see unread. */
  unread?: string;
  onDismiss?: (rule: string) => void;
  onMute?: (rule: string) => void;
  /** The rule muted last in this card, while that can be undone here. */
  muted?: string;
  onUnmute?: (rule: string) => void;
  onClose?: () => void;
  /** What could be said more generally; beside a composer only. */
  rewrites?: RewritesProps;
  /** Opens a page of ours; absent where there is none, on the Try it page. */
  onOpen?: (page: AsidePage) => void;
  /** Put the focus on the card when it appears; beside a composer only. */
  takeFocus?: boolean;
}

export function Card(props: CardProps) {
  const findings = inOrder(props.findings);
  const [index, setIndex] = useState(0);
  const wanted = useRef('');
  const returned = findings.findIndex((f) => f.rule === wanted.current);
  const at = returned >= 0 ? returned : Math.min(index, Math.max(0, findings.length - 1));
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(props.takeFocus === true);

  useEffect(() => {
    if (returned < 0) return;
    wanted.current = '';
    setIndex(returned);
  }, [returned]);

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    heading.current?.focus({ preventScroll: true });
  }, [at, findings.length]);

  const finding = findings[at];
  const step = (to: number) => {
    moved.current = true;
    setIndex(to);
  };
  // What is gone takes its words along: the next question is read out, and has the focus.
  const gone = (take?: (rule: string) => void) => take && ((rule: string) => {
    moved.current = true;
    take(rule);
  });
  const onDismiss = gone(props.onDismiss);
  const onMute = gone(props.onMute);
  // What is brought back is what the card goes on with.
  const undo = (rule: string) => {
    wanted.current = rule;
    moved.current = true;
    props.onUnmute?.(rule);
  };
  const mark = !finding ? 'clear' : isSupport(finding) ? 'support' : finding.level;

  return (
    <section
      class="card surface" data-mark={mark} aria-label={say('card_label')}
      role={props.onClose ? 'dialog' : undefined /* the chip says that one opens */}
    >
      <header class="card-head">
        <LevelMark mark={mark} />
        <span class="eyebrow">{finding ? categoryName(finding) : say('card_label')}</span>
        <More count={findings.length} at={at} step={step} />
        {props.onClose && (
          <button type="button" class="icon-button" aria-label={say('card_close')} onClick={props.onClose}>
            <CloseMark />
          </button>
        )}
      </header>
      {props.rewrites && <Ended {...props.rewrites} />}
      <div class="card-body" key={finding ? finding.rule + at : 'none'}>
        <h2 class="question" tabIndex={-1} ref={heading}>
          {finding ? question(finding) : say(props.muted ? 'muted_rest' : 'card_clear')}
        </h2>
        {!finding && (props.empty || !props.muted) && <p class="why">{props.empty ?? say('card_clear_text')}</p>}
        {finding && (isSupport(finding) ? <Support finding={finding} /> : <Reasons finding={finding} parts={props.parts} rewrites={props.rewrites} />)}
        {finding && props.unread && <p class="unread">{props.unread}</p>}
        {finding && <Further finding={finding} onOpen={props.onOpen} />}
      </div>
      {props.onUnmute && <Muted rule={props.muted} onUndo={undo} />}
      {finding && (
        <footer class="card-foot">
          {onDismiss && (
            <button type="button" class="button" onClick={() => onDismiss(finding.rule)}>
              {say(isSupport(finding) ? 'card_close' : 'card_dismiss')}
            </button>
          )}
          {onMute && !isSupport(finding) && (
            <button type="button" class="button quiet" onClick={() => onMute(finding.rule)}>
              {say('card_mute')}
            </button>
          )}
        </footer>
      )}
    </section>
  );
}

function More({ count, at, step }: { count: number; at: number; step: (to: number) => void }) {
  if (count < 2) return null;
  const left = count - at - 1;
  if (left === 0) {
    return (
      <button type="button" class="button quiet more" onClick={() => step(at - 1)}>
        <span class="arrow back" aria-hidden="true" />
        {say('card_previous')}
      </button>
    );
  }
  return (
    <button type="button" class="button quiet more" onClick={() => step(at + 1)}>
      {left === 1 ? say('card_more_one') : say('card_more', String(left))}
      <span class="arrow" aria-hidden="true" />
    </button>
  );
}

/** The words of the draft that set a finding off, quoted. A label of its own would hide them where they describe a dialog. */
export function Words({ words, bare }: { words: string[]; bare?: boolean }) {
  if (words.length === 0) return null;
  return (
    <ul class="words" aria-label={bare ? undefined : say('card_words')}>
      {words.slice(0, 8).map((w) => (
        <li key={w}>
          <q dir="auto">{w.length > 120 ? `${w.slice(0, 117)}…` : w}</q>
        </li>
      ))}
    </ul>
  );
}

function Reasons({ finding, parts, rewrites }: { finding: CardFinding; parts: string[]; rewrites?: RewritesProps }) {
  const who = readers(finding, parts);
  const sum = addsUp(finding, parts);
  const step = nextStep(finding);
  const { whose, where } = rule(finding);
  return (
    <>
      <Words words={finding.words} />
      <p class="why">{why(finding)}</p>
      {rewrites && <Rewrites finding={finding} {...rewrites} />}
      {rewrites && <Readings finding={finding} parts={parts} told={rewrites.told} />}
      <dl class="facts">
        {sum.length > 0 && <Fact name="card_adds_up" text={sum.join(' · ')} />}
        {who && <Fact name="card_who" text={who} />}
        {step && <Fact name="card_try" text={step} />}
        <div class="fact">
          <dt>{say('card_rule')}</dt>
          <dd>
            <span class="authority">{whose}</span>
            {where && <span class="cite">{where}</span>}
          </dd>
        </div>
        {finding.account === 'agency' && <Fact name="card_account" text={say('card_account_agency')} />}
      </dl>
    </>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <div class="fact">
      <dt>{say(name)}</dt>
      <dd>{text}</dd>
    </div>
  );
}
