/**
 * The positions of `keys` with the k-th smallest at place `k`, smaller ones before it and larger ones behind it, in
 * the order in which numpy's `argpartition` leaves them (quickselect by the median of three), so that what is decided
 * by that order is decided alike.
 */
export function unstableArgpartition(keys: Float64Array, k: number): Int32Array {
  const order = Int32Array.from({ length: keys.length }, (_, i) => i);
  const key = (at: number) => keys[order[at]!]!;
  const exchange = (a: number, b: number) => {
    const kept = order[a]!;
    order[a] = order[b]!;
    order[b] = kept;
  };
  let low = 0;
  let high = keys.length - 1;
  if (k < 3) {
    for (let i = 0; i <= k; i++) {
      let least = i;
      for (let at = i + 1; at <= high; at++) if (key(at) < key(least)) least = at;
      exchange(i, least);
    }
    return order;
  }
  if (k === high) {
    let most = 0;
    for (let at = 1; at <= high; at++) if (!(key(at) < key(most))) most = at;
    exchange(k, most);
    return order;
  }
  while (low + 1 < high) {
    const middle = low + ((high - low) >> 1);
    if (key(high) < key(middle)) exchange(high, middle);
    if (key(high) < key(low)) exchange(high, low);
    if (key(low) < key(middle)) exchange(low, middle);
    exchange(middle, low + 1);
    const pivot = key(low);
    let up = low + 1;
    let down = high;
    for (;;) {
      do up++;
      while (key(up) < pivot);
      do down--;
      while (pivot < key(down));
      if (down < up) break;
      exchange(up, down);
    }
    exchange(low, down);
    if (down >= k) high = down - 1;
    if (down <= k) low = up;
  }
  if (high === low + 1 && key(high) < key(low)) exchange(high, low);
  return order;
}
