import { autocorrelator } from "./autocorrelator.ts";
import { smoothed, standardised, unitDeviation, valueAt } from "./curve-statistics.ts";
import type { RhythmCurves } from "./rhythm-curves.ts";

/** What of a sound's curves repeats, and after how many frames. */
export type Periodicity = {
  hopSeconds: number;
  /** The curves of the bass, the middle, the treble and the harmony without their local means, in standard deviations. */
  bands: Float64Array[];
  /** Their sum, weighed by how regular they are, before and after smoothing. */
  sharp: Float64Array;
  novelty: Float64Array;
  /** Autocorrelations by lag, 1 at lag 0: of the novelty, and of the four curves. */
  correlation: Float64Array;
  bandCorrelations: Float64Array[];
  /** The tempi that were tried, as lags, and the mean of the correlation at 1, 2, 3 and 4 times each. */
  lags: Float64Array;
  comb: Float64Array;
};

/** The slowest and the fastest tempo that is looked for. */
export const SLOWEST_BPM = 36;
export const FASTEST_BPM = 260;
const LOCAL_SECONDS = 1.5;
/** Frames of a Gaussian through which the bands are correlated. */
const BAND_SMOOTHING = 1.2;
const TEETH = 4;

/** `smoothing` in seconds is the width of the Gaussian through which beats are looked for. */
export function periodicity(curves: RhythmCurves, smoothing: number): Periodicity {
  const { hopSeconds } = curves;
  const reach = Math.round(LOCAL_SECONDS / hopSeconds);
  const bands = [curves.low, curves.middle, curves.high, curves.harmony].map((x) => standardised(x, reach));
  const most = Math.ceil((TEETH * 60) / SLOWEST_BPM / hopSeconds);
  const correlations = bands.map((band) => correlationOf(smoothed(band, BAND_SMOOTHING), most));
  const weights = correlations.map((correlation) => {
    let greatest = 0;
    const to = Math.min(correlation.length, Math.round(2 / hopSeconds));
    for (let lag = Math.round(0.22 / hopSeconds); lag < to; lag++)
      greatest = Math.max(greatest, correlation[lag]);
    return greatest ** 2 + 0.02;
  });
  const sum = new Float64Array(curves.frames);
  bands.forEach((band, g) => {
    for (let t = 0; t < sum.length; t++) sum[t] += weights[g] * band[t];
  });
  const sharp = unitDeviation(sum);
  const novelty = smoothed(sharp, smoothing / hopSeconds);
  const correlation = correlationOf(novelty, most);
  const shortest = 60 / FASTEST_BPM / hopSeconds;
  const count = 1 + Math.floor(2 * (60 / SLOWEST_BPM / hopSeconds - shortest));
  const lags = Float64Array.from({ length: count }, (_, i) => shortest + i / 2);
  const comb = lags.map((lag) => {
    let total = 0;
    for (let k = 1; k <= TEETH; k++) total += valueAt(correlation, k * lag) / TEETH;
    return total;
  });
  return { hopSeconds, bands, sharp, novelty, correlation, bandCorrelations: correlations, lags, comb };
}

/** The mean product of the curve and itself `lag` frames later, by lag, over that at lag 0. */
function correlationOf(x: Float64Array, most: number): Float64Array {
  const sums = new Float64Array(Math.min(most + 2, x.length));
  autocorrelator(x.length)(x, sums);
  const power = sums[0] / x.length;
  for (let lag = 0; lag < sums.length; lag++) {
    sums[lag] = power > 1e-12 ? sums[lag] / (x.length - lag) / power : 0;
  }
  return sums;
}
