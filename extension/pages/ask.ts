// What our own pages ask of the background.

import type { CheckReply, Context, FromOwn, Settings, TabState } from '../src/protocol';
import type { AsidePage, KeptDrafts, Supervision, Tallied } from '../src/reflection-protocol';
import type { Signals } from '../src/signals';
import type { RulesFile, RulesLook, RulesState, RulesTrial } from '../src/rules-protocol';

function send<T>(m: FromOwn): Promise<T> {
  return chrome.runtime.sendMessage(m) as Promise<T>;
}

export const getSettings = () => send<Settings>({ t: 'settings.get' });
export const setSettings = (patch: Partial<Settings>) => send<Settings>({ t: 'settings.set', patch });
export const mute = (rule: string) => send<Settings>({ t: 'mute', rule });
export const unmute = (rule: string) => send<Settings>({ t: 'unmute', rule });
export const siteOn = (site: string) => send<Settings>({ t: 'site.on', site });
export const siteOff = (site: string) => send<Settings>({ t: 'site.off', site });
export const originOn = (origin: string) => send<Settings>({ t: 'origin.on', origin });
export const originOff = (origin: string) => send<Settings>({ t: 'origin.off', origin });
export const tabState = (tab: number) => send<TabState>({ t: 'tab.state', tab });
export const retryEngine = () => send<TabState>({ t: 'engine.retry' });
/** True when it is all gone; undefined where the browser would not. */
export const deleteEverything = () => send<true | undefined>({ t: 'all.delete' });
export const getRules = () => send<RulesState>({ t: 'rules.get' });
export const lookRules = (code: string) => send<RulesLook>({ t: 'rules.look', code });
export const tryRules = (code: string) => send<RulesTrial>({ t: 'rules.try', code });
export const takeRules = (code: string, fingerprint?: string) => send<RulesState>({ t: 'rules.take', code, fingerprint });
export const leaveRules = () => send<RulesState>({ t: 'rules.leave' });
export const seenRules = () => send<RulesState>({ t: 'rules.seen' });
export const rulesFile = () => send<RulesFile>({ t: 'rules.file' });
export const evidenceFile = () => send<RulesFile>({ t: 'rules.evidence' });
export const asksFeed = (code: string, given: boolean) => send<null>({ t: 'feed.asks', code, given });
export const lookFeed = (code: string) => send<RulesLook>({ t: 'feed.look', code });
export const takeFeed = (code: string) => send<RulesState>({ t: 'feed.take', code });
export const dropFeed = () => send<null>({ t: 'feed.drop' });
export const getKept = () => send<KeptDrafts>({ t: 'kept.get' });
export const deleteKept = (id: string) => send<KeptDrafts>({ t: 'kept.delete', id });
export const clearKept = () => send<KeptDrafts>({ t: 'kept.clear' });
export const takeToSupervision = (signals: Signals) => send<boolean>({ t: 'supervision.take', signals });
export const openPage = (page: AsidePage) => send<boolean>({ t: 'aside.open', page });
export const getSupervision = () => send<Supervision>({ t: 'supervision.get' });
export const getTally = () => send<Tallied>({ t: 'tally.get' });
export const clearTally = () => send<Tallied>({ t: 'tally.clear' });

let seq = 0;

/** Checks text of our own page; undefined where a later check overtook it or there is no verdict. */
export async function checkText(text: string, context: Context): Promise<CheckReply | undefined> {
  const mine = ++seq;
  const reply = await send<CheckReply>({ t: 'check.own', seq: mine, text, context });
  return mine === seq ? reply : undefined;
}

/** What the engine itself says of a text of ours, whatever the worker muted. */
export async function readText(text: string, context: Context): Promise<CheckReply | undefined> {
  return send<CheckReply>({ t: 'check.own', seq: ++seq, text, context, unmuted: true });
}
