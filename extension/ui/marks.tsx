// The marks of the levels. Each has a shape of its own, so that none depends
// on colour.

import type { Level } from '../src/protocol';

export type Mark = Level | 'support';

const shapes: Record<Mark, preact.JSX.Element> = {
  clear: <path d="M3.5 8.5l3 3 6-7" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />,
  note: (
    <g fill="none" stroke="currentColor" stroke-width="1.6">
      <circle cx="8" cy="8" r="6.2" />
      <circle cx="8" cy="8" r="1.6" fill="currentColor" />
    </g>
  ),
  caution: (
    <g>
      <path d="M8 1.9l6.6 11.6H1.4z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" />
      <path d="M8 6.2v3.4" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" />
      <circle cx="8" cy="11.5" r=".95" fill="currentColor" />
    </g>
  ),
  hold: (
    <g>
      <path d="M5.3 1.2h5.4l4.1 4.1v5.4l-4.1 4.1H5.3l-4.1-4.1V5.3z" fill="currentColor" />
      <path d="M6.3 5.4v5.2M9.7 5.4v5.2" stroke="var(--paper)" stroke-width="1.7" stroke-linecap="round" />
    </g>
  ),
  support: (
    <path
      d="M8 13.6S1.7 10 1.7 5.7A3.3 3.3 0 0 1 8 4.4a3.3 3.3 0 0 1 6.3 1.3C14.3 10 8 13.6 8 13.6z"
      fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"
    />
  ),
};

export function LevelMark({ mark }: { mark: Mark }) {
  return (
    <svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {shapes[mark]}
    </svg>
  );
}

export function CloseMark() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d="M4 4l8 8M12 4l-8 8" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
    </svg>
  );
}
