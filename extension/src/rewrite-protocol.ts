// What the parts of the extension say to each other about rewrites; a part of protocol.ts.

import type { Check, Level } from './protocol';

/** Half-open, UTF-16 units of the checked text. */
export interface Edit {
  start: number;
  end: number;
  with: string;
}

/** One thing said more generally, in all its places; what the engine's `suggest` answers. */
export interface Rewrite {
  type: string;
  /** What it counts as in a combination; '' for what names or reaches a person. */
  part: string;
  /** Rules of the findings whose words it changes. */
  rules: string[];
  /** Of the draft with these edits alone. */
  level: Level;
  count: number;
  edits: Edit[];
}

export interface Rewrites {
  level: Level;
  count: number;
  offsets: 'utf16';
  rewrites: Rewrite[];
  /** The fewest changes that were found to lower the level; none where steps is empty. */
  least: { level: Level; steps: { type: string; part: string }[] };
}

/** tap -> background, when the card opens and after a rewrite. */
export interface Suggest {
  t: 'suggest';
  seq: number;
  text: string;
  context: Check['context'];
}

export type SuggestReply = { seq: number; rewrites: Rewrites } | { seq: number; error: 'engine' | 'off' };

/** One rewrite as the card shows it: whole words, and no place in the draft. */
export interface Offer {
  id: number;
  rules: string[];
  /** A part of the combination, or the type of what names or reaches a person, lower case. */
  kind: string;
  /** For each place. after is '' where the words go. */
  changes: { before: string; after: string }[];
}

/** How the last press ended. */
export type Outcome =
  /** needed: kinds of the changes after which the level would fall further; [] where none were found. */
  | { how: 'made'; level: Level; fell: boolean; needed: string[] }
  /** The worker took it back, and the text is what it was. */
  | { how: 'back' }
  /** A list of people or an unfinished character is open. */
  | { how: 'busy' }
  /** The page made something else of it. 'undone': the text is what it was; 'stuck': it is not. text is what was meant, to copy. */
  | { how: 'undone' | 'stuck'; text: string };

/** What a colleague alone would know a draft by. */
export type Cue = 'shift' | 'unit' | 'workload' | 'code';

export type RewritesToFrame = {
  t: 'rewrites';
  offers: Offer[];
  least: { level: Level; kinds: string[] } | null;
  cues: Cue[];
  outcome: Outcome | null;
};

/** keyboard: the press was a key's, so that the focus belongs in the card again. */
export type RewriteFromFrame = { t: 'rewrite'; id: number; keyboard: boolean } | { t: 'rewrite.undo'; keyboard: boolean };
