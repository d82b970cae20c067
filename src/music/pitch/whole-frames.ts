import { nextPowerOfTwo, type RealFft, realFft } from "../base/real-fft.ts";
import { emptyCurve, type LagCurve, normalizeDifference } from "./lag-curve.ts";
import type { ResolvedPitchOptions } from "./pitch-options.ts";
import type { SamplePyramid } from "./sample-pyramid.ts";

/** What YIN and MPM compare: half the frame with each of its shifts, or all of it that overlaps. */
export type Comparison = "halves" | "overlap";

/**
 * Reads frames as they are. "halves" is YIN's difference function (equation 6 of the paper) with a window of half the
 * frame; "overlap" is MPM's normalised square difference (McLeod & Wyvill, equation 9) over what the frame and its
 * shift have in common. Both by way of the Fourier transform, in O(n log n).
 */
export class WholeFrames {
  readonly curve: LagCurve;
  readonly levels = 1;
  private readonly compare: Comparison;
  private readonly fft: RealFft;
  private readonly frame: Float64Array;
  private readonly padded: Float64Array;
  private readonly re: Float64Array;
  private readonly im: Float64Array;
  private readonly otherRe: Float64Array;
  private readonly otherIm: Float64Array;

  constructor({ sr, fmin, fmax, frameLength }: ResolvedPitchOptions, compare: Comparison) {
    const half = frameLength >> 1;
    const last = Math.max(1, Math.min(Math.ceil(sr / fmin), frameLength - half - 1));
    this.compare = compare;
    this.curve = emptyCurve(1, Math.max(1, Math.floor(sr / fmax)), last);
    const size = Math.max(4, nextPowerOfTwo(compare === "halves" ? frameLength : frameLength + last + 1));
    this.fft = realFft(size);
    this.frame = new Float64Array(frameLength);
    this.padded = new Float64Array(size);
    const spectrum = () => new Float64Array(size / 2 + 1);
    this.re = spectrum();
    this.im = spectrum();
    this.otherRe = spectrum();
    this.otherIm = spectrum();
  }

  /** Fills the curve for the frame around sample `centre`. */
  read(pyramid: SamplePyramid, centre: number): void {
    pyramid.read(0, centre - (this.frame.length >> 1), this.frame);
    let energy = 0;
    for (const sample of this.frame) energy += sample * sample;
    this.curve.power = energy / this.frame.length;
    this.curve.tonal = energy > 0 ? 1 : 0;
    if (this.compare === "halves") this.halves();
    else this.overlap(energy);
    normalizeDifference(this.curve);
  }

  private halves(): void {
    const { frame, curve } = this;
    const half = frame.length >> 1;
    const correlation = this.correlate(half);
    let first = 0;
    for (let i = 0; i < half; i++) first += frame[i] * frame[i];
    let shifted = first;
    curve.difference[0] = 0;
    curve.likeness[0] = 1;
    for (let lag = 1; lag <= curve.last + 1 && lag + half <= frame.length; lag++) {
      shifted += frame[lag + half - 1] ** 2 - frame[lag - 1] ** 2;
      const both = first + shifted;
      // The sum of squares cannot be below nothing; its rounding can.
      curve.difference[lag] = Math.max(0, both - 2 * correlation[lag]);
      curve.likeness[lag] = both > 0 ? 1 - curve.difference[lag] / both : 0;
    }
  }

  private overlap(energy: number): void {
    const { frame, curve } = this;
    const correlation = this.correlate(frame.length);
    let both = 2 * energy;
    const least = 1e-12 * energy;
    curve.likeness[0] = energy > 0 ? 1 : 0;
    curve.difference[0] = 0;
    for (let lag = 1; lag <= curve.last + 1; lag++) {
      both -= frame[lag - 1] ** 2 + frame[frame.length - lag] ** 2;
      curve.likeness[lag] = both > least ? Math.max(-1, Math.min(1, (2 * correlation[lag]) / both)) : 0;
      curve.difference[lag] = 1 - curve.likeness[lag];
    }
  }

  /** Σ x(j) x(j + lag) over the first `length` samples x(j). The answer stands in `padded`. */
  private correlate(length: number): Float64Array {
    const { frame, padded, fft, re, im, otherRe, otherIm } = this;
    padded.fill(0);
    padded.set(frame);
    fft.transform(padded, re, im);
    let baseRe = re;
    let baseIm = im;
    if (length < frame.length) {
      padded.fill(0, length);
      fft.transform(padded, otherRe, otherIm);
      baseRe = otherRe;
      baseIm = otherIm;
    }
    for (let k = 0; k < re.length; k++) {
      const real = re[k] * baseRe[k] + im[k] * baseIm[k];
      im[k] = im[k] * baseRe[k] - re[k] * baseIm[k];
      re[k] = real;
    }
    fft.inverse(re, im, padded);
    return padded;
  }
}
