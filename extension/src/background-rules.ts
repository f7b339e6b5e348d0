// The background's side of an agency's rules: activation, what the badge says
// of it, and what a verdict is told that the engine does not know.

import type { Engine } from './engine';
import type { Loadable } from './engine-keeper';
import { Activation } from './rules-activation';
import { managedRules, onManagedRules, type ManagedRules } from './rules-managed';
import type { FromRulesPage, RulesState } from './rules-protocol';
import { isStale, loadable, unproved } from './rules-record';
import { rulesStore, type KeptBundle } from './rules-store';
import type { Account, BadgeState, Framed, FramedState, Verdict } from './protocol';

const seconds = () => Math.floor(Date.now() / 1000);

export class BackgroundRules {
  private readonly activation: Activation;
  /** A managed policy that was handed over since this background woke. */
  private handled = '';

  constructor(apart: () => Promise<Engine>, changed: () => Promise<void>) {
    this.activation = new Activation({ store: rulesStore, apart, changed, now: seconds });
    onManagedRules(() => void this.followPolicy());
  }

  /** What an engine of a revision may load. What it did not prove yet it proves beside its checks. */
  async loadable(revision: string): Promise<Loadable[]> {
    const { kept } = await this.activation.record();
    if (unproved(kept, revision)) void this.activation.reprove(revision);
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
        return this.activation.state();
      case 'rules.look':
        return this.activation.look(m.code);
      case 'rules.try':
        return this.activation.tryOut(m.code);
      case 'rules.take':
        return this.activation.take(m.code, 'file', m.fingerprint);
      case 'rules.leave':
        return this.leave();
      case 'rules.seen':
        return this.activation.seen();
    }
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
    const findings = verdict.findings.map((f) => ({
      ...f, account, ...(kept && bundle ? ofAgency(f.rule, kept.name, bundle) : {}),
    }));
    return { ...verdict, findings };
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
    return this.activation.leave();
  }
}

/** The state with the agency's name at the rules that are its own. */
export const named = (m: FramedState, agency: string, name: string): FramedState => ({
  ...m, asks: m.asks.map((a) => (a.rule.startsWith(`${agency}/`) ? { ...a, agency: name } : a)),
});

const policyKey = (p: ManagedRules): string => `${p.root} ${p.code}`;

function ofAgency(rule: string, agency: string, { shown }: KeptBundle): { agency: string; why: Record<string, string> } | object {
  const own = shown.rules.find((r) => `${shown.agency}/${r.id}` === rule);
  return own ? { agency, why: own.why } : {};
}
