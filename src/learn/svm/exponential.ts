/** How many steps the powers of two between 1 and 2 are tabulated in. */
const STEPS = 128;
const FIXED_BITS = 160n;
/** Added and taken away again, it leaves the nearest whole number. */
const ROUNDER = 1.5 * 2 ** 52;
const STEPS_PER_UNIT = STEPS / Math.LN2;
/** ln 2 / 128 in two parts, of which the first has so few digits that whole multiples of it are exact. */
const STEP_HIGH = 0.0054152123047970235;
const STEP_LOW = 4.332754919504735e-11;
const LEAST = -707;
const MOST = 708;

/** 2^(i/128) for i = 0 … 127, and by which part of itself the true value is larger than the rounded one. */
const { powers, remainders } = tabulate();
/** 2^e for e = -1023 … 1023, e + 1023 being the position. */
const scales = Float64Array.from({ length: 2047 }, (_, i) => 2 ** (i - 1023));

/**
 * e^x within 0.51 units in the last place, several times as fast as Math.exp: e^x = 2^(k/128) · e^r with a table
 * for the first and five terms for the second (P. T. P. Tang, Table-driven implementation of the exponential
 * function, 1989). It is at least as near to the true value as Math.exp, so as a 32-bit number it is the same.
 */
export function exponential(x: number): number {
  if (!(x > LEAST && x < MOST)) return Math.exp(x);
  const k = x * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const r = x - k * STEP_HIGH - k * STEP_LOW;
  const step = k & (STEPS - 1);
  const squared = r * r;
  const rest =
    remainders[step]! +
    r +
    squared * (0.5 + r * 0.16666666666666666) +
    squared * squared * (0.041666666666666664 + r * 0.008333333333333333);
  const scale = powers[step]! * scales[(k >> 7) + 1023]!;
  return scale + scale * rest;
}

function tabulate(): { powers: Float64Array; remainders: Float64Array } {
  const one = 1n << FIXED_BITS;
  let root = 2n * one;
  for (let halvings = 1; halvings < STEPS; halvings *= 2) root = squareRoot(root * one);
  const exact = [one];
  for (let i = 1; i < STEPS; i++) exact.push((exact[i - 1]! * root) >> FIXED_BITS);
  const powers = Float64Array.from(exact, (power) => Number(power) / 2 ** Number(FIXED_BITS));
  const remainders = Float64Array.from(exact, (power, i) => {
    const rounded = BigInt(powers[i]! * 2 ** 52) << (FIXED_BITS - 52n);
    return Number(power - rounded) / Number(power);
  });
  return { powers, remainders };
}

/** The largest whole number whose square is at most `value` (Newton's method from above). */
function squareRoot(value: bigint): bigint {
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const better = (root + value / root) >> 1n;
    if (better >= root) return root;
    root = better;
  }
}
