export type Impurity = "gini" | "entropy";

/**
 * How mixed a set of rows is, from how many there are of each class: Gini's index, the chance that two rows
 * drawn with replacement differ in class; or the entropy in bits. `total` is the sum of `counts`.
 */
export function impurity(kind: Impurity, counts: ArrayLike<number>, total: number): number {
  if (kind === "entropy") return entropy(counts, total);
  let squares = 0;
  for (let c = 0; c < counts.length; c++) squares += counts[c]! * counts[c]!;
  return gini(squares, total);
}

/** Gini's index from the sum of the squared counts. */
export function gini(squares: number, total: number): number {
  return 1 - squares / (total * total);
}

/** The entropy in bits. */
export function entropy(counts: ArrayLike<number>, total: number): number {
  let bits = 0;
  for (let c = 0; c < counts.length; c++) {
    const count = counts[c]!;
    if (count > 0) {
      const share = count / total;
      bits -= share * (Math.log(share) / Math.LN2);
    }
  }
  return bits;
}
