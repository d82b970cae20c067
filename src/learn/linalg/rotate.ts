/** Rotates two rows of `length` numbers in `rows`, which begin at `p` and at `q`, by the angle of this cosine and sine. */
export function rotate(
  rows: Float64Array,
  p: number,
  q: number,
  length: number,
  cos: number,
  sin: number,
): void {
  for (let k = 0; k < length; k++) {
    const x = rows[p + k]!;
    const y = rows[q + k]!;
    rows[p + k] = cos * x - sin * y;
    rows[q + k] = sin * x + cos * y;
  }
}
