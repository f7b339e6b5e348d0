// Edits of a draft's text: what they make of it, and how they are told in words.

import type { Edit } from './rewrite-protocol';

/** The text with the edits made; they are in order and apart. */
export function edited(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const e of edits) {
    out += text.slice(at, e.start) + e.with;
    at = e.end;
  }
  return out + text.slice(at);
}

/** Whether the edits can be made in text at all: in order, apart, inside, and none across a line's end. */
export function fit(text: string, edits: readonly Edit[]): boolean {
  let at = 0;
  for (const e of edits) {
    if (e.start < at || e.end < e.start || e.end > text.length || text.slice(e.start, e.end).includes('\n')) return false;
    at = e.end;
  }
  return edits.length > 0;
}

/** One edit that makes the same of text as all of them do. */
export function joined(text: string, edits: readonly Edit[]): Edit {
  const start = edits[0]!.start;
  const end = edits[edits.length - 1]!.end;
  const inner = edits.map((e) => ({ start: e.start - start, end: e.end - start, with: e.with }));
  return { start, end, with: edited(text.slice(start, end), inner) };
}

/**
 * The same edit with a letter to put in: an editor takes an insertion of nothing
 * for no insertion. The letter before goes in again, or the one behind; a plain
 * one, so that no character is cut.
 */
export function filled(text: string, e: Edit): Edit {
  if (e.with !== '') return e;
  const plain = (at: number): boolean => /[ -~]/.test(text[at] ?? '') && !/[\u0300-\u036f\u200d\ufe0f]/.test(text[at + 1] ?? '');
  if (/[!-~]/.test(text[e.start - 1] ?? '') && plain(e.start - 1)) return { start: e.start - 1, end: e.end, with: text[e.start - 1]! };
  if (/[!-~]/.test(text[e.end] ?? '') && plain(e.end)) return { start: e.start, end: e.end + 1, with: text[e.end]! };
  return e;
}

/** An edit in whole words, as a person would tell it. */
export function told(text: string, e: Edit): { before: string; after: string } {
  const word = (at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  let { start, end } = e;
  if (end > start && word(end - 1) && e.with !== '') while (word(end)) end++;
  if (e.with !== '' && word(start)) while (word(start - 1)) start--;
  const after = text.slice(start, e.start) + e.with + text.slice(e.end, end);
  return { before: text.slice(start, end).trim(), after: after.trim() };
}
