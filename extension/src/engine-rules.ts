// What an engine says of an agency's rules: whether to believe them (verify),
// whether they harm anyone (propose, prove), what they are (show), and the
// switch to them (load). wasm/doc.go is the specification; this file is its
// shapes. Nothing here decides.

import type { Engine } from './engine';

/** What a browser remembers of an agency, see internal/trust. It goes back into the next verify as it came. */
export interface Pins {
  agency: string;
  root: string;
  root_version: number;
  seq: number;
  release: string;
  acts_from: number;
  head_issued: number;
  clock: number;
}

export interface Release {
  seq: number;
  hash: string;
  root: number;
  /** Unix seconds. */
  issued: number;
  /** SHA-256 of the bundle's bytes, hexadecimal. */
  bundle: string;
  size: number;
  schema: number;
  raises: boolean;
  author: string;
  report: string;
  approvers: string[];
  changes: string[];
}

/** verify: yes. The bundle is the part [bundle_at, bundle_at + bundle_size) of the request. */
export interface Believed {
  ok: true;
  pins: Pins;
  fingerprint: string;
  name: string;
  need: number;
  approvers: string[];
  freshness: 'fresh' | 'stale' | 'unknown';
  clock_behind: boolean;
  head_issued?: number;
  head_stale?: number;
  /** Unix seconds before which the release may not act; 0 for at once. */
  acts_from: number;
  bundle_at: number;
  bundle_size: number;
  releases: Release[];
}

/** verify: no. `reason` is a code of internal/trust. */
export interface Doubted {
  ok: false;
  reason: string;
  part: string;
  number?: number;
  have?: string;
  got?: string;
  signed?: number;
  need?: number;
}

/** One reason of the proof against a bundle, in the engine's own plain words. */
export interface Fault {
  code: string;
  where: string;
  why: string;
  sentence: string;
}

export type Proposed =
  | { ok: true; agency: string; steps: number; parts: { part: string; steps: number }[] }
  | { ok: false; reason: string; refused?: Fault[] };

export type Proved = { ok: true; next: number; steps: number; done: boolean; refused: Fault[] } | { ok: false; reason: string };

export type Loaded = { ok: true; engine: string; rules: string; agency?: string; seq?: number } | { ok: false; reason: string };

/** A text by language. */
export type Said = Record<string, string>;

/** A node of guidance: words, a link by its number in the list, or what holds others. */
export interface GuidanceNode {
  kind: string;
  text?: string;
  to?: number;
  of?: GuidanceNode[];
}

export interface ShownRule {
  id: string;
  kind: string;
  category: string;
  level: string;
  authority: string;
  cite: string;
  message: Said;
  why: Said;
  page: string;
  lists: string[][];
  /** Words that may stand between, of a near rule. */
  within: number;
  unless: string[];
  flag: string[];
  pass: string[];
}

/** Everything a bundle says, see policy.AppendBundleJSON. Dates are YYYY-MM-DD. */
export interface Shown {
  agency: string;
  name: string;
  languages: string[];
  facts: {
    drafted: string;
    reviewed: string;
    nextReview: string;
    jurisdictions: string[];
    settings: string[];
    reviews: { role: string; by: string; on: string; how: string }[];
    basis: { cite: string; on: string }[];
    areas: { area: string; page: string }[];
    consequences: Said;
    support: Said;
    revision: Said;
    private: Said;
    rights: Said;
    training: Said;
    benefits: Said;
    contact: string;
  };
  clients: { one: string; many: string }[];
  names: { text: string; program: boolean; reveals: boolean }[];
  levels: { rule: string; level: string; why: Said }[];
  rules: ShownRule[];
  pages: { id: string; lang: string; title: string; body: GuidanceNode[] }[];
  links: string[];
  /** Posts to practise on; absent in what an earlier version kept. */
  practice?: { draft: string; expect: string; why: Said }[];
}

export interface VerifyInput {
  /** Unix seconds. */
  now: number;
  firstUse?: boolean;
  pins?: Partial<Pins>;
}

/** Where the request of verify ends and the file begins, for bundle_at. */
const verifyLine = ({ now, firstUse, pins }: VerifyInput): string =>
  `${JSON.stringify({ now, ...(firstUse ? { first_use: true } : {}), ...(pins ? { pins } : {}) })}\n`;

export function verify(engine: Engine, input: VerifyInput, file: Uint8Array): Believed | Doubted {
  return engine.ask('verify', verifyLine(input), file) as Believed | Doubted;
}

/** The bundle inside a file that verify believed. */
export function bundleIn(believed: Believed, file: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(file.subarray(file.length - believed.bundle_size));
}

export const propose = (engine: Engine, bundle: Uint8Array) => engine.ask('propose', bundle) as Proposed;

export const prove = (engine: Engine, from: number, to: number) => engine.ask('prove', `${from} ${to}`) as Proved;

export const load = (engine: Engine, seq: number, bundle: Uint8Array) => engine.ask('load', `seq ${seq}\n`, bundle) as Loaded;

/** Back to the built-in rules alone. */
export const unload = (engine: Engine) => engine.ask('load') as Loaded;

export function show(engine: Engine, bundle: Uint8Array): Shown | null {
  const answer = engine.ask('show', bundle) as { ok: boolean; bundle?: Shown };
  return answer.ok && answer.bundle ? answer.bundle : null;
}
