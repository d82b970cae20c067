import type { Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import type { StftOptions } from "./frame-transform.ts";
import { type MelOptions, melBands } from "./mel-filterbank.ts";
import { powersOf } from "./stft.ts";

/**
 * The power spectrogram of `y` gathered into mel bands: nMels numbers a frame (librosa.feature.melspectrogram with its
 * defaults: 128 bands, 2048 samples, a hop of 512). Throws when an option is wrong, as `stft` and `melFilterbank` do.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * const mel = music.melSpectrogram(y, {sr: 8000, nMels: 40});
 * display(`${mel.frames} frames of ${mel.bins} bands`);
 */
export function melSpectrogram(y: Signal, options: MelOptions & StftOptions): Spectrogram {
  return melPowersOf(y, options, "melSpectrogram");
}

/** {@link melSpectrogram}, for a caller whose name the errors bear. */
export function melPowersOf(y: Signal, options: MelOptions & StftOptions, caller: string): Spectrogram {
  const power = powersOf(y, { ...options, hopLength: options.hopLength ?? 512 }, caller);
  return toMel(power, options, caller);
}

/** A power spectrogram gathered into mel bands. */
export function toMel(power: Spectrogram, options: MelOptions, caller = "melSpectrogram"): Spectrogram {
  const { data: powers, frames, bins } = power;
  const { first, weights } = melBands({ ...options, nFft: 2 * (bins - 1) }, caller);
  const nMels = weights.length;
  const data = new Float64Array(frames * nMels);
  for (let t = 0; t < frames; t++) {
    for (let m = 0; m < nMels; m++) {
      const band = weights[m];
      const start = t * bins + first[m];
      let sum = 0;
      for (let k = 0; k < band.length; k++) sum += band[k] * powers[start + k];
      data[t * nMels + m] = sum;
    }
  }
  return { data, frames, bins: nMels };
}
