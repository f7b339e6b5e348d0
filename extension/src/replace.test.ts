import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Piece } from './extract';
import { spotOf } from './replace';

Object.assign(globalThis, { Node: { TEXT_NODE: 3 } });

// As much of a page as the question needs: what a text stands in, the innermost first.
interface Stand { name: string; links: boolean }
function page(...around: Stand[]): { box: Element; node: Text } {
  const all = around.map(({ name }, i) => ({
    name,
    closest: () => all.slice(i).find((_, j) => around[i + j]!.links) ?? null,
    contains: (el: object) => all.slice(0, i + 1).includes(el as (typeof all)[0]),
  })) as { name: string; closest(): object | null; contains(el: object): boolean }[];
  return { box: all.find((e) => e.name === 'box') as unknown as Element, node: { nodeType: 3, parentElement: all[0] } as unknown as Text };
}

const draft = 'my client Sarah went home';
const pieces = (node: Text): Piece[] => [{ node, at: 0, start: 0, end: draft.length }];
const sarah = { start: 9, end: 15, with: '' };

test('words in a link or a mention are left alone', () => {
  const { box, node } = page({ name: 'mention', links: true }, { name: 'box', links: false });
  assert.equal(spotOf(box, pieces(node), sarah), null);
});

test('a box in what is not to be edited is a box all the same', () => {
  const { box, node } = page({ name: 'p', links: false }, { name: 'box', links: false }, { name: 'canvas', links: true });
  assert.deepEqual(spotOf(box, pieces(node), sarah), { start: { node, at: 9 }, end: { node, at: 15 } });
});

test('what ends in a picture has no place', () => {
  const { box, node } = page({ name: 'box', links: false });
  const picture: Piece = { node: { nodeType: 1 } as Element, at: 0, start: 10, end: 15 };
  assert.equal(spotOf(box, [{ node, at: 0, start: 0, end: 10 }, picture], sarah), null);
});
