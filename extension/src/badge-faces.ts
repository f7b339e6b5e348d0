// How the badge looks in each state: one or two marks, of no language, and a
// colour. The words to it are the locale's badge_* and popup_state_*.

import type { BadgeState } from './protocol';

export interface Face {
  text: string;
  colour: string;
}

// Colours hold 4.5:1 against the white mark on them.
export const faces: Record<BadgeState, Face> = {
  idle: { text: '', colour: '#115e63' },
  checking: { text: '✓', colour: '#115e63' },
  off: { text: '○', colour: '#5b6470' },
  private: { text: '–', colour: '#5b6470' },
  unsupported: { text: '?', colour: '#5b6470' },
  partial: { text: '½', colour: '#7a4d00' },
  failed: { text: '!', colour: '#a3203f' },
  unseen: { text: '!?', colour: '#a3203f' },
  stale: { text: '↻', colour: '#7a4d00' },
  rejected: { text: '×', colour: '#a3203f' },
};
