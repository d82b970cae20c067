/** A number from the beta distribution: the share of one gamma variate in two. `random` gives numbers from 0 to below 1. */
export function beta(a: number, b: number, random: () => number): number {
  const logA = logGamma(a, random);
  const logB = logGamma(b, random);
  return 1 / (1 + Math.exp(logB - logA));
}

/** The logarithm of a number from the gamma distribution (Marsaglia and Tsang, 2000). */
function logGamma(shape: number, random: () => number): number {
  // A small shape is drawn as a larger one times a power, whose logarithm fits where it itself may not.
  if (shape < 1) return logGamma(shape + 1, random) + Math.log(1 - random()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.log(d * v);
  }
}

/** A number from the normal distribution (Box and Muller, 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
