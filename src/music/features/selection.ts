/**
 * The sum of the `count` least of the first `length` values. Puts them in front: the array is left in another order
 * (Hoare's selection, 1961).
 */
export function leastOf(values: Float64Array, length: number, count: number): number {
  partition(values, length, count);
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i];
  return sum;
}

/** The sum of the `count` greatest of the first `length` values. Puts them at the end, as {@link leastOf} does in front. */
export function greatestOf(values: Float64Array, length: number, count: number): number {
  partition(values, length, length - count);
  let sum = 0;
  for (let i = length - count; i < length; i++) sum += values[i];
  return sum;
}

/** Reorders the first `length` values so that none of the first `count` is above any of the others. */
function partition(values: Float64Array, length: number, count: number): void {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1];
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i <= j) {
        const other = values[i];
        values[i++] = values[j];
        values[j--] = other;
      }
    }
    if (count <= j) high = j;
    else if (count >= i) low = i;
    else return;
  }
}
