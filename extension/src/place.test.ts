import assert from 'node:assert/strict';
import test from 'node:test';
import { overlap, placeCard, placeChip, placeDialog, type Box } from './place.ts';

const view: Box = { x: 0, y: 0, w: 900, h: 700 };
const box: Box = { x: 100, y: 200, w: 500, h: 120 };

test('the chip is in the composer\'s lower corner', () => {
  const at = placeChip(box, view, { w: 28, h: 28 }, []);
  assert.deepEqual(at, { x: 566, y: 286, w: 28, h: 28 });
});

test('the chip leaves a button free', () => {
  const button: Box = { x: 540, y: 280, w: 60, h: 40 };
  assert.equal(overlap(placeChip(box, view, { w: 28, h: 28 }, [button]), button), 0);
});

test('the card covers neither composer nor its button', () => {
  const button: Box = { x: 520, y: 330, w: 80, h: 40 };
  const at = placeCard(box, view, { w: 320, h: 180 }, [button]);
  assert.equal(overlap(at, button), 0);
  assert.equal(overlap(at, box), 0);
});

test('all stay in the viewport', () => {
  for (const y of [-500, 0, 650, 2000]) {
    for (const at of [placeCard({ ...box, y }, view, { w: 320, h: 180 }, []), placeChip({ ...box, y }, view, { w: 28, h: 28 }, [])]) {
      assert.ok(at.x >= 0 && at.y >= 0 && at.x + at.w <= 900 && at.y + at.h <= 700);
    }
  }
  assert.deepEqual(placeDialog({ ...view, w: 320 }, { w: 400, h: 300 }), { x: 0, y: 200, w: 400, h: 300 });
});
