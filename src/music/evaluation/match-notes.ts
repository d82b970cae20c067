import { type Matching, maximumMatching } from "./matching.ts";
import type { NoteTimes } from "./notes.ts";
import { roundHalfEven } from "./round.ts";

/** The largest matching of notes for which `fits(i, j)` holds of reference note i and estimated note j. */
export function matchNotes(
  reference: readonly NoteTimes[],
  estimated: readonly NoteTimes[],
  fits: (i: number, j: number) => boolean,
): Matching {
  const references = estimated.map((): number[] => []);
  // In the order in which mir_eval comes upon them, so that of several largest matchings the same one is found.
  const order: number[] = [];
  for (let i = 0; i < reference.length; i++) {
    for (let j = 0; j < estimated.length; j++) {
      if (!fits(i, j)) continue;
      if (references[j].length === 0) order.push(j);
      references[j].push(i);
    }
  }
  return maximumMatching({ order, references }, reference.length, estimated.length);
}

/** How far two times are apart, to a tenth of a millisecond, so that 0.1 s and 0.15 s are 0.05 s apart. */
export function secondsApart(a: number, b: number): number {
  return roundHalfEven(Math.abs(a - b) * 1e4) / 1e4;
}

/** Whether a distance is within a tolerance; `strict`: below it. */
export function within(distance: number, tolerance: number, strict: boolean): boolean {
  return strict ? distance < tolerance : distance <= tolerance;
}
