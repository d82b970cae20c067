import { requirePositive, requireSignal, type Signal } from "../base/signal.ts";
import type { StftOptions } from "../spectrum/frame-transform.ts";
import { overlapAdd } from "../spectrum/istft.ts";
import { complexSpectraOf } from "../spectrum/stft.ts";
import { stretched, type VocoderOptions } from "./phase-vocoder.ts";

/** How fast, and in which frames. */
export type TimeStretchOptions = StftOptions & VocoderOptions;

/**
 * The sound `rate` times as fast, at the same pitch: round(length / rate) samples, by a phase vocoder
 * (librosa.effects.time_stretch). With `phaseLock` it sounds clearer. Strokes are
 * smeared when it is much slower. Throws when rate is not above 0.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * const slow = music.timeStretch(y, {rate: 0.8});
 * display(`${slow.length / 8000} s`);
 */
export function timeStretch(y: Signal, options: TimeStretchOptions): Float64Array {
  return stretchedSound(y, options, "timeStretch");
}

/** {@link timeStretch}, for a caller whose name the errors bear. */
export function stretchedSound(y: Signal, options: TimeStretchOptions, caller: string): Float64Array {
  requireSignal(y, caller);
  requirePositive(options.rate, "rate", caller);
  const spectra = stretched(complexSpectraOf(y, options, caller), options, caller);
  return overlapAdd(spectra, { ...options, length: Math.round(y.length / options.rate) }, caller);
}
