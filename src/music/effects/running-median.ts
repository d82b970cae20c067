/**
 * Writes the median of the `size` values about each of `line`'s middle ones to `output`: `line` holds output.length +
 * size − 1 values. Of an even number it is the upper of the two in the middle (scipy.ndimage.median_filter). The window
 * stays sorted while it moves: one value leaves and one enters, and only those between them change places (Huang et
 * al., A fast two-dimensional median filtering algorithm, 1979, with a sorted list for their histogram). `sorted` is a
 * work space of `size`.
 */
export function runningMedian(
  line: Float64Array,
  size: number,
  output: Float64Array,
  sorted: Float64Array,
): void {
  const middle = size >> 1;
  sorted.set(line.subarray(0, size));
  sorted.sort();
  output[0] = sorted[middle];
  for (let i = 1; i < output.length; i++) {
    const leaving = line[i - 1];
    const entering = line[i + size - 1];
    let place = 0;
    for (let end = size; place < end; ) {
      const half = (place + end) >> 1;
      if (sorted[half] < leaving) place = half + 1;
      else end = half;
    }
    for (; place + 1 < size && sorted[place + 1] < entering; place++) sorted[place] = sorted[place + 1];
    for (; place > 0 && sorted[place - 1] > entering; place--) sorted[place] = sorted[place - 1];
    sorted[place] = entering;
    output[i] = sorted[middle];
  }
}

/** Fills in what lies before and behind the `length` values from `before` on: their mirror image, ends repeated. */
export function mirrorEnds(line: Float64Array, before: number, length: number): void {
  const period = 2 * length;
  for (let i = 0; i < line.length; i++) {
    if (i === before) i += length;
    if (i >= line.length) return;
    const place = (((i - before) % period) + period) % period;
    line[i] = line[before + (place < length ? place : period - 1 - place)];
  }
}
