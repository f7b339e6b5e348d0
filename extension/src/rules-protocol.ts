// The messages about an agency's rules, between our own pages and the
// background. A file travels as a code (rules-code.ts): messages carry JSON.

import type { Fault, Release, Said, Shown } from './engine-rules';
import { isFromFeedPage, type FeedStatus, type FromFeedPage } from './feed-protocol';

export type RulesSource = 'file' | 'managed' | 'feed';

export type FromRulesPage =
  | FromFeedPage
  | { t: 'rules.get' }
  /** What is in a file, and what would become of it; changes nothing. */
  | { t: 'rules.look'; code: string }
  /** Take the file. Where no agency is enrolled, `fingerprint` is the root's that a person said yes to. */
  | { t: 'rules.take'; code: string; fingerprint?: string }
  /** An unsigned release, for who is asked to approve it; changes nothing. */
  | { t: 'rules.try'; code: string }
  | { t: 'rules.leave' }
  /** All that this browser has of the agency, as a file to hand on. */
  | { t: 'rules.file' }
  /** The file of a fork, to show to the agency. */
  | { t: 'rules.evidence' }
  /** The last refusal was read. */
  | { t: 'rules.seen' };

/** Why rules were not taken. */
export interface RulesRefusal {
  /** A code of internal/trust, or of this host: 'no-code', 'proof', 'raises', 'stored', 'engine'; 'feed-…' where a server was asked in vain. */
  reason: string;
  /** What of the file: 'root', 'release', 'head', 'bundle', 'file'; '' where it is of none. */
  part: string;
  number: number;
  signed?: number;
  need?: number;
  /** The two hashes of a fork, or the fingerprints that differ. */
  have?: string;
  got?: string;
  /** What the proof said; at most a few. */
  faults: Fault[];
  /** Unix seconds. */
  at: number;
  /** SHA-256 of the file that was refused: a policy brings the same one at every start. */
  file: string;
}

/** How far an activation is. */
export interface RulesProgress {
  step: 'verify' | 'prove' | 'keep';
  done: number;
  of: number;
}

/** The rules in force and what is known of the agency, for the pages. */
export interface RulesView {
  name: string;
  agency: string;
  fingerprint: string;
  need: number;
  approvers: string[];
  source: RulesSource;
  releases: Release[];
  /** Seq of the release in force; 0 where the built-in rules alone are. */
  seq: number;
  shown: Shown | null;
  /** A release that waits for its day, and the day in unix seconds; seq 0 for none. */
  waits: { seq: number; from: number };
  stale: boolean;
  /** The one before is kept. */
  hasPrevious: boolean;
}

/** The answer to 'rules.get', 'rules.take', 'rules.leave', 'rules.seen', 'feed.take'. */
export interface RulesState {
  view: RulesView | null;
  refusal: RulesRefusal | null;
  progress: RulesProgress | null;
  /** Absent or null where no server is asked. */
  feed?: FeedStatus | null;
}

/** The answer to 'rules.file' and 'rules.evidence': a code, '' where there is nothing to hand on. */
export interface RulesFile {
  code: string;
  name: string;
}

/** The answer to 'rules.look' and 'feed.look'. */
export type RulesLook =
  | { ok: true; name: string; agency: string; fingerprint: string; need: number; approvers: string[]; seq: number; enrolled: boolean }
  | { ok: false; refusal: RulesRefusal };

/** What a release that is to be approved says of itself. Nothing of it is verified. */
export interface TrialFile {
  agency: string;
  name: string;
  seq: number;
  author: string;
  schema: number;
  raises: boolean;
  changes: string[];
  need: number;
  /** Names of who has signed. */
  signed: string[];
  /** Public keys of who may. */
  approvers: string[];
}

/** What changes for a worker, as `secondlook bundle diff` tells it. */
export type RulesChange =
  | { what: 'new' | 'louder' | 'quieter' | 'other' | 'gone'; rule: string; message: Said }
  /** What a rule looks for, or is silent beside, that it did not or no longer does. */
  | { what: 'finds' | 'finds_gone' | 'silent' | 'silent_gone'; rule: string; words: string[] }
  | { what: 'level'; rule: string; level: string }
  | { what: 'level_back'; rule: string }
  | { what: 'clients' | 'clients_gone' | 'names' | 'names_gone' | 'pages' | 'pages_gone' | 'pages_other'; words: string[] }
  | { what: 'policy' };

/** The answer to 'rules.try'. */
export type RulesTrial = { ok: true; about: TrialFile; changes: RulesChange[] } | { ok: false; refusal: RulesRefusal };

const longestCode = 12 << 20; // 8 MB of file in base64, and its lines

export function isFromRulesPage(m: Record<string, unknown>): boolean {
  switch (m.t) {
    case 'rules.get':
    case 'rules.leave':
    case 'rules.file':
    case 'rules.evidence':
    case 'rules.seen':
      return true;
    case 'rules.take':
      if (m.fingerprint !== undefined && (typeof m.fingerprint !== 'string' || m.fingerprint.length > 100)) return false;
      return isCode(m.code);
    case 'rules.look':
    case 'rules.try':
      return isCode(m.code);
    default:
      return isFromFeedPage(m);
  }
}

const isCode = (code: unknown): boolean => typeof code === 'string' && code.length <= longestCode;
