// Work that takes much memory is done one piece at a time in a process, in the order in which it came.

const shared = globalThis as typeof globalThis & { commonplacePictureQueue?: Promise<unknown> };

/** Does work when everything that was queued before it is done. */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = shared.commonplacePictureQueue ?? Promise.resolve();
  const turn = before.then(work, work);
  // Whoever comes next waits for this, and hears of its failure from nobody.
  shared.commonplacePictureQueue = turn.then(
    () => undefined,
    () => undefined,
  );
  return turn;
}
