// Activation: from a file to rules in force. Verify, prove in slices, keep, in
// that order and one file at a time; the rules in force serve meanwhile. What
// changes changes in one write of the whole record, so that a browser that
// dies at any step starts with the state before or the state after.

import type { Engine } from './engine';
import { bundleIn, show, verify, type Believed, type Shown } from './engine-rules';
import { fileOf } from './rules-code';
import { changesBetween } from './rules-changes';
import { pace, proveBundle, type Pace } from './rules-proof';
import type { RulesLook, RulesProgress, RulesRefusal, RulesSource, RulesState, RulesTrial } from './rules-protocol';
import { louder, newer } from './rules-raises';
import { fileFrom, notesWith } from './rules-hand-on';
import { readTrial } from './rules-trial';
import { freshest, promote, rulesView, unproved } from './rules-record';
import type { Kept, KeptBundle, RulesRecord, RulesStore } from './rules-store';

export interface ActivationHost {
  store: RulesStore;
  /** An engine apart from the one that checks: what breaks it breaks no check. */
  apart(): Promise<Engine>;
  /** Unix seconds. */
  now(): number;
  /** Other rules are in force now. */
  changed(): Promise<void>;
  pace?: Pace;
}

/** The bundles of a record. */
const parts = ['current', 'previous', 'next'] as const;

/** Thrown inside; every one ends in the record or at the page that asked. */
class Refuse extends Error {
  constructor(readonly refusal: Partial<RulesRefusal> & { reason: string }) {
    super(refusal.reason);
  }
}

export class Activation {
  private known?: Promise<RulesRecord>;
  private progress: RulesProgress | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private settling: Promise<void> = Promise.resolve();

  constructor(private readonly host: ActivationHost) {}

  async state(): Promise<RulesState> {
    const { kept, refusal } = await this.record();
    await this.settling;
    return { view: kept && rulesView(kept, this.host.now()), refusal, progress: this.progress };
  }

  /** The record, with what waited put in force if its day has come. */
  async record(): Promise<RulesRecord> {
    this.known ??= this.host.store.read();
    const record = await this.known.catch((cause) => {
      this.known = undefined;
      throw cause;
    });
    const due = promote(record, this.host.now());
    if (!due) return record;
    await this.keep(due).catch(() => (this.known = Promise.resolve(due))); // a full disk: in force all the same
    this.settling = this.host.changed(); // not awaited here: an engine that is starting waits for this record
    return due;
  }

  /** Says what is in a file and whose it is, before anybody says yes. Nothing is kept. A given fingerprint has to be of one of its roots. */
  async look(code: string, given?: string): Promise<RulesLook> {
    try {
      const { kept } = await this.record();
      const engine = await this.host.apart();
      if (given) await this.believe(code, engine, null, given);
      const { answer } = await this.believe(code, engine, kept, given);
      const { name, pins, fingerprint, need, approvers } = answer;
      return { ok: true, name, agency: pins.agency, fingerprint: given ?? fingerprint, need, approvers, seq: pins.seq, enrolled: kept !== null };
    } catch (cause) {
      return { ok: false, refusal: this.refusal(cause) };
    }
  }

  /** Tries a release that is not to be taken. Nothing is kept. */
  async tryOut(code: string): Promise<RulesTrial> {
    try {
      const file = fileOf(code);
      const trial = file && (await readTrial(file));
      if (!trial) throw new Refuse({ reason: file ? 'blob-hash' : 'no-code', part: 'file' });
      const { kept } = await this.record();
      const shown = await this.prove(await this.host.apart(), trial.bundle);
      refuseForeign(trial.about.agency, shown);
      const before = kept?.pins.agency === trial.about.agency ? (kept.current?.shown ?? null) : null;
      return { ok: true, about: trial.about, changes: changesBetween(before, shown) };
    } catch (cause) {
      return { ok: false, refusal: this.refusal(cause) };
    } finally {
      this.progress = null;
    }
  }

