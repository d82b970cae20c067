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
  private readonly atSteps: Float64Array;

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
    this.short = new LagWindow(level, rate, length, finer, Math.min(last, (length * finer) >> 1));
    this.long = new LagWindow(
      level + LONG_LEVELS,
      rate / LONG_OVER_SHORT,
      length,
      finer,
      Math.ceil(last / LONG_OVER_SHORT) + 2,
    );
    const shortSeconds = length / rate;
    this.trustShort = this.curve.likeness.map((_, k) => {
      const periods = (shortSeconds * lagRate) / k;
      return k >= this.short.likeness.length ? 0 : ramp(periods, PERIODS_TRUSTED / 2, PERIODS_TRUSTED);
    });
    this.trustLong = this.curve.likeness.map((_, k) => {
      const share = (LONG_OVER_SHORT * finer) / k;
      return 1 - ramp(share, LONG_FULL, LONG_NONE);
    });
    this.atSteps = new Float64Array(last + 2);
  }

  /** Fills the likeness of the frame around sample `centre`; the differences are left to who needs them. */
  read(pyramid: SamplePyramid, centre: number): void {
    const { curve, short, long, trustShort, trustLong } = this;
    short.analyse(pyramid, centre);
    long.analyse(pyramid, centre);
    curve.power = short.power;
    curve.tonal = Math.max(short.tonal, long.tonal);
    const { likeness } = curve;
    const brought = this.longAtSteps();
    const ofShort = short.likeness;
    for (let k = 1; k < ofShort.length; k++) {
      const a = trustShort[k] > 0 ? ofShort[k] : 0;
      const b = trustLong[k] > 0 ? brought[k] : 0;
      const weightA = trustShort[k] * short.tonal;
      const weightB = trustLong[k] * long.tonal;
      const weight = weightA + weightB;
      const mean = weight > 0 ? (weightA * a + weightB * b) / weight : 0;
      const better = trustShort[k] < 0.5 ? b : trustLong[k] < 0.5 ? a : Math.max(a, b);
      likeness[k] = mean + BETTER_COUNTS * (better - mean);
    }
    for (let k = ofShort.length; k < likeness.length; k++) likeness[k] = brought[k];
    likeness[0] = curve.tonal > 0 ? 1 : 0;
  }

  /** The long window's likeness at the steps of the curve, four to its one, by Catmull and Rom's cubics. */
  private longAtSteps(): Float64Array {
    const out = this.atSteps;
    const values = this.long.likeness;
    let a = values[1];
    let b = values[0];
    let c = values[1];
    for (let i = 0, k = 0; k < out.length; i++) {
      const d = values[i + 2];
      const one = c - a;
      const two = 2 * a - 5 * b + 4 * c - d;
      const three = 3 * (b - c) + d - a;
      for (let part = 0; part < LONG_OVER_SHORT && k < out.length; part++, k++) {
        const x = part / LONG_OVER_SHORT;
        out[k] = b + 0.5 * x * (one + x * (two + x * three));
      }
      a = b;
      b = c;
      c = d;
    }
    return out;
  }
}

/** 0 up to `low`, 1 from `high` on, even on a logarithmic scale between. */
function ramp(value: number, low: number, high: number): number {
  return Math.min(1, Math.max(0, Math.log(value / low) / Math.log(high / low)));
}
