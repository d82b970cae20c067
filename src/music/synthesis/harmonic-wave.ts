import { nextPowerOfTwo, realFft } from "../base/real-fft.ts";

/** A partial of a periodic wave: amplitude × sin(k x + phase). */
export type Partial = { amplitude: number; phase: number };

// A period is tabulated at 32 places or more for each period of the highest partial, and read between them by
// polynomials through eight: they are off by less than 3e-9 of that partial, and far less of all others.
const PLACES_A_PARTIAL = 32;
const LEAST_PLACES = 64;
const POINTS = 8;
const BEFORE = 3;

/** Π (i − j) over the other nodes j, for the nodes −3 … 4: what Lagrange's polynomials are divided by. */
const DIVISORS = Array.from({ length: POINTS }, (_, i) =>
  Array.from({ length: POINTS }, (_, j) => (i === j ? 1 : i - j)).reduce(
    (product, factor) => product * factor,
  ),
);

/** A table for more would take a second to make. */
const MOST_PARTIALS = 2 ** 17;

/** How many partials of `hz` lie below half the sample rate. Throws when they are too many to be added up. */
export function partialCount(hz: number, sr: number, caller: string): number {
  const count = Math.ceil(sr / 2 / hz) - 1;
  if (count > MOST_PARTIALS) {
    throw new RangeError(
      `${caller}: hz is ${hz}; at sr ${sr} it must be at least ${(sr / 2 / MOST_PARTIALS).toFixed(2)}.`,
    );
  }
  return count;
}

/** `count` samples of the sum of partials 1, 2, 3 … of `hz`, as fast for many partials as for a few. */
export function harmonicWave(
  partials: readonly Partial[],
  hz: number,
  sr: number,
  count: number,
): Float64Array {
  const table = period(partials);
  const size = table.length - POINTS;
  const weights = new Float64Array(POINTS);
  const out = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const place = (((i * hz) / sr) % 1) * size;
    const first = Math.floor(place);
    lagrange(place - first, weights);
    let sum = 0;
    for (let j = 0; j < POINTS; j++) sum += weights[j] * table[first + j];
    out[i] = sum;
  }
  return out;
}

/** One period of a wave, begun three places early and ended some late. */
function period(partials: readonly Partial[]): Float64Array {
  const size = Math.max(LEAST_PLACES, nextPowerOfTwo(PLACES_A_PARTIAL * partials.length));
  const re = new Float64Array(size / 2 + 1);
  const im = new Float64Array(size / 2 + 1);
  for (const [i, { amplitude, phase }] of partials.entries()) {
    re[i + 1] = (size / 2) * amplitude * Math.sin(phase);
    im[i + 1] = (-size / 2) * amplitude * Math.cos(phase);
  }
  const once = new Float64Array(size);
  realFft(size).inverse(re, im, once);
  return Float64Array.from({ length: size + POINTS }, (_, i) => once[(i - BEFORE + size) % size]);
}

/** The weights of the nodes −3 … 4 for a place between nodes 0 and 1. */
function lagrange(place: number, weights: Float64Array): void {
  const x = place + BEFORE;
  let product = 1;
  for (let j = 0; j < POINTS; j++) {
    weights[j] = product;
    product *= x - j;
  }
  product = 1;
  for (let j = POINTS - 1; j >= 0; j--) {
    weights[j] *= product / DIVISORS[j];
    product *= x - j;
  }
}
