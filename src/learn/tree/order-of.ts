const DIGIT_BITS = 11;
const DIGITS = 3;
const BUCKETS = 1 << DIGIT_BITS;

/**
 * The positions of the values in ascending order, equal ones in the order they have: the values' bits, made to sort
 * as the values do, are distributed by their lowest digit, then by the next ones (radix sort).
 */
export function orderOf(values: Float32Array): Int32Array {
  const size = values.length;
  const bits = new Int32Array(values.buffer, values.byteOffset, size);
  const keys = new Uint32Array(size);
  const counts = new Int32Array(DIGITS * BUCKETS);
  for (let i = 0; i < size; i++) {
    const key = (bits[i]! < 0 ? ~bits[i]! : bits[i]! ^ 0x80000000) >>> 0;
    keys[i] = key;
    for (let digit = 0; digit < DIGITS; digit++) {
      const bucket = digit * BUCKETS + ((key >>> (digit * DIGIT_BITS)) & (BUCKETS - 1));
      counts[bucket] = counts[bucket]! + 1;
    }
  }
  let order = new Int32Array(size);
  let next = new Int32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  for (let digit = 0; digit < DIGITS; digit++) {
    distribute(
      keys,
      order,
      next,
      counts.subarray(digit * BUCKETS, (digit + 1) * BUCKETS),
      digit * DIGIT_BITS,
    );
    [order, next] = [next, order];
  }
  return order;
}

/** Writes `order` to `next`, ordered by eleven bits of the keys of which `counts` says how often each occurs. */
function distribute(
  keys: Uint32Array,
  order: Int32Array,
  next: Int32Array,
  counts: Int32Array,
  shift: number,
): void {
  let begin = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const count = counts[bucket]!;
    counts[bucket] = begin;
    begin += count;
  }
  for (let i = 0; i < order.length; i++) {
    const id = order[i]!;
    const bucket = (keys[id]! >>> shift) & (BUCKETS - 1);
    const at = counts[bucket]!;
    counts[bucket] = at + 1;
    next[at] = id;
  }
}
