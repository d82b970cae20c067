import { requirePositive, requireWhole } from "../base/signal.ts";
import { requireCoefficients } from "./lfilter.ts";

/** How a filter answers to each frequency. */
export type FrequencyResponse = {
  /** The frequencies, in Hz. */
  hz: Float64Array;
  /** What a sine of each is multiplied by. */
  magnitude: Float64Array;
  /** How far it is turned, in radians from −π to π. */
  phase: Float64Array;
};

/** At which frequencies a response is taken. */
export type FreqzOptions = {
  /** Samples a second. */
  sr: number;
  /** How many frequencies, evenly from 0 Hz up to, but without, sr / 2; or the frequencies themselves. Default 512. */
  worN?: number | ArrayLike<number>;
};

/**
 * The frequency response of a filter: Σ b[i] e^(−jωi) / Σ a[i] e^(−jωi) (scipy.signal.freqz). Throws when a coefficient
 * is no number, or where a pole lies on a frequency asked for.
 *
 * @param b coefficients of what comes in
 * @param a coefficients of what has come out; [1] for none
 * @example
 * const {hz, magnitude} = music.freqz([0.5, 0.5], [1], {sr: 8000}); // the mean of two samples
 * Plot.plot({height: 150, x: {label: "Hz"}, marks: [Plot.line(hz, {x: (f) => f, y: magnitude})]})
 */
export function freqz(b: readonly number[], a: readonly number[], options: FreqzOptions): FrequencyResponse {
  const { sr, worN = 512 } = options;
  requireCoefficients(b, a, "freqz");
  requirePositive(sr, "sr", "freqz");
  const hz = frequencies(worN, sr);
  const magnitude = new Float64Array(hz.length);
  const phase = new Float64Array(hz.length);
  for (let k = 0; k < hz.length; k++) {
    const omega = (2 * Math.PI * hz[k]) / sr;
    const above = valueAt(b, omega);
    const below = valueAt(a, omega);
    const square = below.re * below.re + below.im * below.im;
    if (square === 0) {
      throw new RangeError(`freqz: the filter has a pole at ${hz[k]} Hz, where its response is infinite.`);
    }
    const re = (above.re * below.re + above.im * below.im) / square;
    const im = (above.im * below.re - above.re * below.im) / square;
    magnitude[k] = Math.hypot(re, im);
    phase[k] = Math.atan2(im, re);
  }
  return { hz, magnitude, phase };
}

function frequencies(worN: number | ArrayLike<number>, sr: number): Float64Array {
  if (typeof worN === "number") {
    requireWhole(worN, 1, "worN", "freqz");
    return Float64Array.from({ length: worN }, (_, k) => (k * sr) / 2 / worN);
  }
  const hz = Float64Array.from(worN);
  const wrong = hz.findIndex((one) => !Number.isFinite(one));
  if (wrong >= 0)
    throw new RangeError(`freqz: worN[${wrong}] is ${hz[wrong]}; it must be a frequency in Hz.`);
  return hz;
}

/** Σ c[i] e^(−jωi), from the last coefficient to the first (Horner). */
function valueAt(coefficients: readonly number[], omega: number): { re: number; im: number } {
  const cos = Math.cos(omega);
  const sin = -Math.sin(omega);
  let re = 0;
  let im = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) {
    const turned = re * cos - im * sin + coefficients[i];
    im = im * cos + re * sin;
    re = turned;
  }
  return { re, im };
}
