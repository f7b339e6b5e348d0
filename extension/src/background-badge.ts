// The badge: what Second Look does in a tab, in one or two marks, a colour and
// a sentence. It carries no word of a draft. The state itself is read back
// from the badge, so that it outlives this worker.

import type { BadgeState } from './protocol';

interface Face {
  text: string;
  colour: string;
}

// Colours hold 4.5:1 against the white mark on them.
export const faces: Record<BadgeState, Face> = {
  idle: { text: '', colour: '#115e63' },
  checking: { text: '✓', colour: '#115e63' },
  off: { text: 'off', colour: '#5b6470' },
  unsupported: { text: '?', colour: '#5b6470' },
  partial: { text: '½', colour: '#7a4d00' },
  failed: { text: '!', colour: '#a3203f' },
  unseen: { text: '!?', colour: '#a3203f' },
  stale: { text: 'old', colour: '#7a4d00' },
  rejected: { text: '×', colour: '#a3203f' },
};

export function stateOfText(text: string): BadgeState {
  for (const [state, face] of Object.entries(faces)) {
    if (face.text === text) return state as BadgeState;
  }
  return 'idle';
}

/** Shows the state on a tab's badge; a tab that is gone is no error. */
export async function showState(tab: number, state: BadgeState): Promise<void> {
  const face = faces[state];
  const title = chrome.i18n.getMessage(`badge_${state}`) || chrome.i18n.getMessage('app_name');
  await Promise.allSettled([
    chrome.action.setBadgeText({ tabId: tab, text: face.text }),
    chrome.action.setBadgeBackgroundColor({ tabId: tab, color: face.colour }),
    chrome.action.setBadgeTextColor?.({ tabId: tab, color: '#ffffff' }),
    chrome.action.setTitle({ tabId: tab, title }),
  ]);
}

export async function readState(tab: number): Promise<BadgeState> {
  try {
    return stateOfText(await chrome.action.getBadgeText({ tabId: tab }));
  } catch {
    return 'idle';
  }
}
