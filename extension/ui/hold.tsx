// The dialog of a held post: one sentence, the waiting-room question, Edit, Keep
// for later and Post as is. Edit has the focus, Escape is Edit, and Tab stays
// inside. A draft that was kept says so here; the way out is Edit again.

import { useEffect, useRef } from 'preact/hooks';
import type { CardFinding } from '../src/protocol';
import type { AsidePage, KeepHow } from '../src/reflection-protocol';
import { Words } from './card';
import { isSupport, question } from './finding-text';
import { KeptHere } from './kept-here';
import { LevelMark } from './marks';
import { say } from './words';

export interface HoldProps {
  findings: CardFinding[];
  /** escape: by the Escape key, not by the button. */
  onEdit: (escape: boolean) => void;
  onPost: () => void;
  /** Absent where there is nothing to keep it in: on the Try it page. */
  onKeep?: () => void;
  /** How keeping went; null before. */
  kept?: KeepHow | null;
  onOpen?: (page: AsidePage) => void;
}

export function Hold({ findings, onEdit, onPost, onKeep, kept = null, onOpen }: HoldProps) {
  const box = useRef<HTMLDivElement>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const shown = findings.filter((f) => !isSupport(f));
  const first = shown[0];
  const done = kept === 'kept';

  useEffect(() => {
    window.focus();
    edit.current?.focus();
  }, [done]);

  const keys = (e: KeyboardEvent) => {
    if (e.key === 'Escape') {
      e.preventDefault();
      onEdit(true);
    }
    if (e.repeat && e.key !== 'Tab') e.preventDefault(); // the key that pressed Post is still down
    if (e.key === 'Tab' && box.current) stayInside(e, box.current);
  };

  return (
    <div
      class="hold surface" role="alertdialog" aria-modal="true" aria-labelledby="hold-title"
      aria-describedby="hold-text" data-mark={done ? 'clear' : 'hold'} ref={box} onKeyDown={keys}
    >
      <div class="hold-body">
        <p class="eyebrow">
          <LevelMark mark={done ? 'clear' : 'hold'} />
          {say(done ? 'reflect_kept_title' : 'hold_title')}
        </p>
        <h2 id="hold-title" class="question">{done ? say('reflect_kept_done') : first ? question(first) : say('hold_title')}</h2>
        {done ? <KeptHere onOpen={onOpen} /> : <About first={first} left={shown.length - 1} kept={kept} />}
      </div>
      <div class="hold-foot">
        <button type="button" class="button primary" ref={edit} onClick={() => onEdit(false)}>{say(done ? 'reflect_kept_back' : 'hold_edit')}</button>
        {onKeep && !done && <button type="button" class="button keep" onClick={onKeep}>{say('reflect_keep')}</button>}
        {!done && <button type="button" class="button post" onClick={onPost}>{say('hold_post')}</button>}
      </div>
    </div>
  );
}

interface AboutProps {
  first: CardFinding | undefined;
  left: number;
  kept: KeepHow | null;
}

/** What the question is about, and the waiting room; where the draft could not be kept, why. */
function About({ first, left, kept }: AboutProps) {
  return (
    <div id="hold-text">
      {first && <Words words={first.words.slice(0, 4)} bare />}
      {first?.agency && <p class="small whose">{say('hold_rule_of', first.agency)}</p>}
      {left > 0 && (
        <p class="small">{left === 1 ? say('hold_more_one') : say('hold_more', String(left))}</p>
      )}
      <p class="waiting-room">{say('hold_waiting_room')}</p>
      {kept && <p class="small" role="alert">{say(`reflect_keep_${kept}`)}</p>}
    </div>
  );
}

function stayInside(e: KeyboardEvent, box: HTMLElement): void {
  const stops = [...box.querySelectorAll<HTMLElement>('button')];
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (!first || !last) return;
  const now = document.activeElement;
  if (e.shiftKey && (now === first || !box.contains(now))) {
    e.preventDefault();
    last.focus();
  } else if (!e.shiftKey && (now === last || !box.contains(now))) {
    e.preventDefault();
    first.focus();
  }
}

/** The page wants the worker's own press: the next one goes through. The frame says it aloud. */
export function Again() {
  return (
    <div class="again surface" data-mark="clear">
      <LevelMark mark="clear" />
      <div>
        <p class="again-title">{say('again_title')}</p>
        <p class="small">{say('again_text')}</p>
      </div>
    </div>
  );
}
