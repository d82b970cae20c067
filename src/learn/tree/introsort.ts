/**
 * Sorts `values` from `start` to `end`, and `rows` along with them. Quicksort that parts in three around the median
 * of three (Bentley and McIlroy, 1993), and heapsort where that goes too deep (Musser, 1997). It leaves equal values
 * in the order in which scikit-learn's trees leave them, which decides how sums over them round.
 */
export function introsort(values: Float32Array, rows: Int32Array, start: number, end: number): void {
  const depth = 2 * Math.floor(Math.log(end - start) / Math.LN2);
  if (end - start > 1) sortRange(values, rows, start, end, depth);
}

function sortRange(values: Float32Array, rows: Int32Array, start: number, end: number, depth: number): void {
  let from = start;
  for (let left = depth; end - from > 1; left--) {
    if (left <= 0) {
      heapsort(values, rows, from, end);
      return;
    }
    const n = end - from;
    const pivot = median(values[from]!, values[from + (n >> 1)]!, values[end - 1]!);
    let less = from;
    let more = end;
    for (let i = from; i < more; ) {
      const value = values[i]!;
      if (value < pivot) swap(values, rows, i++, less++);
      else if (value > pivot) swap(values, rows, i, --more);
      else i++;
    }
    if (less - from > 1) sortRange(values, rows, from, less, left - 1);
    from = more;
  }
}

function median(a: number, b: number, c: number): number {
  if (a < b) return b < c ? b : a < c ? c : a;
  if (b < c) return a < c ? a : c;
  return b;
}

function heapsort(values: Float32Array, rows: Int32Array, start: number, end: number): void {
  const n = end - start;
  for (let root = (n - 2) >> 1; root >= 0; root--) siftDown(values, rows, start, root, n);
  for (let last = n - 1; last > 0; last--) {
    swap(values, rows, start, start + last);
    siftDown(values, rows, start, 0, last);
  }
}

function siftDown(values: Float32Array, rows: Int32Array, start: number, from: number, size: number): void {
  for (let root = from; ; ) {
    const child = 2 * root + 1;
    let largest = root;
    if (child < size && values[start + largest]! < values[start + child]!) largest = child;
    if (child + 1 < size && values[start + largest]! < values[start + child + 1]!) largest = child + 1;
    if (largest === root) return;
    swap(values, rows, start + root, start + largest);
    root = largest;
  }
}

function swap(values: Float32Array, rows: Int32Array, a: number, b: number): void {
  const value = values[a]!;
  values[a] = values[b]!;
  values[b] = value;
  const row = rows[a]!;
  rows[a] = rows[b]!;
  rows[b] = row;
}
