// What the rest of the extension knows of the feed: whether this edition has
// one, and how it stands. The offline edition has the types and nothing behind
// them.

import type { RulesLook, RulesRefusal, RulesState } from './rules-protocol';
import type { BadgeState } from './protocol';
import type { RulesRecord } from './rules-store';

export type FromFeedPage =
  /** A person is about to let the browser ask this address. `given`: it might before. */
  | { t: 'feed.asks'; code: string; given: boolean }
  /** What is there, and whose it is; changes nothing. */
  | { t: 'feed.look'; code: string }
  /** A person compared the fingerprint and said yes. */
  | { t: 'feed.take'; code: string }
  /** A person said no. */
  | { t: 'feed.drop' };

const longestCode = 1000;

export function isFromFeedPage(m: Record<string, unknown>): boolean {
  if (m.t === 'feed.drop') return true;
  const isCode = typeof m.code === 'string' && m.code.length <= longestCode;
  return isCode && (m.t === 'feed.look' || m.t === 'feed.take' || (m.t === 'feed.asks' && typeof m.given === 'boolean'));
}

/** How the feed stands, for the pages. */
export interface FeedStatus {
  /** Host that is asked. */
  host: string;
  /** Unix seconds of the last answer; some minutes late. 0 for none yet. */
  heard: number;
  /** Why there is no answer now, a reason of RulesRefusal; '' where there is. */
  problem: string;
  /** The browser's permission that was asked for this alone: on that host nothing is read. '' where it was there before. */
  apart: string;
}

/** What the feed needs of the background. */
export interface FeedHost {
  record(): Promise<RulesRecord>;
  look(code: string, fingerprint: string): Promise<RulesLook>;
  take(code: string, fingerprint?: string): Promise<RulesState>;
  state(): Promise<RulesState>;
  /** What stands on the badge of a tab where all is well. */
  badge(): Promise<BadgeState>;
  /** The badges have to be drawn anew. */
  told(): Promise<void>;
}

export interface FeedDoor {
  asks(code: string, given: boolean): Promise<void>;
  look(code: string): Promise<RulesLook>;
  take(code: string): Promise<RulesState>;
  /** Ends all asking and takes back the permission that was asked for it. */
  leave(): Promise<void>;
  drop(): Promise<void>;
  /** The worker wants a second look on this origin too: the permission stays theirs. */
  turnedOn(origin: string): Promise<void>;
  status(): Promise<FeedStatus | null>;
  /** Permissions that were asked for the feed alone: no content script may follow from them. */
  apart(): Promise<string[]>;
}

export type OpenFeed = (host: FeedHost) => FeedDoor | null;

/** A refusal that nothing but its reason is known of. `at` is unix seconds. */
export const refusalOf = (reason: string, at: number): RulesRefusal => ({ reason, part: '', number: 0, faults: [], at, file: '' });
