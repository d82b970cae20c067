import { requirePositive } from "../base/signal.ts";
import { requireAudible } from "./tone.ts";

/** The kinds of filters that a biquad can be. */
export type BiquadType =
  | "lowpass"
  | "highpass"
  | "bandpass"
  | "notch"
  | "allpass"
  | "peaking"
  | "lowshelf"
  | "highshelf";

/** A filter with two poles and two zeros. */
export type BiquadOptions = {
  /** What it does. */
  type: BiquadType;
  /** Its corner or its middle, in Hz. */
  hz: number;
  /** Samples a second. */
  sr: number;
  /** How sharp it is: at the corner a low or high pass has the level 20 log₁₀ q. Default 0.7071, the flattest. */
  q?: number;
  /** What "peaking", "lowshelf" and "highshelf" lift, or take below 0, in dB. Default 0. */
  gainDb?: number;
};

/** The coefficients of a filter, as scipy.signal has them: b of what comes in, a of what has come out, a[0] = 1. */
export type FilterCoefficients = { b: number[]; a: number[] };

/** What the formulas are made of. */
type Corner = { cos: number; alpha: number; gain: number };

/** b0, b1, b2, a0, a1, a2 (Bristow-Johnson). */
const cookbook: Record<BiquadType, (corner: Corner) => number[]> = {
  lowpass: ({ cos, alpha }) => [(1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha],
  highpass: ({ cos, alpha }) => [(1 + cos) / 2, -1 - cos, (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha],
  bandpass: ({ cos, alpha }) => [alpha, 0, -alpha, 1 + alpha, -2 * cos, 1 - alpha],
  notch: ({ cos, alpha }) => [1, -2 * cos, 1, 1 + alpha, -2 * cos, 1 - alpha],
  allpass: ({ cos, alpha }) => [1 - alpha, -2 * cos, 1 + alpha, 1 + alpha, -2 * cos, 1 - alpha],
  peaking: ({ cos, alpha, gain }) => [
    1 + alpha * gain,
    -2 * cos,
    1 - alpha * gain,
    1 + alpha / gain,
    -2 * cos,
    1 - alpha / gain,
  ],
  lowshelf: (corner) => shelf(corner, 1),
  highshelf: (corner) => shelf(corner, -1),
};

/** A shelf on the left (side 1) or on the right (−1): the two differ in the sign of the cosine and of odd terms. */
function shelf({ cos, alpha, gain }: Corner, side: 1 | -1): number[] {
  const c = side * cos;
  const slope = 2 * Math.sqrt(gain) * alpha;
  return [
    gain * (gain + 1 - (gain - 1) * c + slope),
    side * 2 * gain * (gain - 1 - (gain + 1) * c),
    gain * (gain + 1 - (gain - 1) * c - slope),
    gain + 1 + (gain - 1) * c + slope,
    side * -2 * (gain - 1 + (gain + 1) * c),
    gain + 1 + (gain - 1) * c - slope,
  ];
}

/**
 * The coefficients of a filter by the cookbook of Bristow-Johnson (Cookbook Formulae for Audio EQ Biquad Filter
 * Coefficients, 1998), which is what browsers' filters do. A band pass has 0 dB in its middle. Throws when `hz` is at
 * half the sample rate or above.
 *
 * @example
 * const {b, a} = music.biquad({type: "lowpass", hz: 1000, sr: 22050});
 * const {hz, magnitude} = music.freqz(b, a, {sr: 22050});
 * Plot.plot({height: 150, x: {label: "Hz"}, marks: [Plot.line(hz, {x: (f) => f, y: magnitude})]})
 */
export function biquad(options: BiquadOptions): FilterCoefficients {
  return biquadOf(options, "biquad");
}

/** {@link biquad}, for a caller whose name the errors bear. */
export function biquadOf({ type, hz, sr, q = Math.SQRT1_2, gainDb = 0 }: BiquadOptions, caller: string) {
  requirePositive(sr, "sr", caller);
  requireAudible(hz, "hz", sr, caller);
  requirePositive(q, "q", caller);
  if (!(Math.abs(gainDb) <= 200)) {
    throw new RangeError(
      `${caller}: gainDb is ${gainDb}; it must be a number of decibels between -200 and 200.`,
    );
  }
  if (!Object.hasOwn(cookbook, type)) {
    const names = Object.keys(cookbook).map((name) => `"${name}"`);
    throw new RangeError(`${caller}: type is "${type}"; it must be one of ${names.join(", ")}.`);
  }
  const omega = (2 * Math.PI * hz) / sr;
  const corner = { cos: Math.cos(omega), alpha: Math.sin(omega) / (2 * q), gain: 10 ** (gainDb / 40) };
  const [b0, b1, b2, a0, a1, a2] = cookbook[type](corner);
  return { b: [b0 / a0, b1 / a0, b2 / a0], a: [1, a1 / a0, a2 / a0] };
}
