import assert from 'node:assert/strict';
import test from 'node:test';
import { dialogIn, overlap, placeCard, placeChip, placeDialog, type Box } from './place.ts';

const view: Box = { x: 0, y: 0, w: 900, h: 700 };
const box: Box = { x: 100, y: 200, w: 500, h: 120 };

const chip = { w: 196, h: 44 };

test('the chip is right below the composer', () => {
  assert.deepEqual(placeChip(box, view, chip, []), { x: 404, y: 326, ...chip });
});

test('the chip leaves a toolbar free', () => {
  const bar: Box = { x: 100, y: 325, w: 500, h: 40 };
  const at = placeChip(box, view, chip, [bar]);
  assert.equal(overlap(at, bar), 0);
  assert.equal(overlap(at, box), 0);
});

test('between controls on every side it goes inside', () => {
  const around: Box[] = [{ x: 0, y: 100, w: 900, h: 96 }, { x: 0, y: 324, w: 900, h: 90 }, { x: 0, y: 0, w: 99, h: 700 }, { x: 601, y: 0, w: 299, h: 700 }];
  const at = placeChip(box, view, chip, around);
  assert.ok(around.every((a) => overlap(at, a) === 0));
  assert.ok(overlap(at, box) > 0);
});

test('the card covers neither composer nor its button', () => {
  const button: Box = { x: 520, y: 330, w: 80, h: 40 };
  const at = placeCard(box, view, { w: 320, h: 180 }, [button]);
  assert.equal(overlap(at, button), 0);
  assert.equal(overlap(at, box), 0);
});

test('all stay in the viewport', () => {
  for (const y of [-500, 0, 650, 2000]) {
    for (const at of [placeCard({ ...box, y }, view, { w: 320, h: 180 }, []), placeChip({ ...box, y }, view, chip, [])]) {
      assert.ok(at.x >= 0 && at.y >= 0 && at.x + at.w <= 900 && at.y + at.h <= 700);
    }
  }
  assert.deepEqual(placeDialog({ ...view, w: 320 }, { w: 400, h: 300 }), { x: 0, y: 200, w: 400, h: 300 });
});

test('a dialog in a narrow window is higher, and never higher than the window', () => {
  const size = { w: 456, h: 372 };
  assert.deepEqual(dialogIn({ ...view, w: 900, h: 700 }, size), size);
  assert.deepEqual(dialogIn({ ...view, w: 400, h: 700 }, size), { w: 400, h: 424 });
  assert.deepEqual(dialogIn({ ...view, w: 320, h: 640 }, size), { w: 320, h: 484 });
  assert.deepEqual(dialogIn({ ...view, w: 320, h: 400 }, size), { w: 320, h: 400 });
});

test('a chip that would cover the text of a low box goes past the controls', () => {
  const low: Box = { x: 100, y: 200, w: 180, h: 40 };
  const around: Box[] = [{ x: 100, y: 170, w: 180, h: 28 }, { x: 100, y: 245, w: 180, h: 30 }, { x: 282, y: 190, w: 618, h: 60 }, { x: 0, y: 190, w: 98, h: 60 }];
  const at = placeChip(low, view, chip, around);
  assert.ok([...around, low].every((a) => overlap(at, a) === 0));
});
