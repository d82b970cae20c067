/** The product of two rows of `length` numbers in `values`, which begin at `a` and at `b`. */
export function dot(values: Float64Array, a: number, b: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += values[a + k]! * values[b + k]!;
  return sum;
}
