import type { Labels } from "../base/labels.ts";
import type { Learner } from "../base/learner.ts";
import type { MatrixLike } from "../base/matrix.ts";

/** What a slow computation yields as it goes: how far it is, 0 to 1, and its result with the missing parts absent. */
export type Step<Partial> = { progress: number; partial: Partial };

/** A part of a computation: it yields, nothing in particular, wherever it may be left for a while. */
export type Pausing<Result> = Generator<void, Result>;

/** Runs a computation in steps to its end and returns its result. */
export function drain<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as Result;
  }
}

/**
 * Does `count` parts one after the other, or until those that are done are `enough`, and returns what they give.
 * Yields after each, and wherever one pauses: then with the same progress and partial result as before.
 */
export function* inParts<Part, Partial>(
  count: number,
  part: (index: number) => Pausing<Part>,
  partial: (parts: readonly Part[]) => Partial,
  enough: (parts: readonly Part[]) => boolean = () => false,
): Generator<Step<Partial>, Part[]> {
  const parts: Part[] = [];
  let step: Step<Partial> | undefined;
  for (let index = 0; index < count && !enough(parts); index++) {
    const steps = part(index);
    let next = steps.next();
    for (; !next.done; next = steps.next()) {
      step ??= { progress: index / count, partial: partial(parts) };
      yield step;
    }
    parts.push(next.value);
    step = { progress: (index + 1) / count, partial: partial(parts) };
    yield step;
  }
  return parts;
}

/**
 * Fits `model`. One of our own classes pauses after each step of its fit; a subclass may fit in a way of its own
 * and is left to do so.
 */
export function* fitPausing(model: Learner, X: MatrixLike, y: Labels): Pausing<void> {
  if (!model.fitSteps || !Object.hasOwn(model.constructor, "typeName")) {
    model.fit(X, y);
    return;
  }
  const steps = model.fitSteps(X, y);
  while (!steps.next().done) yield;
}
