import { RandomState } from "../random-state.ts";

/** What one part of a bagging ensemble learns from: positions of columns and of rows, as they were drawn. */
export type Draw = { features: Int32Array; samples: Int32Array };

/** How many columns and rows are drawn from how many, and whether one may be drawn more than once. */
export type DrawOptions = {
  cols: number;
  featureCount: number;
  bootstrapFeatures: boolean;
  rows: number;
  sampleCount: number;
  bootstrap: boolean;
};

/** What scikit-learn's bagging draws for the part with this seed. */
export function draw(seed: number, options: DrawOptions): Draw {
  const random = new RandomState(seed);
  const features = positions(random, options.cols, options.featureCount, options.bootstrapFeatures);
  const samples = positions(random, options.rows, options.sampleCount, options.bootstrap);
  return { features, samples };
}

function positions(random: RandomState, from: number, count: number, again: boolean): Int32Array {
  if (again) return Int32Array.from({ length: count }, () => random.integers(0, from));
  const share = count / from;
  if (share > 0.01 && share < 0.99) return Int32Array.from(random.permutation(from).slice(0, count));
  return share <= 0.01 ? fewOf(random, from, count) : mostOf(random, from, count);
}

/** Draws until there are enough different ones. */
function fewOf(random: RandomState, from: number, count: number): Int32Array {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(random.integers(0, from));
  return Int32Array.from(drawn);
}

/** Begins with the first ones and lets each of the others replace one by chance (reservoir sampling). */
function mostOf(random: RandomState, from: number, count: number): Int32Array {
  const drawn = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count; i < from; i++) {
    const at = random.integers(0, i + 1);
    if (at < count) drawn[at] = i;
  }
  return drawn;
}

/** How many of `total` a number (1 and more) or a share (below 1) means, at least 1; null for all. Throws when more. */
export function countOf(given: number | null, total: number, param: string, what: string): number {
  if (given === null) return total;
  if (given < 1) return Math.max(1, Math.floor(given * total));
  if (given <= total) return given;
  throw new RangeError(
    `${param} must be at most the number of ${what}, which is ${total}, but it is ${given}`,
  );
}
