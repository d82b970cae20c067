/**
 * The sum of the `count` least of values[start … end − 1] (sign 1), or of the greatest (sign −1). Those found so far
 * stand in order in `kept`, which has room for `count` numbers; most values are passed over at the first look.
 */
export function sumOfExtremes(
  values: Float64Array,
  start: number,
  end: number,
  count: number,
  sign: 1 | -1,
  kept: Float64Array,
): number {
  let size = 0;
  for (let i = start; i < end; i++) {
    const value = sign * values[i];
    if (size === count && value >= kept[count - 1]) continue;
    let place = size === count ? count - 1 : size++;
    for (; place > 0 && kept[place - 1] > value; place--) kept[place] = kept[place - 1];
    kept[place] = value;
  }
  let sum = 0;
  for (let i = 0; i < size; i++) sum += kept[i];
  return sign * sum;
}
