import { requirePositive, requireWhole, type Signal } from "../base/signal.ts";
import { fftFrequencies, frameOf, type Spectrogram } from "../base/spectrogram.ts";
import { hzToMel, melToHz } from "./mel-scale.ts";
import { powerSpectrogram, type StftOptions } from "./stft.ts";

/** How frequencies are gathered into mel bands. */
export type MelOptions = {
  /** Samples a second. */
  sr: number;
  /** Samples in a transform. Default 2048. */
  nFft?: number;
  /** Number of bands. Default 128. */
  nMels?: number;
  /** Lowest frequency in Hz. Default 0. */
  fmin?: number;
  /** Highest frequency in Hz. Default sr / 2. */
  fmax?: number;
};

/**
 * The weights that gather a power spectrum into mel bands: nMels rows of 1 + nFft/2 numbers, triangles on Slaney's
 * scale, each of area one (librosa.filters.mel with its defaults). Throws when fmax is not above fmin.
 * @example
 * const bank = music.melFilterbank({sr: 22050, nFft: 512, nMels: 8});
 * Plot.plot({height: 150, marks: [Plot.lineY(music.frameOf(bank, 3))]})
 */
export function melFilterbank({
  sr,
  nFft = 2048,
  nMels = 128,
  fmin = 0,
  fmax = sr / 2,
}: MelOptions): Spectrogram {
  requirePositive(sr, "sr", "melFilterbank");
  requireWhole(nMels, 1, "nMels", "melFilterbank");
  if (!(fmin >= 0 && fmax > fmin)) {
    throw new RangeError(
      `melFilterbank: fmin is ${fmin} and fmax ${fmax}; fmax must be above fmin, fmin not below 0.`,
    );
  }
  const low = hzToMel(fmin);
  const step = (hzToMel(fmax) - low) / (nMels + 1);
  const edges = Float64Array.from({ length: nMels + 2 }, (_, i) => melToHz(low + i * step));
  const frequencies = fftFrequencies(sr, nFft);
  const bins = frequencies.length;
  const data = new Float64Array(nMels * bins);
  for (let m = 0; m < nMels; m++) {
    const [left, peak, right] = [edges[m], edges[m + 1], edges[m + 2]];
    const area = 2 / (right - left);
    for (let k = 0; k < bins; k++) {
      const rising = (frequencies[k] - left) / (peak - left);
      const falling = (right - frequencies[k]) / (right - peak);
      data[m * bins + k] = area * Math.max(0, Math.min(rising, falling));
    }
  }
  return { data, frames: nMels, bins };
}

/**
 * The power spectrogram of `y` gathered into mel bands: nMels numbers a frame (librosa.feature.melspectrogram).
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * const mel = music.melSpectrogram(y, {sr: 8000, nMels: 40});
 * display(`${mel.frames} frames of ${mel.bins} bands`);
 */
export function melSpectrogram(y: Signal, options: MelOptions & StftOptions): Spectrogram {
  return toMel(powerSpectrogram(y, options), options);
}

/** A power spectrogram gathered into mel bands. */
export function toMel(power: Spectrogram, options: MelOptions): Spectrogram {
  const bank = melFilterbank({ ...options, nFft: 2 * (power.bins - 1) });
  const data = new Float64Array(power.frames * bank.frames);
  for (let t = 0; t < power.frames; t++) {
    const spectrum = frameOf(power, t);
    for (let m = 0; m < bank.frames; m++) {
      const weights = frameOf(bank, m);
      let sum = 0;
      for (let k = 0; k < power.bins; k++) sum += weights[k] * spectrum[k];
      data[t * bank.frames + m] = sum;
    }
  }
  return { data, frames: power.frames, bins: bank.frames };
}
