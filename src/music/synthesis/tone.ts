import { requirePositive } from "../base/signal.ts";
import { sampleCount } from "./sample-count.ts";

/** How a tone is made. */
export type ToneOptions = {
  /** Samples a second. */
  sr: number;
  /** How long it is, in seconds. Default 1. */
  duration?: number;
  /** The phase at the beginning, in radians, of a cosine. Default −π/2, which makes it a sine. */
  phi?: number;
};

/**
 * A sine of amplitude 1 (librosa.tone). Throws when it would lie at half the sample rate or above, where it would sound
 * as another tone.
 *
 * @param frequency in Hz
 * @example
 * const y = music.tone(440, {sr: 22050, duration: 0.02});
 * Plot.plot({height: 120, marks: [Plot.lineY(y)]})
 */
export function tone(frequency: number, { sr, duration = 1, phi = -Math.PI / 2 }: ToneOptions): Float64Array {
  const length = sampleCount(duration, sr, "tone");
  requireAudible(frequency, "frequency", sr, "tone");
  requirePhase(phi, "tone");
  const step = (2 * Math.PI * frequency) / sr;
  return Float64Array.from({ length }, (_, i) => Math.cos(step * i + phi));
}

/**
 * A sine whose frequency glides from `fmin` to `fmax`: by the same interval in the same time, or with `linear` by as
 * many Hz (librosa.chirp). Throws when one of them would lie at half the sample rate or above.
 *
 * @param fmin the frequency at the beginning, in Hz
 * @param fmax the frequency at the end, in Hz; it may be the lower one
 * @example
 * const y = music.chirp(110, 880, {sr: 8000, duration: 0.5});
 * play({y, sr: 8000})
 */
export function chirp(
  fmin: number,
  fmax: number,
  options: ToneOptions & {
    /** Whether it glides by Hz and not by intervals. Default false. */
    linear?: boolean;
  },
): Float64Array {
  const { sr, duration = 1, phi = -Math.PI / 2, linear = false } = options;
  const length = sampleCount(duration, sr, "chirp");
  requireAudible(fmin, "fmin", sr, "chirp");
  requireAudible(fmax, "fmax", sr, "chirp");
  requirePhase(phi, "chirp");
  const octaves = Math.log(fmax / fmin);
  // The integral of the frequency from the beginning to t.
  const cycles = (t: number) =>
    linear || octaves === 0
      ? fmin * t + ((fmax - fmin) * t * t) / (2 * duration)
      : (fmin * duration * Math.expm1((octaves * t) / duration)) / octaves;
  return Float64Array.from({ length }, (_, i) => Math.cos(2 * Math.PI * cycles(i / sr) + phi));
}

/** Throws unless a frequency is above 0 and below half the sample rate. */
export function requireAudible(hz: number, name: string, sr: number, caller: string): void {
  requirePositive(hz, name, caller);
  if (hz >= sr / 2) {
    throw new RangeError(
      `${caller}: ${name} is ${hz}; at sr ${sr} it must be below ${sr / 2} Hz, or it would sound as another tone.`,
    );
  }
}

function requirePhase(phi: number, caller: string): void {
  if (!Number.isFinite(phi))
    throw new RangeError(`${caller}: phi is ${phi}; it must be a number of radians.`);
}
