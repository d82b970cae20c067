/** Bins in the narrowest band that the noise is measured in. */
const LEAST_BINS = 16;
/** So many are enough. */
const ENOUGH_BINS = 32;
/** This share of a band's bins is taken for noise alone: the rest may hold partials. */
const QUANTILE = 0.4;
/** The power below which that share of white noise lies is this times less than its mean (it is exponential). */
const MEAN_OVER_QUANTILE = -1 / Math.log(1 - QUANTILE);
/** What is less than this often the noise around it goes: one bin in 55 of white noise is stronger. */
const TIMES_NOISE = 4;

/** The bins in which noise is measured: bands from 1 on that grow to half their frequency. */
export type NoiseBands = { from: Int32Array; to: Int32Array; floor: Float64Array; scratch: Float64Array };

/** Bands for a spectrum of bins 0 … `last`. */
export function noiseBands(last: number): NoiseBands {
  const from: number[] = [];
  const to: number[] = [];
  for (let start = 1; start < last; ) {
    const end = start + Math.max(LEAST_BINS, start >> 1);
    const whole = last - end < LEAST_BINS ? last : end;
    from.push(start);
    to.push(whole);
    start = whole;
  }
  return {
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    floor: new Float64Array(from.length),
    scratch: new Float64Array(last + 1),
  };
}

/**
 * Takes the noise out of a power spectrum: from every bin, four times the noise between the peaks around it, or all
 * that it has. Returns the share of the power that is left.
 */
export function subtractNoise(power: Float64Array, last: number, bands: NoiseBands): number {
  const { from, to, floor, scratch } = bands;
  for (let b = 0; b < from.length; b++) {
    // In a wide band some of the bins tell as much as all.
    const step = 1 + Math.floor((to[b] - from[b]) / ENOUGH_BINS);
    let count = 0;
    for (let k = from[b]; k < to[b]; k += step) scratch[count++] = power[k];
    floor[b] = TIMES_NOISE * MEAN_OVER_QUANTILE * nthSmallest(scratch, count, Math.floor(QUANTILE * count));
  }
  let before = 0;
  let after = 0;
  // Between the middles of two bands the noise goes straight from the one to the other; beyond, it stays.
  let k = 0;
  let left = 0;
  for (let b = 0; b <= from.length; b++) {
    const right = b < from.length ? (from[b] + to[b]) / 2 : last + 1;
    const start = floor[Math.max(0, b - 1)];
    const slope = b === 0 || b === from.length ? 0 : (floor[b] - start) / (right - left);
    for (; k < right; k++) {
      before += power[k];
      const rest = power[k] - start - slope * (k - left);
      power[k] = rest > 0 ? rest : 0;
      after += power[k];
    }
    left = right;
  }
  return before > 0 ? after / before : 0;
}

/** The value that would stand at place `n` if the first `count` values were sorted; moves them about (Hoare). */
function nthSmallest(values: Float64Array, count: number, n: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = values[n];
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (pivot < values[j]) j--;
      if (i <= j) {
        const kept = values[i];
        values[i++] = values[j];
        values[j--] = kept;
      }
    }
    if (j < n) low = i;
    if (n < i) high = j;
  }
  return values[n];
}
