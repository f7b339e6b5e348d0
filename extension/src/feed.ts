// The feed of the standard edition: enrolment with a server's code, and asking
// that server now and then by an alarm whether there is something new. What
// comes goes the way of a file that somebody chose: verify, prove, activate.
// When it asks depends on answers and chance alone, see feed-schedule.ts.

import { permissionFor, readCode, type FeedAddress } from './feed-address';
import { gather } from './feed-gather';
import { ask, FeedTrouble, feedUrl } from './feed-network';
import { refusalOf, type FeedDoor, type FeedHost, type FeedStatus, type OpenFeed } from './feed-protocol';
import { afterAnswer, afterFailure, pauseOf } from './feed-schedule';
import { feedStore, type FeedRecord, type FeedStore, type FollowedFeed } from './feed-store';
import { noteRequest } from './requests';
import { codeOf } from './rules-code';
import { hex, sha256 } from './rules-note';
import type { RulesLook, RulesState } from './rules-protocol';
import type { Kept } from './rules-store';

/** What of the browser and the world a feed touches; a test has its own. */
export interface FeedWorld {
  store: FeedStore;
  ask: typeof ask;
  /** Unix seconds. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  /** Rings once, in so many seconds, in place of what was set before. */
  ringIn(seconds: number): Promise<void>;
  rings(): Promise<boolean>;
  silence(): Promise<void>;
  takeBack(permission: string): Promise<void>;
}

/** Faults of this browser, or of the moment: the same head is looked at again later. */
const passing = ['stored', 'engine', 'memory'];
/** A time of an answer is written down this often, s; a write for each would wear disks for nothing. */
const heardEvery = 600;

export class Feed implements FeedDoor {
  private asking: Promise<void> | undefined;

  constructor(private readonly host: FeedHost, private readonly world: FeedWorld) {}

  async asks(code: string, given: boolean): Promise<void> {
    const address = readCode(code);
    if (typeof address === 'string') return;
    const permission = permissionFor(address.origin);
    const { followed: now, trying } = await this.world.store.read();
    if (trying !== permission) await this.giveBack(trying, now); // of an address that was never answered
    // What was asked for before the page was loaded anew is given by now, and still ours.
    await this.change((r) => ({ ...r, trying: given && trying !== permission ? '' : permission }));
  }

  async look(code: string): Promise<RulesLook> {
    const address = readCode(code);
    if (typeof address === 'string') return { ok: false, refusal: refusalOf(address, this.world.now()) };
    try {
      const { file } = await this.fetched(address, null);
      return ofCode(await this.host.look(codeOf(file), address.fingerprint), address.fingerprint);
    } catch (cause) {
      return { ok: false, refusal: refusalOf(reasonOf(cause), this.world.now()) };
    }
  }

  async take(code: string): Promise<RulesState> {
    const address = readCode(code);
    const before = await this.world.store.read();
    try {
      if (typeof address === 'string') throw new FeedTrouble('feed-other');
      const { file, tag } = await this.fetched(address, null);
      const look = ofCode(await this.host.look(codeOf(file), address.fingerprint), address.fingerprint);
      if (!look.ok) return { ...(await this.host.state()), refusal: look.refusal };
      const asked = asksOf(before).includes(permissionFor(address.origin));
      const to = followed(address, asked, tag, this.world.now());
      return await this.move(before, to, () => this.host.take(codeOf(file), address.fingerprint));
    } catch (cause) {
      return { ...(await this.host.state()), refusal: refusalOf(reasonOf(cause), this.world.now()) };
    }
  }

  /** Follows another address while `take` takes what is there; where that fails, what was followed stays so. */
  private async move(before: FeedRecord, to: FollowedFeed, take: () => Promise<RulesState>): Promise<RulesState> {
    const [old = ''] = asksOf({ ...before, trying: '' });
    await this.world.store.keep({ followed: to, trying: old }); // apart until it is given back
    const state = await take().catch(async (cause) => {
      await this.world.store.keep(before);
      throw cause;
    });
    if (state.view?.source !== 'feed' || state.refusal !== null) {
      await this.world.store.keep(before);
      return state;
    }
    for (const permission of asksOf(before)) await this.giveBack(permission, to);
    await this.change((r) => ({ ...r, trying: '' }));
    await this.world.ringIn(afterAnswer(this.world.random()));
    return state;
  }

