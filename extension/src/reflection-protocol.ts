// The messages of what a worker may do beside posting: keep a draft for later,
// take it to supervision, read how often Second Look spoke.

import { outcomes, type Counts, type Outcome } from './tally';
import type { Signals } from './signals';

/** UTF-16 units of one kept draft; longer ones are not kept. */
export const longestKept = 40_000;

// --- tap -> background -----------------------------------------------------

/** Said only where the worker pressed "Keep for later" on what they saw. */
export interface Keep {
  t: 'keep';
  text: string;
  signals: Signals;
}

/** full: as many are kept as can be; long: the draft is too long. */
export const keepHows = ['kept', 'full', 'long', 'failed'] as const;
export type KeepHow = (typeof keepHows)[number];

/** The answer to 'keep'. */
export interface KeepReply {
  how: KeepHow;
}

/** What became of findings of these categories, once a draft and category. */
export interface Tell {
  t: 'tally';
  what: Outcome;
  categories: string[];
}

export type FromTapAside = Keep | Tell;

// --- own pages and frame -> background -------------------------------------

/** Pages of ours that card, dialog and pages open. Nothing is in their address. */
export const asidePages = {
  kept: 'pages/kept.html',
  supervision: 'pages/supervision.html',
  posted: 'pages/posted.html',
  request: 'pages/request.html',
} as const;

export type AsidePage = keyof typeof asidePages;

export type FromAside =
  | { t: 'kept.get' }
  | { t: 'kept.delete'; id: string }
  | { t: 'kept.clear' }
  /** Opens the card of signals. */
  | { t: 'supervision.take'; signals: Signals }
  | { t: 'supervision.get' }
  | { t: 'tally.get' }
  | { t: 'tally.clear' }
  | { t: 'aside.open'; page: AsidePage };

export interface KeptDraft {
  id: string;
  text: string;
  /** When it goes by itself, ms since 1970. */
  until: number;
  signals: Signals;
}

/** The answer to 'kept.get', 'kept.delete', 'kept.clear'. */
export type KeptDrafts = KeptDraft[];

/** The answer to 'supervision.get'; null where nothing was taken there. */
export type Supervision = { signals: Signals; setting: string } | null;

/** The answer to 'tally.get' and 'tally.clear'. */
export type Tallied = Counts;

type Bag = Record<string, unknown>;

const isBag = (v: unknown): v is Bag => typeof v === 'object' && v !== null && !Array.isArray(v);

export function isFromTapAside(m: Bag): boolean {
  if (m.t === 'keep') return typeof m.text === 'string' && m.text.trim() !== '' && isBag(m.signals);
  if (m.t !== 'tally') return false;
  return (outcomes as readonly unknown[]).includes(m.what) && Array.isArray(m.categories) && m.categories.length <= 20;
}

export function isFromAside(said: { t?: unknown }): said is FromAside {
  const m: Bag = said as Bag;
  switch (m.t) {
    case 'kept.get':
    case 'kept.clear':
    case 'supervision.get':
    case 'tally.get':
    case 'tally.clear':
      return true;
    case 'kept.delete':
      return typeof m.id === 'string' && m.id.length <= 100;
    case 'supervision.take':
      return isBag(m.signals);
    case 'aside.open':
      return typeof m.page === 'string' && Object.hasOwn(asidePages, m.page);
    default:
      return false;
  }
}
