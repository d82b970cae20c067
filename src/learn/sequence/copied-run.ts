/** The longest stretch of one sequence that occurs in another: where it begins in each, and how long it is. */
export type Run = { length: number; start: number; trainingSequence: number; trainingStart: number };

/**
 * The longest run of codes that is both in `sequence` and in one of `training`; the first of equally long ones. A
 * negative code matches nothing. O(length × length of all training).
 */
export function longestRun(sequence: Int32Array, training: readonly Int32Array[]): Run {
  const best = { length: 0, start: 0, trainingSequence: 0, trainingStart: 0 };
  for (const [which, other] of training.entries()) {
    // How long the run is that ends at each place of the other, and at the place before in this one.
    let last = new Int32Array(other.length + 1);
    let current = new Int32Array(other.length + 1);
    for (let i = 0; i < sequence.length; i++) {
      for (let j = 0; j < other.length; j++) {
        const length = sequence[i] === other[j] && sequence[i]! >= 0 ? last[j]! + 1 : 0;
        current[j + 1] = length;
        if (length <= best.length) continue;
        best.length = length;
        best.start = i - length + 1;
        best.trainingSequence = which;
        best.trainingStart = j - length + 1;
      }
      [last, current] = [current, last];
    }
  }
  return best;
}
