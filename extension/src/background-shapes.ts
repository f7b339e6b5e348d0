// What the background believes of a message before it acts on it: who sent it
// and whether it has the shape that protocol.ts promises. Anything else is not
// answered.

import type { Context, Framed, FramedRule, FromOwn, FromTap } from './protocol';
import { isFromAside, isFromTapAside, keepHows, type FromTapAside } from './reflection-protocol';
import { isFromRulesPage } from './rules-protocol';

const longestName = 300;

const badgeStates = [
  'checking', 'off', 'private', 'unsupported', 'partial', 'failed', 'unseen', 'stale', 'rejected', 'idle',
];

/** 'own' is a page or frame of ours, 'tap' our content script in a tab. */
export type Who = 'own' | 'tap' | 'stranger';

/** The part of runtime.MessageSender that tells who speaks. */
export interface Sender {
  id?: string;
  url?: string;
  origin?: string;
  tab?: { id?: number };
}

/**
 * Says who sent a message. `id` is runtime.id and `base` runtime.getURL('').
 * The browser fills the sender in; no page and no content script can.
 */
export function whoSent(sender: Sender, id: string, base: string): Who {
  if (sender.id !== id) return 'stranger';
  if (typeof sender.url === 'string' && sender.url.startsWith(base)) return 'own';
  return sender.tab?.id === undefined ? 'stranger' : 'tap';
}

/** Origin of the page a tap sits in; '' where it has none of its own (a sandboxed frame). */
export function originOfSender(sender: Sender): string {
  for (const address of [sender.origin, sender.url]) {
    if (!address || !URL.canParse(address)) continue;
    const { origin, hostname } = new URL(address);
    if (hostname && origin !== 'null') return origin;
  }
  return '';
}

type Bag = Record<string, unknown>;

const isBag = (v: unknown): v is Bag => typeof v === 'object' && v !== null && !Array.isArray(v);
const isName = (v: unknown): v is string => typeof v === 'string' && v.length <= longestName;
const isCount = (v: unknown): v is number => Number.isSafeInteger(v) && (v as number) >= 0;

function isCheck(m: Bag): boolean {
  return isCount(m.seq) && typeof m.text === 'string' && isBag(m.context);
}

export function isFromTap(m: unknown): m is FromTap {
  if (!isBag(m)) return false;
  switch (m.t) {
    case 'ping':
      return isName(m.site);
    case 'check':
    case 'suggest':
      return isCheck(m);
    case 'state':
      return badgeStates.includes(m.state as string);
    case 'framed':
      return isId(m.id) && typeof m.draft === 'boolean' && isList(m.asks, isRule);
    case 'framed.asked':
      return isId(m.id) && isList(m.rules, isName);
    case 'framed.left':
    case 'framed.focus':
    case 'framed.keep':
      return isId(m.id);
    case 'framed.kept':
      return isId(m.id) && (keepHows as readonly unknown[]).includes(m.how);
    default:
      return isFromTapAside(m);
  }
}

export const isAside = (m: FromTap): m is FromTapAside => m.t === 'keep' || m.t === 'tally';

/** Whether a message is for the taps of the same tab. */
export const isFramed = (m: FromTap): m is Framed => m.t.startsWith('framed');

const longestList = 100;
const isId = (v: unknown): boolean => typeof v === 'string' && /^[0-9a-f]{32}$/.test(v);
const isList = (v: unknown, is: (one: unknown) => boolean): boolean => Array.isArray(v) && v.length <= longestList && v.every(is);

function isRule(v: unknown): boolean {
  if (!isBag(v)) return false;
  const { message } = v;
  const said = isName(message) || (isBag(message) && Object.values(message).every((m) => typeof m === 'string'));
  return said && v.level === 'hold' && [v.rule, v.category, v.authority, v.cite].every(isName);
}

/** What is passed from tap to tap: the fields that protocol.ts names, and nothing that a draft could be put in beside them. */
export function cleanFramed(m: Framed): Framed {
  if (m.t === 'framed.left' || m.t === 'framed.focus' || m.t === 'framed.keep') return { t: m.t, id: m.id };
  if (m.t === 'framed.kept') return { t: m.t, id: m.id, how: m.how };
  if (m.t === 'framed.asked') return { t: m.t, id: m.id, rules: m.rules };
  const rule = ({ rule, category, level, message, authority, cite }: FramedRule): FramedRule => ({ rule, category, level, message, authority, cite });
  return { t: m.t, id: m.id, draft: m.draft, asks: m.asks.map(rule) };
}

export function isFromOwn(m: unknown): m is FromOwn {
  if (!isBag(m)) return false;
  switch (m.t) {
    case 'settings.get':
    case 'engine.retry':
    case 'all.delete':
      return true;
    case 'settings.set':
      return isBag(m.patch);
    case 'mute':
    case 'unmute':
      return isName(m.rule) && m.rule !== '';
    case 'site.off':
    case 'site.on':
      return isName(m.site) && m.site !== '';
    case 'origin.on':
    case 'origin.off':
      return isName(m.origin) && m.origin !== '';
    case 'tab.state':
      return isCount(m.tab);
    case 'check.own':
      return isCheck(m);
    default:
      return isFromAside(m) || isFromRulesPage(m);
  }
}

/** The context with nothing in it but what the engine knows. */
export function cleanContext(c: Context): Context {
  const bag = c as Bag;
  const clean: Bag = {};
  for (const name of ['site', 'account', 'audience', 'locale', 'region', 'setting']) {
    if (isName(bag[name])) clean[name] = bag[name];
  }
  for (const name of ['attachments', 'edit']) {
    if (isCount(bag[name])) clean[name] = bag[name];
  }
  return clean as Context;
}
