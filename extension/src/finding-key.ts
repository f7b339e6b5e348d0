// The same finding, on the same words, known again: a number in memory, so
// that what was dismissed does not keep the words themselves.

import type { Place } from './remap';

const mostWords = 8;
const longest = 80;

/** The words of the places, in order, each once, shortened for a card. */
export function wordsOf(text: string, places: readonly Place[]): string[] {
  const words = places.map((p) => text.slice(p.start, p.end).trim()).filter((w) => w !== '');
  return [...new Set(words)].slice(0, mostWords).map((w) => (w.length > longest ? w.slice(0, longest - 1) + '…' : w));
}

/** Two 32-bit FNV-1a runs over rule and words. */
export function findingKey(rule: string, words: readonly string[]): string {
  const all = [rule, ...words.map((w) => w.toLowerCase())].join('\u0000');
  let a = 0x811c9dc5;
  let b = 0x9dc5811c;
  for (let i = 0; i < all.length; i++) {
    a = Math.imul(a ^ all.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ (all.charCodeAt(i) + 0x9e37), 0x01000193);
  }
  return `${a >>> 0}.${b >>> 0}`;
}
