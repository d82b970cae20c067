import { requirePositive, requireSignal, type Signal } from "../base/signal.ts";
import type { StftOptions } from "../spectrum/frame-transform.ts";
import type { VocoderOptions } from "./phase-vocoder.ts";
import { resampled } from "./resample.ts";
import { stretchedSound } from "./time-stretch.ts";

/** How far. */
export type PitchShiftOptions = StftOptions &
  Omit<VocoderOptions, "rate"> & {
    /** Samples a second. */
    sr: number;
    /** How many steps up, or down if below 0; any number, at most five octaves. */
    nSteps: number;
    /** Steps to an octave. Default 12, semitones. */
    binsPerOctave?: number;
  };

const MOST_OCTAVES = 5;

/**
 * The sound `nSteps` semitones higher, as long as it was: stretched in time, then resampled
 * (librosa.effects.pitch_shift). Formants move with the pitch. Throws when nSteps is more than five octaves.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * const higher = music.pitchShift(y, {sr: 8000, nSteps: 7}); // E5
 * display(music.zeroCrossingRate(higher)[8] * 8000 / 2); // about 659 Hz
 */
export function pitchShift(y: Signal, options: PitchShiftOptions): Float64Array {
  const { sr, nSteps, binsPerOctave = 12 } = options;
  requireSignal(y, "pitchShift");
  requirePositive(sr, "sr", "pitchShift");
  requirePositive(binsPerOctave, "binsPerOctave", "pitchShift");
  if (!(Math.abs(nSteps / binsPerOctave) <= MOST_OCTAVES)) {
    throw new RangeError(`pitchShift: nSteps is ${nSteps}; it must be at most five octaves up or down.`);
  }
  const rate = 2 ** (-nSteps / binsPerOctave);
  const shifted = new Float64Array(y.length);
  const slow = stretchedSound(y, { ...options, rate }, "pitchShift");
  if (slow.length > 0) shifted.set(resampled(slow, sr / rate, sr, "pitchShift").subarray(0, y.length));
  return shifted;
}
