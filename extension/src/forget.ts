// "Delete everything": who holds something in memory that was also stored says
// here how to let go of it.

const letGo: (() => void | Promise<unknown>)[] = [];

/** Has f run when everything stored was deleted, so that no copy in memory is written back. */
export function whenForgotten(f: () => void | Promise<unknown>): void {
  letGo.push(f);
}

export async function forgetCopies(): Promise<void> {
  await Promise.allSettled(letGo.map(async (f) => f()));
}
