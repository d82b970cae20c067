/** Parts up to this long are sorted by insertion. */
const SHORT = 16;

/**
 * The positions of `keys` in rising order of the keys. Equal keys come in the order in which numpy's `argsort`
 * leaves them by default (a quicksort by the median of three), so that what is decided by it is decided alike.
 */
export function unstableArgsort(keys: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: keys.length }, (_, i) => i);
  const stack = [0, keys.length - 1];
  while (stack.length > 0) {
    let right = stack.pop()!;
    let left = stack.pop()!;
    while (right - left >= SHORT) {
      const middle = parted(keys, order, left, right);
      // The larger part waits, so that the stack stays short.
      if (middle - left < right - middle) {
        stack.push(middle + 1, right);
        right = middle - 1;
      } else {
        stack.push(left, middle - 1);
        left = middle + 1;
      }
    }
    insertionSort(keys, order, left, right);
  }
  return order;
}

/** Moves what is smaller than the median of the first, middle and last key before it; returns where that is. */
function parted(keys: ArrayLike<number>, order: Int32Array, left: number, right: number): number {
  const middle = left + ((right - left) >> 1);
  const isLess = (a: number, b: number) => keys[order[a]!]! < keys[order[b]!]!;
  if (isLess(middle, left)) swap(order, middle, left);
  if (isLess(right, middle)) swap(order, right, middle);
  if (isLess(middle, left)) swap(order, middle, left);
  const pivot = keys[order[middle]!]!;
  let low = left;
  let high = right - 1;
  swap(order, middle, high);
  for (;;) {
    do low++;
    while (keys[order[low]!]! < pivot);
    do high--;
    while (pivot < keys[order[high]!]!);
    if (low >= high) break;
    swap(order, low, high);
  }
  swap(order, low, right - 1);
  return low;
}

function insertionSort(keys: ArrayLike<number>, order: Int32Array, left: number, right: number): void {
  for (let i = left + 1; i <= right; i++) {
    const item = order[i]!;
    let at = i;
    for (; at > left && keys[item]! < keys[order[at - 1]!]!; at--) order[at] = order[at - 1]!;
    order[at] = item;
  }
}

function swap(order: Int32Array, a: number, b: number): void {
  const item = order[a]!;
  order[a] = order[b]!;
  order[b] = item;
}