  take(code: string, source: RulesSource, fingerprint?: string): Promise<RulesState> {
    return this.inTurn(async () => {
      const record = await this.record();
      if (source === 'feed' && !fingerprint && !record.kept) return; // left while it was fetched
      try {
        await this.activate(code, source, fingerprint, record);
      } catch (cause) {
        // Before the record is asked again: the rules in force are untouched.
        const file = fileOf(code);
        const refusal = { ...this.refusal(cause), file: file ? await digest(file) : '' };
        if (source === 'feed' && refusal.reason !== 'fork' && isFork(record)) return; // the worse news stays until it was read
        const refused = { ...record, refusal, ...(file && refusal.reason === 'fork' ? { evidence: file } : {}) };
        await this.keep(refused).catch(() => (this.known = Promise.resolve(refused)));
      }
    });
  }

  /** True where the file was taken or refused before. Asks no engine. */
  async isKnown(code: string): Promise<boolean> {
    const file = fileOf(code);
    const { kept, refusal } = await this.record();
    const sum = file && (await digest(file));
    return !!sum && (kept?.taken === sum || refusal?.file === sum);
  }

  /** What a browser has of the agency, as a file; null where its bundle is not here. */
  async file(): Promise<Uint8Array<ArrayBuffer> | null> {
    const { kept } = await this.record();
    return kept && fileFrom(kept);
  }

  leave(): Promise<RulesState> {
    return this.inTurn(async () => {
      const { kept, refusal } = await this.record();
      if (!kept && !refusal) return;
      await this.keep({ kept: null, refusal: null });
      await this.host.changed();
    });
  }

  seen(): Promise<RulesState> {
    return this.inTurn(async () => this.keep({ kept: (await this.record()).kept, refusal: null }));
  }

  /**
   * Proves again what another engine proved. What no longer holds is set aside and
   * the one before serves. Where the engine itself breaks, the bundle waits, not
   * loaded, for the next engine.
   */
  reprove(revision: string): Promise<RulesState> {
    return this.inTurn(async () => {
      const record = await this.record();
      if (!record.kept || !unproved(record.kept, revision)) return;
      const kept = { ...record.kept };
      let { refusal } = record;
      for (const which of parts) {
        const bundle = kept[which];
        if (!bundle || bundle.provedBy === revision) continue;
        const engine = await this.host.apart();
        try {
          await this.prove(engine, bundle.bytes);
          kept[which] = { ...bundle, provedBy: revision };
          if (refusal?.reason === 'engine' && refusal.number === bundle.seq) refusal = null;
        } catch (cause) {
          if (cause instanceof Refuse) kept[which] = null;
          refusal = { ...this.refusal(cause), number: bundle.seq };
        }
      }
      await this.keep({ ...record, kept, refusal });
      // Who is told loads anew, and has what is unproved proved again.
      if (parts.some((which) => kept[which] !== record.kept![which])) await this.host.changed();
    });
  }

  private async activate(code: string, source: RulesSource, fingerprint: string | undefined, { kept, refusal, evidence }: RulesRecord): Promise<void> {
    this.progress = { step: 'verify', done: 0, of: 1 };
    if (!kept && !fingerprint) throw new Refuse({ reason: 'foreign-root', part: 'root' });
    const engine = await this.host.apart();
    const { answer, file } = await this.believe(code, engine, kept, fingerprint);
    const have = [kept?.current, kept?.next].find((b) => b && b.seq === answer.pins.seq && b.provedBy === engine.revision);
    const bundle = have ?? (await this.proved(engine, answer, bundleIn(answer, file)));
    if (kept?.current && !have) refuseHiddenRaise(answer, kept, kept.current.shown, bundle.shown);
    this.progress = { step: 'keep', done: 0, of: 1 };
    const fresh = { ...freshest(kept, answer, bundle, source, this.host.now()), notes: notesWith(kept, answer, file), taken: await digest(file) };
    // What a server brings by itself does not put away a fork that nobody has read of.
    const unread = source === 'feed' && isFork({ refusal });
    await this.keep({ kept: fresh, ...(unread ? { refusal, evidence } : { refusal: null }) }).catch(() => {
      throw new Refuse({ reason: 'stored' });
    });
    await this.host.changed();
  }

