// One draft in one composer: its text, the verdict that stands, and what the
// worker already answered. Lives in memory and dies with the draft.

import { Attachments } from './attachments';
import { Call } from './call';
import type { Composer } from './composer';
import { findingKey, wordsOf } from './finding-key';
import { Ledger } from './ledger';
import type { CardFinding, Coverage, Finding, Level, Verdict } from './protocol';
import { editBetween, move, type Edit, type Place } from './remap';
import type { Piece } from './extract';

export interface Standing {
  finding: Finding;
  /** The draft as it was judged, and where its words were in it. */
  judged: { text: string; places: readonly Place[] };
  /** Where its words are now; null for those that were edited. */
  places: (Place | null)[];
  key: string;
  /** For a finding on several drafts that go out together: its share in each, in order. */
  among?: { session: Session; standing: Standing }[];
}

/** How long "Post as is" holds for a page that has not taken the post yet, ms. */
export const passTime = 30_000;
/** The second half of a double press, and what the page makes of the first, ms. */
const doublePress = 700;

const RANK: Record<Level, number> = { clear: 0, note: 1, caution: 2, hold: 3 };

export function higher(a: Level, b: Level): Level {
  return RANK[a] >= RANK[b] ? a : b;
}

export class Session {
  text = '';
  pieces: Piece[] = [];
  /** Offset after the last edit. */
  caret = 0;
  /** There was more of the draft than could be read. */
  private partial = false;
  /** How long the last read took, ms. */
  cost = 0;
  /** The last verdict, and the exact text and number of attachments it is for. */
  verdict: { of: Verdict; text: string; attached: number } | null = null;
  /** Pictures and videos that go with the draft, when last looked for. */
  private attached = 0;
  /** A press that posts went through: what empties the box now is the post. */
  posting = false;
  /** A plain Enter emptied this box before: on this site it posts. */
  entersPost = false;
  lastKeyEnter = false;
  /** How many posts this box has seen off. */
  sent = 0;
  /** The selection when the focus left; some editors drop theirs then. */
  left: Range | null = null;
  readonly attachments = new Attachments(() => this.composer);
  readonly call = new Call();
  readonly ledger = new Ledger();
  private standing: Standing[] = [];
  /** What this draft and others say together. */
  private shared: Standing[] = [];
  private sharedKinds: string[] = [];
  private sharedBy: object | null = null;
  private readonly dismissed = new Set<string>();
  private readonly asked = new Set<string>();
  /** "Post as is" for these findings: good for one press of the worker's, and not for ever. */
  private pass: { keys: ReadonlySet<string>; until: number } | null = null;
  private readonly variants = new Map<string, number>();

  constructor(public composer: Composer) {}

  /** The composer is gone: keeps the draft, lets go of the page's nodes. */
  outlive(): void {
    const { text } = this;
    this.composer = { box: document.createElement('div'), site: this.composer.site, field: null, read: () => ({ text, pieces: [] }) };
    this.pieces = [];
    this.left = null;
    this.attachments.release();
  }

  get live(): boolean {
    return this.composer.box.isConnected;
  }

  get checked(): boolean {
    return this.verdict !== null && this.verdict.text === this.text && this.verdict.attached === this.attached;
  }

  /** How much of the draft was read. */
  get coverage(): Coverage {
    const read = this.verdict?.of.coverage ?? 'full';
    return read === 'full' && this.partial ? 'partial' : read;
  }

  /** Looks for what is attached; how many there are. */
  look(): number {
    return (this.attached = this.attachments.count());
  }

  /** Reads the draft again; true where it changed. */
  read(): boolean {
    const began = performance.now();
    const now = this.composer.read();
    this.cost = performance.now() - began;
    this.pieces = now.pieces;
    this.partial = now.partial ?? false;
    const edit = editBetween(this.text, now.text);
    if (!edit) return false;
    this.text = now.text;
    this.caret = edit.newEnd;
    for (const s of [...this.standing, ...this.shared]) s.places = after(s, edit, now.text);
    if (now.text.trim() === '') this.emptied();
    return true;
  }

  /** Takes the verdict for exactly this text. */
  take(verdict: Verdict, text: string, attached = this.attached): void {
    this.verdict = { of: verdict, text, attached };
    this.standing = verdict.findings.map((finding) => {
      const places = finding.spans.map(({ start, end }) => ({ start, end }));
      return { finding, judged: { text, places }, places, key: findingKey(finding.rule, wordsOf(text, finding.spans)) };
    });
  }

  /** Takes what this draft says together with others, as by judged it; it adds to what it says alone. */
  takeShared(shared: Standing[], kinds: string[], by: object | null): void {
    this.shared = shared;
    this.sharedKinds = kinds;
    this.sharedBy = by;
  }

  /** Whether what by judged is known here; an emptied box forgets it. */
  sharesBy(by: object): boolean {
    return this.sharedBy === by;
  }

  /** Findings whose words all stand as they were judged and that were not dismissed. */
  findings(): Standing[] {
    const own = this.standing.filter((s) => !this.dismissed.has(s.key) && stands(s));
    const more = this.more(own);
    return [...own.filter((o) => !more.some((m) => m.finding.rule === o.finding.rule)), ...more];
  }

  // Of what is shared: what this draft alone does not say as loudly.
  private more(own: readonly Standing[]): Standing[] {
    return this.shared.filter((s) => !this.dismissed.has(s.key) && stands(s)
      && !own.some((o) => o.finding.rule === s.finding.rule && RANK[o.finding.level] >= RANK[s.finding.level]));
  }

