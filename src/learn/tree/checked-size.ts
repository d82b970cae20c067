/** Throws where a number of `y` is so large that sums over squares would be no numbers any more. */
export function checkSize(y: Float64Array, largest: number): void {
  const at = y.findIndex((value) => Math.abs(value) > largest);
  if (at < 0) return;
  throw new RangeError(`y must hold numbers of a size up to ${largest}, but item ${at} is ${y[at]}`);
}
