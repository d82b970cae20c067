import { requirePositive, requireSignal, requireWhole, type Signal } from "../base/signal.ts";

/** How a pitch is looked for. */
export type PitchOptions = {
  /** Samples a second. */
  sr: number;
  /** The lowest pitch to look for, in Hz. Default 26, just below a piano; more if frameLength is too short for it. */
  fmin?: number;
  /** The highest pitch to look for, in Hz. Default 4500, just above a piano, but no more than 0.45 × sr. */
  fmax?: number;
  /**
   * Samples in the longest window; it must hold two periods of fmin and is best with five. Default: the power of two
   * nearest to 0.19 s (8192 at 44.1 kHz); with `plain` the one that holds two periods of fmin.
   */
  frameLength?: number;
  /** Samples from one frame to the next. Default: about 10 ms (448 at 44.1 kHz). */
  hopLength?: number;
  /** True (default): frame t is centred on sample t × hopLength, with silence beyond the ends. False: it starts there. */
  center?: boolean;
  /** True: the algorithm as it was published, on one window of the sound as it is. Default false. */
  plain?: boolean;
};

/** The options with their defaults filled in. */
export type ResolvedPitchOptions = Required<PitchOptions>;

const LOWEST_HZ = 26;
const HIGHEST_HZ = 4500;
const HIGHEST_SHARE_OF_RATE = 0.45;
const WINDOW_SECONDS = 0.19;
/** Hops are multiples of this, so that they fall on samples of the lower rates as well. */
const HOP_GRAIN = 16;

/** Checks the options and fills in the rest. `length` is that of the sound, Infinity while it is not over. */
export function resolvePitchOptions(
  options: PitchOptions,
  caller: string,
  length: number = Number.POSITIVE_INFINITY,
): ResolvedPitchOptions {
  const { sr, center = true, plain = false } = options;
  requirePositive(sr, "sr", caller);
  const { hopLength = Math.max(1, HOP_GRAIN * Math.round(sr / 100 / HOP_GRAIN)) } = options;
  requireWhole(hopLength, 1, "hopLength", caller);
  const { fmax = Math.min(HIGHEST_HZ, HIGHEST_SHARE_OF_RATE * sr) } = options;
  requirePositive(fmax, "fmax", caller);
  if (fmax > sr / 2) {
    throw new RangeError(
      `${caller}: fmax is ${fmax}; it must not be above half the sample rate, which is ${sr / 2} Hz.`,
    );
  }
  const { fmin = lowestFor(options, fmax) } = options;
  requirePositive(fmin, "fmin", caller);
  if (fmin >= fmax)
    throw new RangeError(`${caller}: fmin is ${fmin}; it must be below fmax, which is ${fmax}.`);
  const twoPeriods = 2 * Math.ceil(sr / fmin) + 2;
  const {
    frameLength = plain
      ? powerOfTwoAbove(twoPeriods)
      : Math.max(nearestPowerOfTwo(WINDOW_SECONDS * sr), powerOfTwoAbove(twoPeriods)),
  } = options;
  requireWhole(frameLength, 16, "frameLength", caller);
  // A sound that is shorter than its frame is all there is.
  if (frameLength < twoPeriods && length > frameLength) {
    throw new RangeError(
      `${caller}: frameLength is ${frameLength}; it must hold two periods of fmin (${fmin} Hz), which are ${twoPeriods} samples.`,
    );
  }
  return { sr, fmin, fmax, frameLength, hopLength, center, plain };
}

/** Checks a sound and its options. */
export function resolvePitch(y: Signal, options: PitchOptions, caller: string): ResolvedPitchOptions {
  requireSignal(y, caller);
  return resolvePitchOptions(options, caller, y.length);
}

function lowestFor({ sr, frameLength }: PitchOptions, fmax: number): number {
  const forFrame = frameLength === undefined ? 0 : sr / Math.max(1, Math.floor(frameLength / 2) - 1);
  return Math.min(Math.max(LOWEST_HZ, forFrame), fmax / 2);
}

function nearestPowerOfTwo(n: number): number {
  return 2 ** Math.max(4, Math.round(Math.log2(n)));
}

function powerOfTwoAbove(n: number): number {
  return 2 ** Math.max(4, Math.ceil(Math.log2(n)));
}