  /** What is drawn: also the untouched words of a finding that was edited in part. */
  marks(): { place: Place; level: Level }[] {
    const more = this.more(this.standing.filter((s) => !this.dismissed.has(s.key) && stands(s)));
    const own = this.standing.filter((s) => !this.dismissed.has(s.key) && !more.some((m) => m.finding.rule === s.finding.rule));
    return [...own, ...more].flatMap((s) => s.places.flatMap((place) => (place ? [{ place, level: s.finding.level }] : [])));
  }

  level(): Level {
    return this.findings().reduce<Level>((l, s) => higher(l, s.finding.level), 'clear');
  }

  /** Findings for which Post is to ask: held, standing, never answered on this draft, and without a pass. */
  toAsk(): Standing[] {
    const passed = this.pass && performance.now() < this.pass.until ? this.pass.keys : null;
    return this.findings().filter((s) => s.finding.level === 'hold' && !this.asked.has(s.key) && !passed?.has(s.key)
      && (s.among?.[0]?.session ?? this) === this);
  }

  setAsked(findings: readonly Standing[]): void {
    for (const s of findings) for (const one of this.sharing(s)) one.asked.add(s.key);
  }

  /** The worker said "Post as is" about findings: one pass, for them and this draft. */
  allow(findings: readonly Standing[]): void {
    for (const s of findings) for (const one of this.sharing(s)) one.letPass(s.key);
  }

  private letPass(key: string): void {
    const now = performance.now();
    const before = this.pass && now < this.pass.until ? this.pass.keys : [];
    this.pass = { keys: new Set([...before, key]), until: now + passTime };
  }

  // An answer about what several drafts say together is for each of them: which
  // one asks can change, where a part before it is taken away. It is about a rule
  // and its words, all of which the worker had before them; what a part says in
  // other words, or of other words, is asked about by itself.
  private sharing(s: Standing): readonly Session[] {
    return s.among?.map(({ session }) => session) ?? [this];
  }

  /** The worker's own press went to the page: the pass ends with it. */
  spend(): void {
    if (this.pass) this.pass.until = Math.min(this.pass.until, performance.now() + doublePress);
  }

  /** The worker answered what the rule found; the way back from that. */
  dismiss(rule: string): () => void {
    this.call.answered(rule);
    const back = [this.ledger.dismiss(categoriesOf(this.findings().filter((s) => s.finding.rule === rule)))];
    const drop = (key: string, { dismissed }: Session): void => {
      if (dismissed.has(key)) return;
      dismissed.add(key);
      back.push(() => dismissed.delete(key));
    };
    for (const s of this.standing) if (s.finding.rule === rule) drop(s.key, this);
    for (const s of this.shared) if (s.finding.rule === rule) for (const { session } of s.among ?? []) drop(s.key, session);
    return () => back.forEach((step) => step());
  }

  card(s: Standing, region: string): CardFinding {
    const { rule, category, level, message, authority, cite, agency, why, account } = s.finding;
    const words = [...new Set((s.among ?? [{ session: this, standing: s }]).flatMap(({ session: { text }, standing }) =>
      wordsOf(text, standing.places.filter((p) => p !== null))))];
    return { rule, category, level, message, authority, cite, words, variant: this.variant(rule), region, agency, why, account };
  }

  /** A press that posts it goes to the page. */
  leaves(): void {
    this.posting = true;
    this.ledger.leaves(categoriesOf(this.findings()));
  }

  /** Where its text is not here, has it kept for later where it is, and says so. */
  keptThere(): boolean {
    return false;
  }

  /** Its composer was given the focus. */
  refocused(): void {}

  /** Kinds of details by which the person could be picked out. */
  parts(): string[] {
    const own = this.verdict ? this.verdict.of.combination.parts.map((p) => p.kind) : [];
    return [...new Set([...own, ...(this.shared.some(stands) ? this.sharedKinds : [])])];
  }

  // By rule, not by words: the question stays the same while they are written.
  private variant(rule: string): number {
    const known = this.variants.get(rule);
    if (known !== undefined) return known;
    const drawn = crypto.getRandomValues(new Uint8Array(1))[0]! & 3;
    this.variants.set(rule, drawn);
    return drawn;
  }

  private emptied(): void {
    this.verdict = null;
    this.standing = [];
    this.takeShared([], [], null);
    if (this.text === '' && this.lastKeyEnter && !this.posting) this.entersPost = this.posting = true;
    if (!this.posting) return; // cut and paste is still the same draft
    this.posting = false;
    this.sent++;
    this.attachments.clear();
    this.forget();
    this.variants.clear();
  }

  /** What the worker answered no longer holds: the draft went out, or may have while nobody read along. */
  forget(): void {
    this.dismissed.clear();
    this.asked.clear();
    this.pass = null;
    this.call.fresh();
    this.ledger.fresh();
  }
}

export function categoriesOf(standing: readonly Standing[]): string[] {
  return standing.map((s) => s.finding.category);
}

// An edit that is taken back before the pause ends brings the text that was
// judged: no check comes for it, and its words are all where they were.
function after(s: Standing, edit: Edit, text: string): (Place | null)[] {
  return text === s.judged.text ? [...s.judged.places] : s.places.map((p) => p && move(p, edit, text));
}

// Its words are untouched, here and in every other draft that has a share in it.
function stands(s: Standing): boolean {
  const whole = (one: Standing): boolean => one.places.every((p) => p !== null);
  return whole(s) && (s.among ?? []).every(({ session, standing }) => session.live && whole(standing));
}
