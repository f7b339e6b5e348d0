// The proof of a bundle, in slices: between two the thread is free, so that a
// check of a draft never waits long. The engine ends a call where what it reads
// gets long, and where a part of the proof ends; a slice is as many calls as
// fit into its time.

import { propose, prove, type Fault } from './engine-rules';
import type { Engine } from './engine';

/** After this a slice makes no other call, ms; a check may wait for one slice, and the aim is under 20. */
const slice = 3;
/** What a call should take, ms: what a slice may be too long by. */
const call = 1;
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
  // A message, not a promise: what waits has to come through. Not a timer
  // either: after a few of them browsers hold each back for 4 ms.
  breathe: () => new Promise((done) => {
    const { port1: ear, port2: port } = new MessageChannel();
    ear.onmessage = () => {
      ear.close();
      done();
    };
    port.postMessage(null);
  }),
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
    for (let last = from; at < begun.steps && faults.length < mostFaults && last - from < slice; ) {
      const answer = prove(engine, at, at + steps);
      if (!answer.ok) return { faults, unreadable: answer.reason };
      if (answer.next <= at) return { faults, unreadable: 'the proof does not move' };
      faults.push(...answer.refused);
      const ended = now();
      steps = nextSteps(answer.next - at, ended - last);
      at = answer.next;
      last = ended;
    }
    told(at, begun.steps);
  }
  return { faults: faults.slice(0, mostFaults), unreadable: '' };
}

/** As many as fit, twice as many at most, so that one slow sentence after many quick ones costs little. */
function nextSteps(done: number, took: number): number {
  const fits = took > 0 ? Math.floor((done * call) / took) : done * 2;
  return Math.max(1, Math.min(fits, done * 2, most));
}
