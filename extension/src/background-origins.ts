// "Turn on here": pages beyond the named sites on which the worker wants a
// second look. The browser's own permission is the truth; what is registered
// follows it, whichever way it was given or taken away.

import { namedPatterns } from './background-patterns';

const scriptPrefix = 'here-';

function script(pattern: string): chrome.scripting.RegisteredContentScript {
  return {
    id: scriptPrefix + pattern,
    js: ['content.js'],
    matches: [pattern],
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_start',
    persistAcrossSessions: true,
  };
}

/** Patterns the worker has given, sorted; without the named sites and those given for something else. */
export async function grantedPatterns(apart: string[]): Promise<string[]> {
  const all = await chrome.permissions.getAll();
  const not = [...namedPatterns(), ...apart];
  return (all.origins ?? []).filter((p) => !not.includes(p)).sort();
}

/** Makes what is registered equal to what is granted. */
export async function followGrants(apart: string[]): Promise<string[]> {
  const wanted = await grantedPatterns(apart);
  const have = (await chrome.scripting.getRegisteredContentScripts())
    .map((s) => s.id)
    .filter((id) => id.startsWith(scriptPrefix));
  const stale = have.filter((id) => !wanted.includes(id.slice(scriptPrefix.length)));
  if (stale.length > 0) await chrome.scripting.unregisterContentScripts({ ids: stale });
  const fresh = wanted.filter((p) => !have.includes(scriptPrefix + p));
  if (fresh.length > 0) await chrome.scripting.registerContentScripts(fresh.map(script));
  return wanted;
}

/** Starts the content script in open tabs of the patterns, without a reload. */
export async function startInOpenTabs(patterns: string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await chrome.tabs.query({ url: patterns });
  await Promise.allSettled(
    tabs.map(async (tab) => {
      if (tab.id === undefined) return;
      await chrome.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, files: ['content.js'] });
    }),
  );
}