  async drop(): Promise<void> {
    const { followed: now, trying } = await this.world.store.read();
    await this.giveBack(trying, now);
    await this.change((r) => ({ ...r, trying: '' }));
  }

  async turnedOn(origin: string): Promise<void> {
    const permission = permissionFor(origin);
    const record = await this.world.store.read();
    if (!asksOf(record).includes(permission)) return;
    const { followed: now, trying } = record;
    const theirs = now && permissionFor(now.origin) === permission;
    await this.world.store.keep({ followed: theirs ? { ...now, asked: false } : now, trying: trying === permission ? '' : trying });
  }

  /** Takes back a permission that was asked for ('' for none), unless what is followed lives by it. */
  private async giveBack(permission: string, now: FollowedFeed | null): Promise<void> {
    if (permission !== '' && !asksOf({ followed: now, trying: '' }).includes(permission)) await this.world.takeBack(permission);
  }

  async leave(): Promise<void> {
    const permissions = await this.apart();
    await this.world.store.keep({ followed: null, trying: '' });
    await this.world.silence();
    for (const p of permissions) await this.world.takeBack(p);
  }

  async status(): Promise<FeedStatus | null> {
    const now = await this.following();
    return now && { host: new URL(now.origin).host, heard: now.heard, problem: now.problem, apart: now.asked ? permissionFor(now.origin) : '' };
  }

  async apart(): Promise<string[]> {
    return asksOf(await this.world.store.read());
  }

  /** When the background wakes, whatever woke it: an alarm that was lost is set again, and nothing is asked. */
  async wake(): Promise<void> {
    if ((await this.following()) && !(await this.world.rings())) await this.world.ringIn(afterAnswer(this.world.random()));
  }

  /** When the browser starts: what was begun and never said yes to is taken back. */
  async tidy(): Promise<void> {
    const { followed: now } = await this.world.store.read();
    if (now && !(await this.following())) return this.leave();
    await this.drop();
    await this.wake();
  }

