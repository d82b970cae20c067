import { emptyCurve, type LagCurve } from "./lag-curve.ts";
import { LagWindow } from "./lag-window.ts";
import type { ResolvedPitchOptions } from "./pitch-options.ts";
import type { SamplePyramid } from "./sample-pyramid.ts";

/** The short window works at the lowest power-of-two share of the sample rate that is above this. */
const LEAST_RATE_HZ = 16000;
/** Lags are told apart by at least this many steps a second. */
const LEAST_LAG_RATE_HZ = 32000;
/** The long window is this many times the short one, and works at that share of its rate. */
const LONG_OVER_SHORT = 4;
const LONG_LEVELS = Math.log2(LONG_OVER_SHORT);
/** The short window is heard fully where it holds so many periods, and not at all where it holds half of them. */
const PERIODS_TRUSTED = 7.4;
/** The long window is heard fully up to this share of its rate, and not at all above the other. */
const LONG_FULL = 0.18;
const LONG_NONE = 0.4;
/** Where the short window finds nothing but noise, the long one decides even there. */
const LEAST_TRUST = 1e-3;
/** Of two windows, the one that finds more likeness counts so much, the mean of both the rest. */
const BETTER_COUNTS = 0.75;

/**
 * Reads frames through a short and a long window at once: where a lag is too long for the short one, or too short for
 * the low rate of the long one, the other decides; between, both do, each for the share of its power that is no noise.
 */
export class AdaptiveFrames {
  readonly curve: LagCurve;
  /** Levels of the pyramid that are needed. */
  readonly levels: number;
  private readonly short: LagWindow;
  private readonly long: LagWindow;
  private readonly trustShort: Float64Array;
  private readonly trustLong: Float64Array;

  constructor({ sr, fmin, fmax, frameLength }: ResolvedPitchOptions) {
    let level = 0;
    while (sr / 2 ** (level + 1) > LEAST_RATE_HZ) level++;
    let finer = 2;
    while ((sr / 2 ** level) * finer < LEAST_LAG_RATE_HZ && finer < 8) finer *= 2;
    this.levels = level + LONG_LEVELS + 1;
    const rate = sr / 2 ** level;
    const lagRate = rate * finer;
    const length = Math.max(4, Math.round(frameLength / LONG_OVER_SHORT / 2 ** level));
    const last = Math.min(Math.ceil(lagRate / fmin), (length * LONG_OVER_SHORT * finer) >> 1);
    const first = Math.max(1, Math.floor(lagRate / fmax));
    this.curve = emptyCurve(2 ** level / finer, first, last);
    const shortLags = (length * finer) / (PERIODS_TRUSTED / 2);
    this.short = new LagWindow(level, rate, length, finer, Math.min(last, Math.floor(shortLags)));
    this.long = new LagWindow(
      level + LONG_LEVELS,
      rate / LONG_OVER_SHORT,
      length,
      finer,
      Math.ceil(last / LONG_OVER_SHORT) + 2,
    );
    const trust = this.short.likeness.map((_, k) => ramp(shortLags / k, 1, 2));
    this.trustShort = trust;
    this.trustLong = trust.map((_, k) =>
      Math.max(LEAST_TRUST, 1 - ramp((LONG_OVER_SHORT * finer) / k, LONG_FULL, LONG_NONE)),
    );
  }

  /** Fills the likeness of the frame around sample `centre`; the differences are left to who needs them. */
  read(pyramid: SamplePyramid, centre: number): void {
    const { curve, short, long, trustShort, trustLong } = this;
    short.analyse(pyramid, centre);
    long.analyse(pyramid, centre);
    curve.power = short.power;
    curve.tonal = Math.max(short.tonal, long.tonal);
    const { likeness } = curve;
    spread(long.likeness, likeness);
    const ofShort = short.likeness;
    // A window that hears more noise than the other is not believed alone.
    const even = curve.tonal > 0 ? Math.min(short.tonal, long.tonal) / curve.tonal : 0;
    for (let k = 1; k < ofShort.length; k++) {
      const a = ofShort[k];
      const b = likeness[k];
      const weightA = trustShort[k] * short.tonal;
      const weightB = trustLong[k] * long.tonal;
      const weight = weightA + weightB;
      const mean = weight > 0 ? (weightA * a + weightB * b) / weight : 0;
      const both = Math.min(1, 2 * Math.min(trustShort[k], trustLong[k]));
      likeness[k] = mean + BETTER_COUNTS * even * both * (Math.max(a, b) - mean);
    }
    likeness[0] = curve.tonal > 0 ? 1 : 0;
  }
}

/** Puts three values between each two, by Catmull and Rom's cubics, whose weights at a quarter and a half these are. */
function spread(values: Float64Array, out: Float64Array): void {
  let a = values[1];
  let b = values[0];
  let c = values[1];
  for (let i = 0, k = 0; k < out.length; i++, k += LONG_OVER_SHORT) {
    const d = values[i + 2];
    out[k] = b;
    // What is written beyond the end of a typed array is nothing.
    out[k + 1] = -0.0703125 * a + 0.8671875 * b + 0.2265625 * c - 0.0234375 * d;
    out[k + 2] = 0.5625 * (b + c) - 0.0625 * (a + d);
    out[k + 3] = -0.0234375 * a + 0.2265625 * b + 0.8671875 * c - 0.0703125 * d;
    a = b;
    b = c;
    c = d;
  }
}

/** 0 up to `low`, 1 from `high` on, even on a logarithmic scale between. */
function ramp(value: number, low: number, high: number): number {
  return Math.min(1, Math.max(0, Math.log(value / low) / Math.log(high / low)));
}
