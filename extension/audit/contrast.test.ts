// WCAG 2.2 AA by arithmetic: text 4.5:1 on every ground it stands on, marks
// and edges of controls 3:1, in light and in dark.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faces } from '../src/badge-faces';

const css = readFileSync('extension/ui/tokens.css', 'utf8');
const page = readFileSync('extension/pages/page.css', 'utf8');

function tokens(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1]!, m[2]!]));
}

function blockAfter(text: string, mark: string): string {
  const at = text.indexOf(mark);
  assert.notEqual(at, -1, mark);
  return text.slice(at, text.indexOf('}', at));
}

const light = { ...tokens(blockAfter(css, ':root {')), ...tokens(blockAfter(page, ':root {')) };
const dark = {
  ...tokens(blockAfter(css, ':root:not([data-theme="light"])')),
  ...tokens(blockAfter(page, '@media (prefers-color-scheme: dark)')),
};

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

const text: [string, string][] = [
  ['ink', 'paper'], ['ink', 'ground'], ['ink', 'wash'], ['ink', 'press'], ['soft', 'press'], ['soft', 'paper'], ['soft', 'ground'], ['soft', 'wash'],
  ['on-accent', 'accent'], ['on-accent', 'accent-press'], ['accent', 'paper'], ['accent', 'ground'], ['support', 'ground'],
  ...['note', 'caution', 'hold', 'support'].flatMap((l): [string, string][] => [
    [l, 'paper'], [l, `${l}-wash`], ['ink', `${l}-wash`], ['soft', `${l}-wash`],
  ]),
];

const edges: [string, string][] = [['edge', 'paper'], ['edge', 'ground'], ['focus', 'paper'], ['focus', 'ground'], ['soft', 'press']];

for (const [name, set] of Object.entries({ light, dark })) {
  test(`${name}: text 4.5:1, edges 3:1`, () => {
    for (const [pairs, least] of [[text, 4.5], [edges, 3]] as const) {
      for (const [a, b] of pairs) {
        assert.ok(set[a] && set[b], `${a} or ${b} is not set`);
        const c = contrast(set[a]!, set[b]!);
        assert.ok(c >= least, `${a} on ${b}: ${c.toFixed(2)}`);
      }
    }
  });
}

test('the two ways to dark have the same colours', () => {
  assert.deepEqual(tokens(blockAfter(css, ':root[data-theme="dark"]')), tokens(blockAfter(css, ':root:not([data-theme="light"])')));
});

test('the options draw each badge in its own colour', () => {
  const options = readFileSync('extension/pages/options.css', 'utf8');
  const drawn: Record<string, string> = {};
  for (const [, selectors, colour] of options.matchAll(/((?:\.face\[data-state="\w+"\],?\s*)+)\{\s*background: (#[0-9a-f]{6})/g)) {
    for (const [, state] of selectors!.matchAll(/data-state="(\w+)"/g)) drawn[state!] = colour!;
  }
  assert.deepEqual(Object.keys(drawn).sort(), Object.keys(faces).filter((state) => faces[state as keyof typeof faces].text !== '').sort());
  for (const [state, colour] of Object.entries(drawn)) assert.equal(faces[state as keyof typeof faces].colour, colour, state);
});

test('the badge’s white marks hold 4.5:1', () => {
  for (const [state, face] of Object.entries(faces)) assert.ok(contrast('#ffffff', face.colour) >= 4.5, state);
});
