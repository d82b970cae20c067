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

/**
 * The stretches of `sequence` of at least `atLeast` codes that are in one of `training`, without overlap, in their
 * order: the longest first, then the longest in what is left. O(length × length of all training).
 */
export function copiedRuns(sequence: Int32Array, training: readonly Int32Array[], atLeast: number): Run[] {
  const from = longestFrom(sequence, training);
  const taken = new Uint8Array(sequence.length);
  const runs: Run[] = [];
  for (;;) {
    let best: Run | undefined;
    let free = 0;
    for (let i = sequence.length - 1; i >= 0; i--) {
      free = taken[i] ? 0 : free + 1;
      const length = Math.min(free, from[i]!.length);
      if (length >= (best?.length ?? atLeast)) best = { ...from[i]!, length };
    }
    if (!best) return runs.toSorted((a, b) => a.start - b.start);
    taken.fill(1, best.start, best.start + best.length);
    runs.push(best);
  }
}

/** For each place of a sequence, the longest run that begins there. */
function longestFrom(sequence: Int32Array, training: readonly Int32Array[]): Run[] {
  const runs = Array.from(sequence, (_, start) => ({
    length: 0,
    start,
    trainingSequence: 0,
    trainingStart: 0,
  }));
  for (const [which, other] of training.entries()) {
    // How long the run is that begins at each place of the other, and at the next place in this one.
    let next = new Int32Array(other.length + 1);
    let current = new Int32Array(other.length + 1);
    for (let i = sequence.length - 1; i >= 0; i--) {
      const run = runs[i]!;
      for (let j = 0; j < other.length; j++) {
        const length = sequence[i] === other[j] && sequence[i]! >= 0 ? next[j + 1]! + 1 : 0;
        current[j] = length;
        if (length <= run.length) continue;
        run.length = length;
        run.trainingSequence = which;
        run.trainingStart = j;
      }
      [next, current] = [current, next];
    }
  }
  return runs;
}
