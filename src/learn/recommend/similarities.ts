/** Likenesses are rounded to 12 digits, so that rounding errors do not decide which of equal ones comes first. */
const PRECISION = 1e12;

/** The rows of a table with gaps: for each row the columns that it has, in rising order, and the values there. */
export type SparseRows = { columns: Int32Array[]; values: Float64Array[] };

/**
 * How alike each row is to row `r`, over the columns that both have: -1 to 1, and 0 where there are fewer than
 * `minSupport` such columns. "cosine" of the values as they are, "pearson" of the values less their means there.
 */
export function similaritiesTo(
  { columns, values }: SparseRows,
  r: number,
  how: "cosine" | "pearson",
  minSupport: number,
): Float64Array {
  return Float64Array.from(columns, (others, s) => {
    const mine: number[] = [];
    const theirs: number[] = [];
    for (let i = 0, j = 0; i < columns[r]!.length && j < others.length; ) {
      const difference = columns[r]![i]! - others[j]!;
      if (difference === 0) {
        mine.push(values[r]![i]!);
        theirs.push(values[s]![j]!);
      }
      if (difference <= 0) i++;
      if (difference >= 0) j++;
    }
    if (mine.length < minSupport) return 0;
    return how === "pearson" ? cosine(centred(mine), centred(theirs)) : cosine(mine, theirs);
  });
}

function centred(values: number[]): number[] {
  const [first] = values;
  // Less the first value before the mean, so that equal values become exactly 0.
  const shifted = values.map((value) => value - first!);
  const mean = shifted.reduce((sum, value) => sum + value, 0) / values.length;
  return shifted.map((value) => value - mean);
}

function cosine(a: number[], b: number[]): number {
  const scaleA = largest(a);
  const scaleB = largest(b);
  // Scaled, so that squares of tiny ratings do not vanish.
  if (scaleA === 0 || scaleB === 0) return 0;
  let product = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i]! / scaleA;
    const y = b[i]! / scaleB;
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  const size = Math.sqrt(squaresA) * Math.sqrt(squaresB);
  return Math.round((product / size) * PRECISION) / PRECISION;
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
