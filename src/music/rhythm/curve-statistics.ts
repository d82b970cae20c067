/** The curve without the mean of the frames within `reach`, in standard deviations; all 0 where nothing changes. */
export function standardised(x: Float64Array, reach: number): Float64Array {
  const sums = new Float64Array(x.length + 1);
  for (let i = 0; i < x.length; i++) sums[i + 1] = sums[i] + x[i];
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const from = Math.max(0, i - reach);
    const to = Math.min(x.length, i + reach + 1);
    out[i] = x[i] - (sums[to] - sums[from]) / (to - from);
  }
  return unitDeviation(out);
}

/** Divides by the standard deviation, in place; what does not change becomes 0. */
export function unitDeviation(x: Float64Array): Float64Array {
  let mean = 0;
  for (let i = 0; i < x.length; i++) mean += x[i] / x.length;
  let square = 0;
  for (let i = 0; i < x.length; i++) square += (x[i] - mean) ** 2 / x.length;
  const deviation = Math.sqrt(square);
  for (let i = 0; i < x.length; i++) x[i] = deviation > 1e-12 ? x[i] / deviation : 0;
  return x;
}

/** The curve through a Gaussian of so many frames, with nothing beyond its ends. */
export function smoothed(x: Float64Array, frames: number): Float64Array {
  if (frames === 0) return Float64Array.from(x);
  const reach = Math.ceil(3 * frames);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-0.5 * ((i - reach) / frames) ** 2),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    let value = 0;
    const to = Math.min(x.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= to; j++) value += x[j] * weights[j - i + reach];
    out[i] = value / sum;
  }
  return out;
}

/** The curve between its frames, on straight lines; 0 beyond them. */
export function valueAt(x: Float64Array, place: number): number {
  const at = Math.floor(place);
  if (!(at >= 0 && at + 1 < x.length)) return 0;
  return x[at] + (place - at) * (x[at + 1] - x[at]);
}
