// What is kept of the feed, beside the rules: whom to ask, and how the last
// asking went. Nothing of it says what was done in a tab.

import type { FeedAddress } from './feed-address';
import type { BadgeState } from './protocol';
import { readShelf, writeShelf } from './rules-store';

const key = 'feed';

export interface FollowedFeed extends FeedAddress {
  /** The browser's permission was asked for this alone, and goes with it. */
  asked: boolean;
  /** Of the head that was dealt with last, reckoned here: a server cannot mark a browser by it. */
  tag: string;
  /** In a row, until now. */
  failures: number;
  /** Why there was no answer the last time, a reason of RulesRefusal; '' where there was. */
  problem: string;
  /** Unix seconds of an answer, some minutes late. */
  heard: number;
  /** What the badges were last told. */
  badge: BadgeState;
}

export interface FeedRecord {
  followed: FollowedFeed | null;
  /** Asked of the browser for an address that nobody said yes to yet: a permission pattern, or ''. */
  trying: string;
}

export interface FeedStore {
  read(): Promise<FeedRecord>;
  keep(record: FeedRecord): Promise<void>;
}

export const feedStore: FeedStore = {
  async read() {
    return (await readShelf<FeedRecord>(key)) ?? { followed: null, trying: '' };
  },
  keep: (record) => writeShelf(key, record),
};
