// The proof of a bundle, in slices: between two the thread is free, so that a
// check of a draft never waits long. How many steps a slice takes is set by
// how long the last one took; a new bundle begins with one.

import { propose, prove, type Fault } from './engine-rules';
import type { Engine } from './engine';

/** What a slice may take, ms; a check may wait for one, and the aim is under 20. */
const slice = 4;
const most = 64; // steps the engine takes in a call
/** The proof goes on after the first fault, so that the agency sees several; not for ever. */
const severalFaults = 5;

export interface Proof {
  faults: Fault[];
  /** Where the bundle could not be read at all, the engine's own words. */
  unreadable: string;
}

export interface Pace {
  /** Milliseconds. */
  now(): number;
  /** Lets everything that waits run. */
  breathe(): Promise<void>;
}

export const pace: Pace = {
  now: () => performance.now(),
  // A timer, not a promise: messages have to come through.
  breathe: () => new Promise((done) => setTimeout(done)),
};

export async function proveBundle(
  engine: Engine, bundle: Uint8Array, told: (done: number, of: number) => void, { now, breathe }: Pace = pace,
  mostFaults = severalFaults,
): Promise<Proof> {
  await breathe();
  const begun = propose(engine, bundle);
  if (!begun.ok) return { faults: (begun.refused ?? []).slice(0, mostFaults), unreadable: begun.reason };
  const faults: Fault[] = [];
  let at = 0;
  let steps = 1;
  while (at < begun.steps && faults.length < mostFaults) {
    await breathe();
    const from = now();
    const answer = prove(engine, at, at + steps);
    const took = now() - from;
    if (!answer.ok) return { faults, unreadable: answer.reason };
    if (answer.next <= at) return { faults, unreadable: 'the proof does not move' };
    faults.push(...answer.refused);
    at = answer.next;
    steps = nextSteps(steps, took);
    told(at, begun.steps);
  }
  return { faults: faults.slice(0, mostFaults), unreadable: '' };
}

/** Twice as many at most, so that one slow sentence after many quick ones costs little. */
function nextSteps(steps: number, took: number): number {
  const fits = took > 0 ? Math.floor((steps * slice) / took) : steps * 2;
  return Math.max(1, Math.min(fits, steps * 2, most));
}
