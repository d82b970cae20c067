/** What a slow computation yields as it goes: how far it is, 0 to 1, and its result with the missing parts absent. */
export type Step<Partial> = { progress: number; partial: Partial };

/** Runs a computation in steps to its end and returns its result. */
export function drain<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as Result;
  }
}
