// The background's side of an agency's rules: activation, what the badge says
// of it, and what a verdict is told that the engine does not know.

import { openFeed } from '#feed';
import type { Engine } from './engine';
import type { Loadable } from './engine-keeper';
import { refusalOf, type FeedDoor, type FromFeedPage } from './feed-protocol';
import { Activation } from './rules-activation';
import { codeOf } from './rules-code';
import { dressed } from './rules-dress';
import { managedRules, onManagedRules, type ManagedRules } from './rules-managed';
import type { FromRulesPage, RulesFile, RulesState } from './rules-protocol';
import { isStale, loadable, unproved } from './rules-record';
import { rulesStore } from './rules-store';
import type { Account, BadgeState, Framed, FramedState, Verdict } from './protocol';

const seconds = () => Math.floor(Date.now() / 1000);

export class BackgroundRules {
  private readonly activation: Activation;
  /** A managed policy that was handed over since this background woke. */
  private handled = '';
  /** None in the offline edition. */
  private readonly feed: FeedDoor | null;

  constructor(apart: () => Promise<Engine>, changed: () => Promise<void>) {
    const activation = (this.activation = new Activation({ store: rulesStore, apart, changed, now: seconds }));
    this.feed = openFeed({
      record: () => activation.record(), state: () => activation.state(), look: (code, root) => activation.look(code, root),
      take: (code, root) => activation.take(code, 'feed', root), badge: () => this.badge(), told: changed,
    });
    onManagedRules(() => void this.followPolicy().catch(() => null));
  }

  /** What an engine of a revision may load. What it did not prove yet it proves beside its checks. */
  async loadable(revision: string): Promise<Loadable[]> {
    const { kept } = await this.activation.record();
    if (unproved(kept, revision)) void this.activation.reprove(revision).catch(() => null); // no engine now: the next one asks again
    return loadable(kept, revision);
  }

  /** What stands on the badge of a tab where all is well: something about the rules, if there is. */
  async badge(): Promise<BadgeState> {
    const { kept, refusal } = await this.activation.record().catch(() => ({ kept: null, refusal: null }));
    if (refusal) return 'rejected';
    return isStale(kept, seconds()) ? 'stale' : 'checking';
  }

  async answer(m: FromRulesPage): Promise<unknown> {
    switch (m.t) {
      case 'rules.get':
        return this.withFeed(this.activation.state());
      case 'rules.look':
        return this.activation.look(m.code);
      case 'rules.try':
        return this.activation.tryOut(m.code);
      case 'rules.take':
        return this.withFeed(this.activation.take(m.code, 'file', m.fingerprint));
      case 'rules.leave':
        return this.leave();
      case 'rules.file':
        return this.file();
      case 'rules.evidence':
        return this.evidence();
      case 'rules.seen':
        return this.withFeed(this.activation.seen());
      default:
        return this.answerFeed(m);
    }
  }

  /** Permissions that do not mean "Turn on here". */
  async apart(): Promise<string[]> {
    return (await this.feed?.apart().catch(() => [])) ?? [];
  }

  /** "Turn on here", which may be said of the host that the feed is on. */
  async turnedOn(origin: string): Promise<void> {
    await this.feed?.turnedOn(origin).catch(() => null);
  }

  private async answerFeed(m: FromFeedPage): Promise<unknown> {
    const { feed } = this;
    if (!feed) return { ok: false, refusal: refusalOf('feed-edition', seconds()) };
    switch (m.t) {
      case 'feed.asks':
        return feed.asks(m.code, m.given);
      case 'feed.look':
        return feed.look(m.code);
      case 'feed.take':
        return this.withFeed(feed.take(m.code));
      case 'feed.drop':
        return feed.drop();
    }
  }

  private async withFeed(state: Promise<RulesState>): Promise<RulesState> {
    return { ...(await state), feed: (await this.feed?.status()) ?? null };
  }

  private async evidence(): Promise<RulesFile> {
    const { kept, evidence } = await this.activation.record();
    return { code: evidence ? codeOf(evidence) : '', name: `${kept?.pins.agency}-fork.rbundle` };
  }

  private async file(): Promise<RulesFile> {
    const file = await this.activation.file();
    const { kept } = await this.activation.record();
    return { code: file ? codeOf(file) : '', name: `${kept?.pins.agency}-${kept?.pins.seq}.rbundle` };
  }

  /** Takes what the browser's own policy brings, once for each that it brings. */
  async followPolicy(): Promise<void> {
    const policy = await managedRules();
    if (!policy || policyKey(policy) === this.handled) return;
    this.handled = policyKey(policy);
    const { view, refusal } = await this.activation.state();
    const settled = view?.source === 'managed' || refusal !== null;
    if (settled && (await this.activation.isKnown(policy.code))) return;
    await this.activation.take(policy.code, 'managed', policy.root);
  }

  /** Adds to a verdict whose rules they are, why, and whose account it is. */
  async dress(verdict: Verdict, account: Account): Promise<Verdict> {
    const { kept } = await this.activation.record().catch(() => ({ kept: null }));
    const bundle = [kept?.current, kept?.previous].find((b) => b && b.seq === verdict.bundle.seq);
    return dressed(verdict, account, kept && bundle ? { name: kept.name, shown: bundle.shown } : undefined);
  }

  /** Adds to rules that a tap in a frame names whose they are: the page around holds the press and asks. */
  async whose(m: Framed): Promise<Framed> {
    if (m.t !== 'framed') return m;
    const { kept } = await this.activation.record().catch(() => ({ kept: null }));
    return kept ? named(m, kept.pins.agency, kept.name) : m;
  }

  /** Lets go of what is remembered of an agency, a managed one too: its policy brings it again at the next start. */
  forget(): Promise<RulesState> {
    return this.activation.leave();
  }

  /** A browser that the agency manages leaves it when the policy does. */
  private async leave(): Promise<RulesState> {
    const state = await this.activation.state();
    if (state.view?.source === 'managed' && (await managedRules())) return state;
    await this.feed?.leave();
    return this.activation.leave();
  }
}

/** The state with the agency's name at the rules that are its own. */
export const named = (m: FramedState, agency: string, name: string): FramedState => ({
  ...m, asks: m.asks.map((a) => (a.rule.startsWith(`${agency}/`) ? { ...a, agency: name } : a)),
});

const policyKey = (p: ManagedRules): string => `${p.root} ${p.code}`;
