// The messages between the parts of the extension, and nothing else. Every
// part imports its types from here; no part invents a message of its own.
//
//   tap (content script)  --ping, check-->  background
//   tap  <--MessagePort-->  frame (extension-origin iframe: chip, card, hold dialog)
//   own pages and frame  --settings…-->  background
//
// The page the worker writes on hears none of it.

import type { FromAside, FromTapAside, KeepHow } from './reflection-protocol';
import type { RewriteFromFrame, RewritesToFrame, Suggest } from './rewrite-protocol';
import type { FromRulesPage } from './rules-protocol';

export type Level = 'clear' | 'note' | 'caution' | 'hold';
export type Coverage = 'full' | 'partial' | 'basic' | 'identifiers' | 'none';
export type Account = 'personal' | 'agency';

/** What the engine is told beside the text. Absent means unknown. */
export interface Context {
  site?: string;
  account?: Account;
  audience?: 'public' | 'private';
  attachments?: number;
  locale?: string;
  region?: string;
  setting?: string;
  /** UTF-16 offset of the last edit; above 20,000 characters only windows around it are read. */
  edit?: number;
}

/** Half-open, UTF-16 units of the checked text. */
export interface Span {
  start: number;
  end: number;
  type: string;
  text: string;
}

export interface Finding {
  rule: string;
  category: string;
  level: Level;
  score: number;
  /** A key of the locale for built-in rules; an agency's own is a language map. */
  message: string | Record<string, string>;
  authority: string;
  cite: string;
  spans: Span[];
  rewrites: { start: number; end: number; with: string }[];
  /** Added by the background: of an agency's own rule its name and why; whose account the post is from. */
  agency?: string;
  why?: Record<string, string>;
  account?: Account;
}

export interface Verdict {
  level: Level;
  protected: boolean;
  coverage: Coverage;
  offsets: 'utf16';
  read: { start: number; end: number }[];
  findings: Finding[];
  combination: { count: number; parts: { kind: string; start: number; end: number }[] };
  engine: string;
  bundle: { agency: string; seq: number };
}

// --- tap -> background -----------------------------------------------------

/** A composer got focus: warm the engine, tell the tap what holds here. */
export interface Ping {
  t: 'ping';
  site: string;
}

export interface PingReply {
  ok: boolean;
  /** False where the worker switched Second Look off for this site. */
  on: boolean;
  engine: 'ready' | 'failed';
  setting: string;
  region: string;
}

export interface Check {
  t: 'check';
  seq: number;
  text: string;
  context: Context;
}

/** Findings of muted rules are already taken out and the level lowered to match. */
export type CheckReply =
  | { seq: number; verdict: Verdict }
  | { seq: number; error: 'engine' | 'busy' | 'off' };

/** What the badge shows for the tab that sent it. Carries no word of the draft. */
export interface State {
  t: 'state';
  state: BadgeState;
}

export type BadgeState =
  | 'checking'
  | 'off'
  /** Private messages: nothing is read. */
  | 'private'
  | 'unsupported'
  | 'partial'
  | 'failed'
  /** The page let nobody see the question before a post: the post was let go. */
  | 'unseen'
  | 'stale'
  | 'rejected'
  | 'idle';

// --- tap -> background -> taps of the same tab ------------------------------
//
// A composer in a frame and the button that posts it in the page around: the tap
// in the frame says how its drafts stand, the taps around it answer. The
// background passes on these fields and no other: rules and yes or no.

/** What of a finding is the rule's, and nothing of the draft's. The background adds the agency; a tap's word for it is dropped. */
export type FramedRule = Pick<Finding, 'rule' | 'category' | 'level' | 'message' | 'authority' | 'cite' | 'agency'>;

export interface FramedState {
  t: 'framed';
  /** Random, one a tap. */
  id: string;
  /** There is a draft that nothing in its frame posts. */
  draft: boolean;
  /** Rules for which Post is to ask. */
  asks: FramedRule[];
}

/** From a tap around: the worker was asked about these rules; a press that posts went through; the worker wants to edit, or to keep it for later. */
export type ToFramed =
  | { t: 'framed.asked'; id: string; rules: string[] }
  | { t: 'framed.left'; id: string }
  | { t: 'framed.focus'; id: string }
  | { t: 'framed.keep'; id: string };

/** How keeping went that a tap around asked for. */
export interface FramedKept {
  t: 'framed.kept';
  id: string;
  how: KeepHow;
}

export type ToAround = FramedState | FramedKept;
export type FromAround = ToFramed;
export type Framed = ToAround | ToFramed;

export type FromTap = Ping | Check | Suggest | State | Framed | FromTapAside;

// --- own pages and frame -> background -------------------------------------

