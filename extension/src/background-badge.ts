// The badge: what Second Look does in a tab, in one or two marks, a colour and
// a sentence. It carries no word of a draft. The state itself is read back
// from the badge, so that it outlives this worker.

import { faces } from './badge-faces';
import type { BadgeState } from './protocol';

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
    title === '' ? undefined : chrome.action.setTitle({ tabId: tab, title }), // lost words: ui/own-words.ts; the manifest's title stays
  ]);
}

export async function readState(tab: number): Promise<BadgeState> {
  try {
    return stateOfText(await chrome.action.getBadgeText({ tabId: tab }));
  } catch {
    return 'idle';
  }
}
