import type { EncodedLabels } from "../base/labels.ts";

/** The largest number below 1: times it a number becomes the next smaller one. */
const JUST_BELOW_ONE = 1 - 2 ** -53;

/** The mutual information of two columns of categories, in nats: counted. */
export function discreteInformation(a: EncodedLabels, b: EncodedLabels): number {
  const rows = a.codes.length;
  const width = b.classes.length;
  const both = new Float64Array(a.classes.length * width);
  const ofA = new Float64Array(a.classes.length);
  const ofB = new Float64Array(width);
  for (let i = 0; i < rows; i++) {
    both[a.codes[i]! * width + b.codes[i]!]!++;
    ofA[a.codes[i]!]!++;
    ofB[b.codes[i]!]!++;
  }
  let information = 0;
  for (let at = 0; at < both.length; at++) {
    if (both[at] === 0) continue;
    const expected = (ofA[Math.floor(at / width)]! * ofB[at % width]!) / rows;
    information += (both[at]! / rows) * Math.log(both[at]! / expected);
  }
  return Math.max(0, information);
}

/**
 * The mutual information of a column of different numbers and the classes, in nats: each row's distance to its
 * `k`-th nearest of the same class, against how many of any class are nearer (Ross, 2014). Never below 0.
 */
export function continuousInformation(column: Float64Array, labels: EncodedLabels, k: number): number {
  const byClass = labels.classes.map((_, code) => column.filter((_, i) => labels.codes[i] === code).sort());
  const looked = byClass.filter(({ length }) => length > 1);
  const all = Float64Array.from(looked.flatMap((values) => Array.from(values))).sort();
  const harmonic = harmonicNumbers(all.length);
  let sum = 0;
  for (const values of looked) {
    const neighbors = Math.min(k, values.length - 1);
    const isSmall = neighbors >= values.length >> 1;
    const radii = (isSmall ? radiiOfSmallClass : neighborRadii)(values, neighbors);
    const alike = harmonic[neighbors - 1]! - harmonic[values.length - 1]!;
    for (let i = 0; i < values.length; i++) {
      sum += alike - harmonic[countWithin(all, values[i]!, radii[i]!) - 1]!;
    }
  }
  // The digamma of n is the harmonic number of n - 1 less a constant, which here cancels.
  return all.length === 0 ? 0 : Math.max(0, harmonic[all.length - 1]! + sum / all.length);
}

function harmonicNumbers(most: number): Float64Array {
  const numbers = new Float64Array(most + 1);
  for (let i = 1; i <= most; i++) numbers[i] = numbers[i - 1]! + 1 / i;
  return numbers;
}

/** For each of the sorted values a radius just too small to reach its `k`-th nearest. */
function neighborRadii(values: Float64Array, k: number): Float64Array {
  return values.map((value, i) => {
    let low = i;
    let high = i;
    for (let n = 0; n < k; n++) {
      const below = low > 0 ? value - values[low - 1]! : Number.POSITIVE_INFINITY;
      const above = high < values.length - 1 ? values[high + 1]! - value : Number.POSITIVE_INFINITY;
      if (below < above) low--;
      else high++;
    }
    return Math.max(value - values[low]!, values[high]! - value) * JUST_BELOW_ONE;
  });
}

/**
 * As `neighborRadii`, by the sums of squares and products by which scikit-learn measures in a class of so few rows
 * that it compares each with each. They lose digits, and with so few rows that shows: only so is the result the same.
 */
function radiiOfSmallClass(values: Float64Array, k: number): Float64Array {
  const squares = new Float64Array(values.length);
  return values.map((value) => {
    for (let i = 0; i < values.length; i++) {
      const other = values[i]!;
      squares[i] = Math.max(0, value * value - 2 * value * other + other * other);
    }
    // The row itself is at distance 0, and comes first.
    return Math.sqrt(squares.sort()[k]!) * JUST_BELOW_ONE;
  });
}

/** How many of the sorted values are at most `radius` from `value`, which is one of them. */
function countWithin(sorted: Float64Array, value: number, radius: number): number {
  return (
    firstNot(sorted, (other) => other - value <= radius) - firstNot(sorted, (other) => value - other > radius)
  );
}

/** Where in `sorted` the first value is for which `holds`, true only of the smaller ones, is false. */
function firstNot(sorted: Float64Array, holds: (value: number) => boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(sorted[middle]!)) from = middle + 1;
    else to = middle;
  }
  return from;
}
