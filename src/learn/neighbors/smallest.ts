/** Below this length comparing each with each is faster than parting. */
const SHORT = 12;

/** Keeps the `k` smallest of the keys that it is offered, with their ids; of equal keys those that came first. */
export class Smallest {
  /** After `sort`, the smallest keys, in order. */
  readonly keys: Float64Array;
  /** The ids of `keys`. */
  readonly ids: Int32Array;
  /** How many it keeps. */
  readonly k: number;
  private length = 0;
  /** No key from here on is among the smallest. */
  private limit = Number.POSITIVE_INFINITY;

  constructor(k: number) {
    // Sorting a full buffer now and then is cheaper than keeping it in order all the time.
    const capacity = 2 * k + SHORT;
    this.keys = new Float64Array(capacity);
    this.ids = new Int32Array(capacity);
    this.k = k;
  }

  /** Takes a key and its id, which must be larger than all ids before. */
  offer(key: number, id: number): void {
    if (key >= this.limit) return;
    this.keys[this.length] = key;
    this.ids[this.length] = id;
    this.length += 1;
    if (this.length === this.keys.length) this.part();
  }

  /** Forgets all but the `k` smallest, of which there must have been as many; returns the largest of them. */
  part(): number {
    const { keys, ids, k } = this;
    partFirst(keys, ids, this.length, k);
    this.length = k;
    let largest = keys[0]!;
    for (let i = 1; i < k; i++) if (keys[i]! > largest) largest = keys[i]!;
    this.limit = largest;
    return largest;
  }

  /** The k-th smallest of the numbers between two positions, of which there must be as many. */
  lastOf(numbers: Int32Array, from: number, to: number): number {
    this.clear();
    for (let i = from; i < to; i++) this.offer(numbers[i]!, i);
    return this.part();
  }

  /** Puts the `k` smallest in front, in order. */
  sort(): void {
    sortFirst(this.keys, this.ids, 0, this.length, this.k);
  }

  clear(): void {
    this.length = 0;
    this.limit = Number.POSITIVE_INFINITY;
  }
}

/**
 * Sorts keys and the ids that go with them between `from` and `to`, by key and then by id, but only as far as the
 * first `k` go: a quicksort that leaves alone the parts behind them.
 */
function sortFirst(keys: Float64Array, ids: Int32Array, from: number, to: number, k: number): void {
  let start = from;
  const end = to;
  while (end - start > SHORT) {
    const middle = part(keys, ids, start, end);
    sortFirst(keys, ids, start, middle, k);
    if (middle >= k) return;
    start = middle;
  }
  for (let i = start + 1; i < end; i++) {
    const key = keys[i]!;
    const id = ids[i]!;
    let at = i;
    for (; at > start && isBefore(key, id, keys[at - 1]!, ids[at - 1]!); at--) {
      keys[at] = keys[at - 1]!;
      ids[at] = ids[at - 1]!;
    }
    keys[at] = key;
    ids[at] = id;
  }
}

/** Moves the `k` that come first, by key and then by id, to the front, in any order (Hoare's quickselect). */
function partFirst(keys: Float64Array, ids: Int32Array, length: number, k: number): void {
  let start = 0;
  let end = length;
  while (end - start > 1) {
    const middle = part(keys, ids, start, end);
    if (middle === k) return;
    if (middle > k) end = middle;
    else start = middle;
  }
}

/** Moves what comes before some item of the range to its front (Hoare, 1961); returns where the rest begins. */
function part(keys: Float64Array, ids: Int32Array, start: number, end: number): number {
  const middle = (start + end - 1) >> 1;
  const key = keys[middle]!;
  const id = ids[middle]!;
  let low = start - 1;
  let high = end;
  for (;;) {
    do low++;
    while (isBefore(keys[low]!, ids[low]!, key, id));
    do high--;
    while (isBefore(key, id, keys[high]!, ids[high]!));
    if (low >= high) return high + 1;
    const otherKey = keys[low]!;
    const otherId = ids[low]!;
    keys[low] = keys[high]!;
    ids[low] = ids[high]!;
    keys[high] = otherKey;
    ids[high] = otherId;
  }
}

function isBefore(keyA: number, idA: number, keyB: number, idB: number): boolean {
  return keyA < keyB || (keyA === keyB && idA < idB);
}
