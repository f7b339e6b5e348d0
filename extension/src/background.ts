// The background: holds the engine and the settings, answers taps and our own
// pages, shows the badge. It keeps no draft, logs nothing and asks the network
// for nothing but the engine that came with the extension; in the standard
// edition "#feed" asks an agency's server, and has nothing of what is here.

import { BackgroundAside } from './background-aside';
import { readState, showState } from './background-badge';
import { withoutMuted } from './background-mutes';
import { forgetEverything } from './background-forget';
import { followGrants, grantedPatterns, startInOpenTabs } from './background-origins';
import { namedPatterns, originOf, patternFor, wanted } from './background-patterns';
import { BackgroundRules } from './background-rules';
import { cleanContext, cleanFramed, isAside, isFramed, isFromOwn, isFromTap, originOfSender, whoSent } from './background-shapes';
import { Refused } from './engine';
import { EngineKeeper } from './engine-keeper';
import { isFromAside } from './reflection-protocol';
import type {
  BadgeState, Changed, Check, CheckReply, FromOwn, FromTap, PingReply, Settings, TabState, Verdict,
} from './protocol';
import { whenForgotten } from './forget';
import { noteRequest, watchRequests } from './requests';
import type { Suggest, SuggestReply } from './rewrite-protocol';
import { cleanPatch, settings0, withEntry, withoutEntry } from './settings';
import { changeSettings, readSettings } from './store';

/** By tab, where a tap spoke from; for the popup, where the browser hides a tab's address from it. */
const origins = new Map<number, string>();

watchRequests();
const keeper = new EngineKeeper(async () => {
  noteRequest(chrome.runtime.getURL('engine.wasm'));
  const response = await fetch(chrome.runtime.getURL('engine.wasm'));
  return response.arrayBuffer();
}, (revision) => rules.loadable(revision));

const rules: BackgroundRules = new BackgroundRules(() => keeper.apart(), async () => {
  await keeper.renew();
  await tellTabs();
});
void rules.followPolicy().catch(() => null); // no storage now: the next start looks again
whenForgotten(() => rules.forget());

const aside = new BackgroundAside(async () => (await current()).setting);

// One browser profile has one background: nobody else writes the settings.
let known: Settings | undefined;
whenForgotten(() => {
  known = settings0;
});

/** The settings; those of the first day where the browser cannot give its storage. */
async function current(): Promise<Settings> {
  if (known) return known;
  try {
    return (known = await readSettings());
  } catch {
    return settings0;
  }
}

/** For a text the engine will not take: nothing was read, and the verdict says so. */
const unread: Verdict = {
  level: 'clear', protected: false, coverage: 'none', offsets: 'utf16', read: [], findings: [],
  combination: { count: 0, parts: [] }, engine: '', bundle: { agency: '', seq: 0 },
};

async function check(m: Pick<Check, 'seq' | 'text' | 'context'>, settings: Settings): Promise<CheckReply> {
  const context = cleanContext(m.context);
  context.setting ??= settings.setting || undefined;
  context.region ??= settings.region || undefined;
  try {
    const verdict = await rules.dress(await keeper.check(m.text, context), context.account ?? 'personal');
    return { seq: m.seq, verdict: withoutMuted(verdict, settings.mutedRules) };
  } catch (cause) {
    if (cause instanceof Refused) return { seq: m.seq, verdict: unread };
    return { seq: m.seq, error: 'engine' };
  }
}

/** What could be said more generally: asked for where a worker looks at a finding, and at no key. */
async function suggest(m: Suggest, settings: Settings, on: boolean): Promise<SuggestReply> {
  if (!on) return { seq: m.seq, error: 'off' };
  const context = cleanContext(m.context);
  context.setting ??= settings.setting || undefined;
  context.region ??= settings.region || undefined;
  return keeper.suggest(m.text, context).then((rewrites) => ({ seq: m.seq, rewrites }), () => ({ seq: m.seq, error: 'engine' }));
}

async function answerTap(m: FromTap, tab: number, origin: string): Promise<unknown> {
  if (isAside(m)) return aside.answerTap(m);
  if (m.t === 'state') {
    // A tap knows nothing of the engine: while that is down, the badge says so.
    await showState(tab, keeper.failed ? 'failed' : m.state === 'checking' ? await rules.badge() : m.state);
    return true;
  }
  if (isFramed(m)) {
    await chrome.tabs.sendMessage(tab, await rules.whose(cleanFramed(m))).catch(() => null);
    return true;
  }
  if (!keeper.failed) void keeper.warm(); // while the settings are read
  const settings = await current();
  const on = wanted(origin, settings);
  const account = settings.agencySites.includes(hostOf(origin)) ? 'agency' : 'personal';
  if (m.t === 'suggest') return suggest({ ...m, context: { ...m.context, account } }, settings, on);
  if (m.t === 'check') {
    if (!on) return { seq: m.seq, error: 'off' } satisfies CheckReply;
    const before = keeper.failed;
    const reply = await check({ ...m, context: { ...m.context, account } }, settings);
    if (keeper.failed) await showState(tab, 'failed');
    else if (before) await showState(tab, 'checking');
    return reply;
  }
  const ready = await keeper.warm();
  if (!ready) await showState(tab, 'failed');
  else await showState(tab, on ? await rules.badge() : 'off');
  return {
    ok: ready, on, engine: ready ? 'ready' : 'failed', setting: settings.setting, region: settings.region,
  } satisfies PingReply;
}

