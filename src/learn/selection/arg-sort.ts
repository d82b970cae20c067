/** Parts whose first and last item are no farther apart than this are put in order by insertion. */
const SMALL = 15;

/**
 * The positions of `values`, sorted by value. Where values are equal, their order is that of numpy's default sort
 * (quicksort by the median of three, the smaller part first, insertion for short parts), on which scikit-learn's
 * choices among equals rest.
 */
export function argSort(values: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: values.length }, (_, i) => i);
  const at = (position: number) => values[order[position]!]!;
  const swap = (a: number, b: number) => {
    const kept = order[a]!;
    order[a] = order[b]!;
    order[b] = kept;
  };
  const waiting: [left: number, right: number][] = [];
  let [left, right] = [0, order.length - 1];
  for (;;) {
    while (right - left > SMALL) {
      const middle = left + ((right - left) >> 1);
      if (at(middle) < at(left)) swap(middle, left);
      if (at(right) < at(middle)) swap(right, middle);
      if (at(middle) < at(left)) swap(middle, left);
      const pivot = at(middle);
      let i = left;
      let j = right - 1;
      swap(middle, j);
      for (;;) {
        do i++;
        while (at(i) < pivot);
        do j--;
        while (pivot < at(j));
        if (i >= j) break;
        swap(i, j);
      }
      swap(i, right - 1);
      if (i - left < right - i) {
        waiting.push([i + 1, right]);
        right = i - 1;
      } else {
        waiting.push([left, i - 1]);
        left = i + 1;
      }
    }
    insertionSort(order, values, left, right);
    if (waiting.length === 0) return order;
    [left, right] = waiting.pop()!;
  }
}

function insertionSort(order: Int32Array, values: ArrayLike<number>, left: number, right: number): void {
  for (let i = left + 1; i <= right; i++) {
    const item = order[i]!;
    let j = i;
    for (; j > left && values[item]! < values[order[j - 1]!]!; j--) order[j] = order[j - 1]!;
    order[j] = item;
  }
}
