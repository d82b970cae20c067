import { RandomNumbers } from "../base/random.ts";
import { requirePositive } from "../base/signal.ts";
import { type KarplusStrongLoop, karplusStrongLoop } from "./karplus-strong-loop.ts";
import { sampleCount } from "./sample-count.ts";

/** How a string is plucked. */
export type KarplusStrongOptions = {
  /** Its pitch, in Hz. */
  hz: number;
  /** Samples a second. */
  sr: number;
  /** How long the sound is, in seconds. Default 1. */
  duration?: number;
  /** How long the fundamental takes to fall by 60 dB, in seconds. Default 3. */
  decay?: number;
  /** Decides the noise that the string is plucked with. Default 0. */
  seed?: number;
};

/** A plucked string and how it came about. */
export type KarplusStrongSteps = KarplusStrongLoop & {
  /** The sound. */
  y: Float64Array;
  /** The noise that the loop begins with: one period of it. */
  burst: Float64Array;
};

/** The loop needs two samples besides what the filters delay. */
const LEAST_PERIOD = 2.5;
/** Below this there is no pitch, but a burst of seconds. */
const LEAST_HZ = 1;

/**
 * A plucked string: a burst of noise goes round a loop that is one period long and loses its high partials on the way
 * (Karplus and Strong, Digital Synthesis of Plucked-String and Drum Timbres, 1983). An allpass tunes it between whole
 * samples, and the filter is weighted so that the fundamental falls as asked (Jaffe and Smith, Extensions of the
 * Karplus-Strong Plucked-String Algorithm, 1983): at 44.1 kHz it is within a tenth of a cent of `hz` on all keys of a piano. With
 * `steps`, its burst and the parts of its loop, too. Throws when `hz` is above a 2.5th of the sample rate.
 *
 * @example
 * const {y, delay, filterDelay, allpassDelay} = music.karplusStrong({hz: 220, sr: 22050, duration: 0.5, steps: true});
 * display([delay, filterDelay, allpassDelay]); // together 22050 / 220 samples
 * Plot.plot({height: 120, marks: [Plot.lineY(y.subarray(0, 600))]})
 */
export function karplusStrong(
  options: KarplusStrongOptions & {
    /** True: give the burst and the parts of the loop as well. Default false. */
    steps?: false;
  },
): Float64Array;
export function karplusStrong(options: KarplusStrongOptions & { steps: true }): KarplusStrongSteps;
export function karplusStrong(
  options: KarplusStrongOptions & { steps?: boolean },
): Float64Array | KarplusStrongSteps;
export function karplusStrong(
  options: KarplusStrongOptions & { steps?: boolean },
): Float64Array | KarplusStrongSteps {
  const { hz, sr, duration = 1, decay = 3, seed = 0, steps = false } = options;
  const count = sampleCount(duration, sr, "karplusStrong");
  requirePositive(hz, "hz", "karplusStrong");
  requirePositive(decay, "decay", "karplusStrong");
  if (hz < LEAST_HZ) throw new RangeError(`karplusStrong: hz is ${hz}; it must be at least ${LEAST_HZ}.`);
  if (hz > sr / LEAST_PERIOD) {
    throw new RangeError(
      `karplusStrong: hz is ${hz}; at sr ${sr} the loop can be tuned up to ${sr / LEAST_PERIOD} Hz.`,
    );
  }
  const loop = karplusStrongLoop(hz, sr, decay);
  const burst = noiseBurst(Math.round(sr / hz), seed);
  const y = goRound(loop, burst, count);
  return steps ? { y, burst, ...loop } : y;
}

/** One period of noise without a mean, which would never die away, and with 1 as its greatest sample. */
function noiseBurst(length: number, seed: number): Float64Array {
  const random = new RandomNumbers(seed, "karplusStrong");
  const burst = Float64Array.from({ length }, () => 2 * random.uniform() - 1);
  const mean = burst.reduce((sum, sample) => sum + sample, 0) / length;
  const greatest = burst.reduce((most, sample) => Math.max(most, Math.abs(sample - mean)), 0);
  return burst.map((sample) => (sample - mean) / greatest);
}

function goRound({ delay, stretch, loss, allpass }: KarplusStrongLoop, burst: Float64Array, count: number) {
  const y = new Float64Array(count);
  let before = 0;
  let filteredBefore = 0;
  let tuned = 0;
  for (let i = 0; i < count; i++) {
    const back = i < delay ? 0 : y[i - delay];
    const filtered = loss * ((1 - stretch) * back + stretch * before);
    tuned = allpass * (filtered - tuned) + filteredBefore;
    before = back;
    filteredBefore = filtered;
    y[i] = (i < burst.length ? burst[i] : 0) + tuned;
  }
  return y;
}
