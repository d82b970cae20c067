import { requireSignal, type Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import type { StftOptions } from "../spectrum/frame-transform.ts";
import { overlapAdd } from "../spectrum/istft.ts";
import { type ComplexSpectrogram, complexSpectraOf } from "../spectrum/stft.ts";
import { type HpssMasks, type HpssOptions, masksOf } from "./hpss-masks.ts";

/** The two parts of a sound, as long as the sound. */
export type HpssParts = {
  /** The tones. */
  harmonic: Float64Array;
  /** The strokes. */
  percussive: Float64Array;
};

/** What the parts were made with. */
export type HpssSteps = HpssMasks & {
  /** The magnitudes of the sound's short-time Fourier transform. */
  magnitudes: Spectrogram;
};

/**
 * The tones and the strokes of a sound, each as a sound (Fitzgerald 2010; librosa.effects.hpss): the masks of
 * {@link hpssMasks} on its short-time Fourier transform, put together again. With a margin of 1 the two add up to `y`.
 * With `steps`, also `steps`: the magnitudes and the masks. Throws as `stft` and `hpssMasks` do.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) + (i % 2000 === 0 ? 5 : 0)); // a tone and clicks
 * const {harmonic, percussive} = music.hpss(y, {nFft: 512});
 * Plot.plot({height: 150, marks: [Plot.lineY(harmonic.subarray(1800, 2200)), Plot.lineY(percussive.subarray(1800, 2200))]})
 */
export function hpss(
  y: Signal,
  options?: HpssOptions &
    StftOptions & {
      /** True to get `steps` as well. Default false. */
      steps?: false;
    },
): HpssParts;
export function hpss(
  y: Signal,
  options: HpssOptions & StftOptions & { steps: true },
): HpssParts & { steps: HpssSteps };
export function hpss(
  y: Signal,
  options: HpssOptions & StftOptions & { steps?: boolean } = {},
): HpssParts & { steps?: HpssSteps } {
  requireSignal(y, "hpss");
  const spectra = complexSpectraOf(y, options, "hpss");
  const magnitudes = magnitudesIn(spectra);
  const masks = masksOf(magnitudes, options, "hpss");
  const part = (mask: Spectrogram) =>
    overlapAdd(masked(spectra, mask), { ...options, length: y.length }, "hpss");
  const parts = { harmonic: part(masks.harmonicMask), percussive: part(masks.percussiveMask) };
  return options.steps ? { ...parts, steps: { ...masks, magnitudes } } : parts;
}

function magnitudesIn({ re, im, frames, bins }: ComplexSpectrogram): Spectrogram {
  const data = new Float64Array(re.length);
  for (let i = 0; i < data.length; i++) data[i] = Math.sqrt(re[i] * re[i] + im[i] * im[i]);
  return { data, frames, bins };
}

function masked(
  { re, im, frames, bins }: ComplexSpectrogram,
  { data: mask }: Spectrogram,
): ComplexSpectrogram {
  const part = { re: new Float64Array(re.length), im: new Float64Array(re.length), frames, bins };
  for (let i = 0; i < mask.length; i++) {
    part.re[i] = re[i] * mask[i];
    part.im[i] = im[i] * mask[i];
  }
  return part;
}
