/**
 * The power of two by which numbers are to be multiplied so that the largest comes near 1 and no square of one
 * overflows; exact, as only exponents change. 1 where all are 0.
 */
export function powerScale(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  if (largest === 0) return 1;
  // Beyond these bounds the power itself, or its inverse, would be no normal number.
  return 2 ** -Math.max(-1000, Math.min(1000, Math.round(Math.log2(largest))));
}
