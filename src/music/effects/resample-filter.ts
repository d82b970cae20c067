import { remembered } from "../base/remembered.ts";

/** Zero crossings of the sinc on either side, at the lower of the two rates. */
const CROSSINGS = 64;
/** How far below the sound everything is that resampling adds. */
const STOP_DB = 100;
// Kaiser's formulas (Oppenheim and Schafer, Discrete-Time Signal Processing, §7.6): the window's shape, and how wide the
// band is, as a share of half the lower rate, in which its filter goes from all to nothing.
const BETA = 0.1102 * (STOP_DB - 8.7);
const TRANSITION = (STOP_DB - 8) / (2.285 * 2 * CROSSINGS * Math.PI);
/** The filter is at one half here, so that it has reached its stop band at half the lower rate. */
const CUTOFF = 1 - TRANSITION / 2;
/** Places between two samples of the lower rate at which a filter is tabulated that has to be interpolated. */
const PLACES = 1024;

/** A low-pass filter between two rates, tabulated at `places` + 1 places from one input sample to the next. */
export type ResampleFilter = {
  places: number;
  /** Input samples that are weighted for one output sample; a multiple of 4. */
  taps: number;
  /** taps weights for each place. */
  table: Float64Array;
};

/**
 * The filter for output samples at `ratio` times the input's rate. `places` of them stand between two input samples; 0
 * where they can stand anywhere.
 */
export const resampleFilter = remembered((ratio: number, places: number): ResampleFilter => {
  const scale = Math.min(1, ratio);
  const reach = CROSSINGS / scale;
  // Even, so that the weights can be taken four at a time.
  const half = 2 * Math.ceil(reach / 2);
  const taps = 2 * half;
  const count = places || Math.max(8, Math.ceil(PLACES * scale));
  const table = new Float64Array((count + 1) * taps);
  const cutoff = CUTOFF * scale;
  const norm = cutoff / besselI0(BETA);
  for (let place = 0; place <= count; place++) {
    for (let tap = 0; tap < taps; tap++) {
      const x = place / count + half - 1 - tap;
      const inside = 1 - (x / reach) ** 2;
      if (inside <= 0) continue;
      const angle = Math.PI * cutoff * x;
      const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
      table[place * taps + tap] = norm * sinc * besselI0(BETA * Math.sqrt(inside));
    }
  }
  return { places: count, taps, table };
});

/** The modified Bessel function of order 0, by its power series. */
function besselI0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
