import assert from 'node:assert/strict';
import test from 'node:test';
import { around, footOf, type Turn } from './turn.ts';

const rad = (degrees: number) => (degrees * Math.PI) / 180;

function turned(degrees: number, sx = 1, sy = 1, flow = 0): Turn {
  const [cos, sin] = [Math.cos(rad(degrees)), Math.sin(rad(degrees))];
  return { a: cos * sx, b: sin * sx, c: -sin * sy, d: cos * sy, flow, tall: 20 };
}

/** The foot of words of 120 × 20 px whose middle is (30, 40) from the box's own at (500, 300). */
function foot(turn: Turn, w = 120, h = 20) {
  return footOf(around(turn, { x: 500, y: 300 }, { x: 30, y: 40, w, h }), turn);
}

const near = (got: number, want: number) => assert.ok(Math.abs(got - want) < 0.01, `${got} is not ${want}`);

test('upright words have their line at their lower edge', () => {
  assert.deepEqual(footOf({ left: 10, right: 90, top: 5, bottom: 25 }, null), { x: 10, y: 25, w: 80, angle: 0 });
});

for (const degrees of [0, 12, 30, 60, 90, 135 + 20, 180, 270, -8]) {
  test(`turned by ${degrees} degrees, and stretched: the line is where the turn puts it`, () => {
    for (const [sx, sy] of [[1, 1], [1.5, 1.5], [1.4, 0.8]] as const) {
      const turn = turned(degrees, sx, sy);
      const got = foot(turn);
      // The lower left corner of the words, in the box, is at (30 - 60, 40 + 10).
      near(got.x, 500 + turn.a * -30 + turn.c * 50);
      near(got.y, 300 + turn.b * -30 + turn.d * 50);
      near(got.w, 120 * sx);
      near(Math.cos(got.angle - rad(degrees)), 1);
    }
  });
}

test('an eighth of a turn: the two sides cannot be told apart, and the size of the type stands in', () => {
  const got = foot(turned(45));
  near(got.w, 120);
  near(got.angle, rad(45));
});

test('lines from top to bottom have their foot on the left, from bottom to top on the right', () => {
  const r = { left: 100, right: 120, top: 50, bottom: 170 };
  const down = footOf(r, turned(0, 1, 1, Math.PI / 2));
  near(down.x, 100);
  near(down.y, 50);
  near(down.w, 120);
  const up = footOf(r, turned(0, 1, 1, -Math.PI / 2));
  near(up.x, 120);
  near(up.y, 170);
  near(up.w, 120);
});