  private async believe(code: string, engine: Engine, kept: Kept | null, fingerprint: string | undefined): Promise<{ answer: Believed; file: Uint8Array<ArrayBuffer> }> {
    const file = fileOf(code);
    if (!file) throw new Refuse({ reason: 'no-code', part: 'file' });
    const pins = kept?.pins ?? (fingerprint ? { root: fingerprint } : undefined);
    const answer = verify(engine, { now: this.host.now(), pins, firstUse: !pins }, file);
    if (!answer.ok) throw new Refuse(answer);
    return { answer, file };
  }

  private async proved(engine: Engine, answer: Believed, bytes: Uint8Array<ArrayBuffer>): Promise<KeptBundle> {
    const shown = await this.prove(engine, bytes);
    refuseForeign(answer.pins.agency, shown);
    return { seq: answer.pins.seq, bytes, shown, provedBy: engine.revision, actsFrom: answer.acts_from };
  }

  private async prove(engine: Engine, bytes: Uint8Array): Promise<Shown> {
    const told = (done: number, of: number) => (this.progress = { step: 'prove', done, of });
    const { faults, unreadable } = await proveBundle(engine, bytes, told, this.host.pace ?? pace);
    if (unreadable && faults.length === 0) throw new Refuse({ reason: newerKind.test(unreadable) ? 'schema' : 'malformed', part: 'bundle' });
    const shown = faults.length === 0 && !unreadable ? show(engine, bytes) : null;
    if (!shown) throw new Refuse({ reason: 'proof', part: 'bundle', faults });
    return shown;
  }

  private refusal(cause: unknown): RulesRefusal {
    const none: RulesRefusal = { reason: 'engine', part: '', number: 0, faults: [], at: this.host.now(), file: '' };
    if (!(cause instanceof Refuse)) return none; // a fault of ours or of the storage
    const { reason, part, number, signed, need, have, got, faults } = { ...none, ...cause.refusal };
    return { reason, part, number, signed, need, have, got, faults, at: none.at, file: '' };
  }

  private async keep(record: RulesRecord): Promise<void> {
    await this.host.store.keep(record);
    this.known = Promise.resolve(record);
  }

  private inTurn(work: () => Promise<void>): Promise<RulesState> {
    const mine = this.queue.then(work).finally(() => (this.progress = null)).then(() => this.state());
    this.queue = mine.catch(() => null);
    return mine;
  }
}

/** How the engine begins where a bundle is of a schema it does not know yet. */
const newerKind = /^update needed/;

/** A release names its agency, and the bundle in it too; a signature does not look whether they are one. */
function refuseForeign(agency: string, bundle: Shown): void {
  if (bundle.agency !== agency) throw new Refuse({ reason: 'bundle-agency', part: 'bundle' });
}

const isFork = ({ refusal }: Pick<RulesRecord, 'refusal'>): boolean => refusal?.reason === 'fork';

async function digest(file: Uint8Array<ArrayBuffer>): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', file));
  return [...sum].map((b) => b.toString(16).padStart(2, '0')).join('');
}

/** Where one person publishes alone, staff see a louder rule a day before it acts, so the release has to say so. */
function refuseHiddenRaise({ need, releases }: Believed, kept: Kept, before: Shown, after: Shown): void {
  const said = newer(releases, kept.current?.seq ?? 0).some((r) => r.raises);
  if (need === 1 && !said && louder(before, after)) throw new Refuse({ reason: 'raises', part: 'release', number: releases.at(-1)?.seq });
}
