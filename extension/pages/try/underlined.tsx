// Underlines behind a textarea of our own: the same text once more, unseen,
// with the found words marked.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Level, Verdict } from '../../src/protocol';

interface Piece {
  text: string;
  level?: Level;
}

const order: Level[] = ['clear', 'note', 'caution', 'hold'];

/** Cuts the text at the edges of all spans; a piece has the loudest level over it. */
export function cut(text: string, verdict: Verdict | undefined, hidden: string[]): Piece[] {
  const spans = (verdict?.findings ?? [])
    .filter((f) => !hidden.includes(f.rule) && f.category !== 'crisis')
    .flatMap((f) => f.spans.map((s) => ({ start: s.start, end: s.end, level: f.level })));
  const edges = [...new Set([0, text.length, ...spans.flatMap((s) => [s.start, s.end])])]
    .filter((e) => e >= 0 && e <= text.length)
    .sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i]!;
    const to = edges[i + 1]!;
    let level: Level | undefined;
    for (const s of spans) {
      const covers = s.start <= from && to <= s.end;
      if (covers && (!level || order.indexOf(s.level) > order.indexOf(level))) level = s.level;
    }
    pieces.push({ text: text.slice(from, to), level });
  }
  return pieces;
}

interface Props {
  text: string;
  verdict: Verdict | undefined;
  hidden: string[];
  children: ComponentChildren;
}

export function Underlined({ text, verdict, hidden, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const area = box.current?.querySelector('textarea');
    const follow = () => {
      if (layer.current && area) layer.current.scrollTop = area.scrollTop;
    };
    follow();
    area?.addEventListener('scroll', follow);
    return () => area?.removeEventListener('scroll', follow);
  });
  return (
    <div class="underlined" ref={box}>
      <div class="layer" aria-hidden="true" ref={layer}>
        {cut(text, verdict, hidden).map((p, i) => (
          p.level ? <mark key={i} data-level={p.level}>{p.text}</mark> : <span key={i}>{p.text}</span>
        ))}
        {'\n'}
      </div>
      {children}
    </div>
  );
}
