const LANES = 8;
const BLOCK = 128;

/** The sum, added up in numpy's order (pairwise, eight at a time), so that means equal scikit-learn's to the bit. */
export function sum(values: ArrayLike<number>, from = 0, count = values.length): number {
  if (count > BLOCK) {
    const half = Math.floor(count / 2);
    const first = half - (half % LANES);
    return sum(values, from, first) + sum(values, from + first, count - first);
  }
  let total = 0;
  let i = 0;
  if (count >= LANES) {
    const lanes = Array.from({ length: LANES }, (_, lane) => values[from + lane]!);
    for (i = LANES; i + LANES <= count; i += LANES) {
      for (let lane = 0; lane < LANES; lane++) lanes[lane]! += values[from + i + lane]!;
    }
    const [a, b, c, d, e, f, g, h] = lanes as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    total = a + b + (c + d) + (e + f + (g + h));
  }
  for (; i < count; i++) total += values[from + i]!;
  return total;
}

/** The mean, as numpy computes it. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/** The standard deviation of all the values (divided by their number), as numpy computes it. */
export function deviation(values: ArrayLike<number>): number {
  const middle = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - middle) * (value - middle))));
}