  /** The alarm rang. One asking at a time. */
  rang(): Promise<void> {
    this.asking ??= this.round().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async round(): Promise<void> {
    const now = await this.following();
    if (!now) return this.world.silence();
    // First, so that a background that dies on the way is called again.
    await this.world.ringIn(afterFailure(now.failures + 1, 0, this.world.random()));
    const { tag, problem, pause } = await this.once(now);
    const still = await this.following();
    if (!still) return this.world.silence(); // left meanwhile
    if (!isSame(still, now)) return; // another is followed meanwhile, and has its alarm
    const failures = problem ? now.failures + 1 : 0;
    await this.world.ringIn(problem ? afterFailure(failures, pause, this.world.random()) : afterAnswer(this.world.random()));
    const badge = await this.host.badge();
    await this.noted(now, { tag, problem, failures, badge, heard: problem ? now.heard : this.world.now() });
    if (badge !== now.badge) await this.host.told();
  }

  private async noted(now: FollowedFeed, is: Pick<FollowedFeed, 'tag' | 'problem' | 'failures' | 'badge' | 'heard'>): Promise<void> {
    const same = is.tag === now.tag && is.problem === now.problem && is.failures === now.failures && is.badge === now.badge;
    if (same && is.heard < now.heard + heardEvery) return;
    await this.change((r) => (r.followed ? { ...r, followed: { ...r.followed, ...is } } : r)).catch(() => null); // a full disk: the alarm stands
  }

  /** Asks once, and takes what is new. */
  private async once(now: FollowedFeed): Promise<{ tag: string; problem: string; pause: number }> {
    try {
      const answer = await this.world.ask(now, 'head', now.tag);
      if (answer.kind === 'same') return { tag: now.tag, problem: '', pause: 0 };
      if (answer.kind === 'gone') throw new FeedTrouble('feed-gone');
      const { kept } = await this.host.record();
      const { file, tag } = await this.fetched(now, kept, answer.bytes);
      if (!isSame(await this.following(), now)) return { tag: now.tag, problem: '', pause: 0 }; // nobody waits for it any more
      const { refusal } = await this.host.take(codeOf(file));
      if (refusal && passing.includes(refusal.reason)) return { tag: now.tag, problem: refusal.reason, pause: 0 };
      return { tag, problem: '', pause: 0 };
    } catch (cause) {
      const pause = cause instanceof FeedTrouble ? pauseOf(cause.retryAfter, this.world.now()) : 0;
      return { tag: now.tag, problem: reasonOf(cause), pause };
    }
  }

  /** What of an address is newer than what is kept, as a file, and the tag of its head. At enrolment all of it. */
  private async fetched(address: FeedAddress, kept: Kept | null, head?: Uint8Array<ArrayBuffer>): Promise<{ file: Uint8Array<ArrayBuffer>; tag: string }> {
    const newest = head ?? (await this.head(address));
    return { file: await gather((path) => this.world.ask(address, path), newest, kept), tag: await tagOf(newest) };
  }

  private async head(address: FeedAddress): Promise<Uint8Array<ArrayBuffer>> {
    const answer = await this.world.ask(address, 'head');
    if (answer.kind !== 'given') throw new FeedTrouble('feed-gone');
    return answer.bytes;
  }

  /** What is followed; null where the agency was left, or came by a file. */
  private async following(): Promise<FollowedFeed | null> {
    const [{ followed: now }, { kept }] = await Promise.all([this.world.store.read(), this.host.record()]);
    return kept?.source === 'feed' ? now : null;
  }

  private async change(to: (r: FeedRecord) => FeedRecord): Promise<void> {
    await this.world.store.keep(to(await this.world.store.read()));
  }
}

/** The permissions that were asked for the feed alone. */
function asksOf({ followed: now, trying }: FeedRecord): string[] {
  return [...new Set([now?.asked ? permissionFor(now.origin) : '', trying])].filter((p) => p !== '');
}

const isSame = (a: FeedAddress | null, b: FeedAddress): boolean => a?.origin === b.origin && a.capability === b.capability;

function followed({ origin, capability }: FeedAddress, asked: boolean, tag: string, now: number): FollowedFeed {
  return { origin, capability, asked, tag, failures: 0, problem: '', heard: now, badge: 'checking' };
}

/** Of a root that is not the code's, it is the code that has to be said. */
function ofCode(look: RulesLook, fingerprint: string): RulesLook {
  if (look.ok || look.refusal.reason !== 'foreign-root' || look.refusal.have !== fingerprint) return look;
  return { ok: false, refusal: { ...look.refusal, reason: 'feed-root' } };
}

const reasonOf = (cause: unknown): string => (cause instanceof FeedTrouble ? cause.reason : 'engine');

/** As internal/feed writes it: of the bytes, so that nobody can put a mark in it. */
async function tagOf(head: Uint8Array<ArrayBuffer>): Promise<string> {
  return `"${hex(await sha256(head)).slice(0, 32)}"`;
}

const alarm = 'feed';

/** What the network module is not to know of: the Prove it page's list of what was asked for. */
const noted: typeof ask = (address, path, tag) => {
  noteRequest(feedUrl(address, path));
  return ask(address, path, tag);
};

const browserWorld: FeedWorld = {
  store: feedStore,
  ask: noted,
  now: () => Math.floor(Date.now() / 1000),
  random: Math.random,
  ringIn: async (seconds) => void (await chrome.alarms.create(alarm, { delayInMinutes: seconds / 60 })),
  rings: async () => (await chrome.alarms.get(alarm)) !== undefined,
  silence: async () => void (await chrome.alarms.clear(alarm)),
  takeBack: async (permission) => void (await chrome.permissions.remove({ origins: [permission] })),
};

export const openFeed: OpenFeed = (host) => {
  const feed = new Feed(host, browserWorld);
  const calmly = (work: Promise<void>): void => void work.catch(() => null); // no storage now: the next waking looks again
  chrome.alarms.onAlarm.addListener((a) => a.name === alarm && calmly(feed.rang()));
  chrome.runtime.onStartup.addListener(() => calmly(feed.tidy()));
  chrome.runtime.onInstalled.addListener(() => calmly(feed.tidy()));
  calmly(feed.wake());
  return feed;
};