export interface Settings {
  /** 'child-welfare' | 'shelter' | 'health' | 'school' | 'justice' | 'mental-health' | 'disability' | 'older-people' | 'other' | '' (not said) */
  setting: string;
  /** ISO 3166 alpha-2, '' when not said. */
  region: string;
  mutedRules: string[];
  offSites: string[];
  /** Origins beyond the named sites on which the worker turned it on. */
  extraOrigins: string[];
  /** Hosts on which the worker posts as the agency; only the worker says so. */
  agencySites: string[];
  welcomed: boolean;
}

/** `site` is the host name of the page, as `location.hostname` gives it. */
export type FromOwn =
  | FromRulesPage
  | FromAside
  | { t: 'settings.get' }
  | { t: 'settings.set'; patch: Partial<Settings> }
  | { t: 'mute'; rule: string }
  | { t: 'unmute'; rule: string }
  | { t: 'site.off'; site: string }
  | { t: 'site.on'; site: string }
  | { t: 'origin.on'; origin: string }
  | { t: 'origin.off'; origin: string }
  | { t: 'tab.state'; tab: number }
  | { t: 'engine.retry' }
  /** Delete everything that is stored, and give the permissions back. */
  | { t: 'all.delete' }
  /** unmuted: also what rules say that the worker muted. */
  | { t: 'check.own'; seq: number; text: string; context: Context; unmuted?: boolean };

/** The answer to 'tab.state' and 'engine.retry'. */
export interface TabState {
  state: BadgeState;
  engine: 'ready' | 'failed';
  /** Origin of the page whose tap spoke last in this tab; '' where none did since the background woke. */
  origin: string;
}

// --- background -> tap -----------------------------------------------------

/** Something the tap depends on changed: ping again, check again. */
export interface Changed {
  t: 'changed';
}

// --- tap <-> frame, over a MessagePort -------------------------------------
//
// The tap sets the iframe's address to runtime.getURL('ui/frame.html') + '#' +
// nonce. When it has loaded, the tap posts {nonce} to it with one MessagePort;
// the frame answers 'ready' over the port and hears nothing else from windows.
//
// The iframe element carries `color-scheme: light`, whatever the page says: a
// frame whose scheme differs from its document's gets an opaque canvas. Dark is
// told by a theme message and drawn by the card alone.
//
// content.js may be run a second time in a page that has it: "Turn on here"
// starts it in open tabs.
//
// The frame tells a size once per state. It depends on the state alone (chip,
// card, dialog, again), never on what they say, so that the page cannot read a
// finding from a box. 'edit', 'post', 'keep', 'dismiss', 'mute' and 'unmute' are said
// to the tap, which acts on them where the worker had our frame before them: the view
// changes when the tap says so.

/** What the card and the dialog show; only the finding's own words of the draft. */
export interface CardFinding {
  rule: string;
  category: string;
  level: Level;
  message: string | Record<string, string>;
  authority: string;
  cite: string;
  words: string[];
  /** 0–3, fixed for a finding and draft session. */
  variant: number;
  region: string;
  agency?: string;
  why?: Record<string, string>;
  account?: Account;
}

export type ToFrame =
  | RewritesToFrame
  /** quiet: this draft has called before; the chip shows its mark alone and nothing is read out. */
  | { t: 'chip'; level: Level; count: number; quiet: boolean; coverage: Coverage; findings: CardFinding[]; parts: string[] }
  | { t: 'card.open' }
  | { t: 'card.close' }
  | { t: 'hold'; findings: CardFinding[]; parts: string[] }
  | { t: 'kept'; how: KeepHow }
  | { t: 'again' }
  /** Whether card or dialog has stood before the worker for long enough: from then on presses count. */
  | { t: 'settled'; yes: boolean }
  /** The worker muted the rule, or undid that; the frame tells the background. */
  | { t: 'mute'; rule: string }
  | { t: 'unmute'; rule: string }
  /** The card offers to undo the mute no more. */
  | { t: 'muted.over' }
  | { t: 'hide' }
  | { t: 'theme'; dark: boolean };

export type FromFrame =
  | RewriteFromFrame
  /** tells: this browser can tell the frame whether it is to be seen. */
  | { t: 'ready'; tells: boolean }
  | { t: 'seen'; yes: boolean }
  /** Size the frame wants, CSS pixels. */
  | { t: 'size'; width: number; height: number }
  | { t: 'open' }
  | { t: 'close' }
  | { t: 'dismiss'; rule: string }
  | { t: 'mute'; rule: string }
  | { t: 'unmute'; rule: string }
  /** escape: by the key that always ends the dialog. */
  | { t: 'edit'; escape: boolean }
  | { t: 'post' }
  | { t: 'keep' };
