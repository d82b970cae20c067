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

/**
 * The tones and the strokes of a sound, each as a sound (Fitzgerald 2010; librosa.effects.hpss): the masks of
 * {@link hpssMasks} on its short-time Fourier transform, put together again. With a margin of 1 the two add up to `y`.
 * With `steps`, also the magnitudes and the masks. Throws as `stft` and `hpssMasks` do.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) + (i % 2000 === 0 ? 5 : 0)); // a tone and clicks
 * const {harmonic, percussive} = music.hpss(y, {nFft: 512});
 * Plot.plot({height: 150, marks: [Plot.lineY(harmonic.subarray(1800, 2200)), Plot.lineY(percussive.subarray(1800, 2200))]})
 */
export function hpss(
  y: Signal,
  options: HpssOptions &
    StftOptions & {
      /** True to get `magnitudes` and both masks as well. */
      steps: true;
    },
): HpssParts & HpssMasks & { magnitudes: Spectrogram };
export function hpss(y: Signal, options?: HpssOptions & StftOptions & { steps?: boolean }): HpssParts;
export function hpss(
  y: Signal,
  options: HpssOptions & StftOptions & { steps?: boolean } = {},
): HpssParts & Partial<HpssMasks & { magnitudes: Spectrogram }> {
  requireSignal(y, "hpss");
  const spectra = complexSpectraOf(y, options, "hpss");
  const magnitudes = magnitudesIn(spectra);
  const masks = masksOf(magnitudes, options, "hpss");
  const part = (mask: Spectrogram) =>
    overlapAdd(masked(spectra, mask), { ...options, length: y.length }, "hpss");
  const parts = { harmonic: part(masks.harmonicMask), percussive: part(masks.percussiveMask) };
  return options.steps ? { ...parts, ...masks, magnitudes } : parts;
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