/** Tells every tap to ask again; tabs without one do not answer. */
async function tellTabs(): Promise<void> {
  const tabs = await chrome.tabs.query({});
  const changed: Changed = { t: 'changed' };
  await Promise.allSettled(tabs.map((tab) => tab.id !== undefined && chrome.tabs.sendMessage(tab.id, changed)));
}

async function change(patch: (s: Settings) => Partial<Settings>): Promise<Settings> {
  // What is as it was is not written: what was deleted stays so.
  if (known && JSON.stringify({ ...known, ...cleanPatch(patch(known)) }) === JSON.stringify(known)) return known;
  known = await changeSettings(patch);
  void tellTabs();
  return known;
}

async function answerOwn(m: FromOwn): Promise<unknown> {
  switch (m.t) {
    case 'settings.get':
      return current();
    case 'settings.set':
      return change(() => cleanPatch(m.patch));
    case 'mute':
      return change((s) => ({ mutedRules: withEntry(s.mutedRules, m.rule) }));
    case 'unmute':
      return change((s) => ({ mutedRules: withoutEntry(s.mutedRules, m.rule) }));
    case 'site.off':
      return change((s) => ({ offSites: withEntry(s.offSites, m.site) }));
    case 'site.on':
      return change((s) => ({ offSites: withoutEntry(s.offSites, m.site) }));
    case 'origin.on':
      await rules.turnedOn(m.origin);
      return grantsChanged();
    case 'origin.off':
      await chrome.permissions.remove({ origins: [patternFor(m.origin)] });
      return grantsChanged();
    case 'feed.asks': {
      const answer = await rules.answer(m);
      await grantsChanged(); // the browser may have told of its yes before the feed knew what it is for
      return answer;
    }
    case 'tab.state':
      return tabState(await readState(m.tab), origins.get(m.tab));
    case 'engine.retry':
      await keeper.retry();
      void tellTabs();
      return tabState('idle');
    case 'all.delete':
      await forgetEverything();
      void tellTabs();
      return true;
    case 'check.own':
      return check(m, m.unmuted ? { ...(await current()), mutedRules: [] } : await current());
    default:
      return isFromAside(m) ? aside.answerOwn(m) : rules.answer(m);
  }
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).hostname : '');

function tabState(state: BadgeState, origin = ''): TabState {
  return { state: keeper.failed ? 'failed' : state, engine: keeper.failed ? 'failed' : 'ready', origin };
}

// One at a time: two registrations of one script id are an error.
let grants: Promise<Settings> = Promise.resolve(null as never);

function grantsChanged(): Promise<Settings> {
  grants = grants
    .catch(() => null)
    .then(async () => {
      const before = (await current()).extraOrigins;
      const patterns = await followGrants(await rules.apart());
      const settings = await change(() => ({ extraOrigins: patterns.map(originOf) }));
      await startInOpenTabs(patterns.filter((p) => !before.includes(originOf(p))));
      return settings;
    });
  return grants;
}

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const who = whoSent(sender, chrome.runtime.id, chrome.runtime.getURL(''));
  let answer: Promise<unknown> | undefined;
  if (who === 'own' && isFromOwn(message)) answer = answerOwn(message);
  if (who === 'tap' && isFromTap(message)) {
    const tab = sender.tab!.id!;
    const origin = originOfSender(sender);
    if (sender.frameId === 0) origins.set(tab, origin);
    answer = answerTap(message, tab, origin || (origins.get(tab) ?? ''));
  }
  if (!answer) return false;
  answer.then(respond, () => respond(undefined));
  return true;
});

chrome.permissions.onAdded.addListener(() => void grantsChanged());
chrome.permissions.onRemoved.addListener(() => void grantsChanged());
chrome.runtime.onStartup.addListener(() => void grantsChanged());
chrome.runtime.onInstalled.addListener(async (details) => {
  await grantsChanged().catch(() => null);
  // What an update left in open pages is dead: take over there, where we may.
  await startInOpenTabs([...namedPatterns(), ...(await grantedPatterns(await rules.apart()))]).catch(() => null);
  if (details.reason !== 'install') return;
  if (!(await current()).welcomed) {
    await chrome.tabs.create({ url: chrome.runtime.getURL('pages/welcome.html') });
  }
});
