import { RandomNumbers } from "../base/random.ts";
import { requireNotNegative, requireWhole } from "../base/signal.ts";
import { requireMagnitudes, type Spectrogram } from "../base/spectrogram.ts";
import { framing } from "./frame-transform.ts";
import { type IstftOptions, overlapAdd, requireBins } from "./istft.ts";
import { type ComplexSpectrogram, complexSpectraOf } from "./stft.ts";

/** How long phases are looked for, and how the magnitudes were taken. */
export type GriffinLimOptions = IstftOptions & {
  /** How often sound and spectra are made of each other. Default 32. */
  nIter?: number;
  /** How far each step goes on in the direction of the last; 0 is the original algorithm. Default 0.99. */
  momentum?: number;
  /** Which phases it begins with, all at random: the same seed, the same sound. Default 0. */
  seed?: number;
};

/** How near it came. */
export type GriffinLimSteps = {
  /**
   * After each step, how far the sound's magnitudes are from those that were asked for: the root of the summed squares
   * of the differences over that of the magnitudes.
   */
  errors: Float64Array;
};

// What librosa adds to a length before it divides by it.
const TINY = 2.2250738585072014e-308;

/**
 * A sound whose short-time magnitudes are nearly these, although their phases are not known: begin with random ones,
 * make a sound, take its phases, and so on (Griffin and Lim 1984, with the momentum of Perraudin et al. 2013;
 * librosa.griffinlim). With `steps` it gives {y, steps}, with the `errors` on the way. Throws when a magnitude is below 0, or when `length` does not
 * fit the number of frames.
 *
 * @param magnitudes what `music.magnitudeSpectrogram` gives
 * @example
 * const y = Float32Array.from({length: 4000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // half a second of A4
 * const {steps} = music.griffinLim(music.magnitudeSpectrogram(y, {nFft: 256}), {steps: true});
 * Plot.plot({height: 150, y: {label: "error"}, marks: [Plot.lineY(steps.errors)]})
 */
export function griffinLim(
  magnitudes: Spectrogram,
  options?: GriffinLimOptions & {
    /** True to get `{y, steps}` instead of the samples alone. Default false. */
    steps?: false;
  },
): Float64Array;
export function griffinLim(
  magnitudes: Spectrogram,
  options: GriffinLimOptions & { steps: true },
): { y: Float64Array; steps: GriffinLimSteps };
export function griffinLim(
  magnitudes: Spectrogram,
  options: GriffinLimOptions & { steps?: boolean } = {},
): Float64Array | { y: Float64Array; steps: GriffinLimSteps } {
  requireMagnitudes(magnitudes, "magnitudes", "griffinLim");
  requireBins(magnitudes.bins, "griffinLim");
  const random = new RandomNumbers(options.seed ?? 0, "griffinLim");
  const angles = Float64Array.from(magnitudes.data, () => 2 * Math.PI * random.uniform());
  const found = withPhases(magnitudes, angles, options);
  return options.steps ? found : found.y;
}

/** {@link griffinLim} that begins with given angles. */
export function withPhases(
  { data: wanted, frames, bins }: Spectrogram,
  angles: Float64Array,
  options: GriffinLimOptions,
): { y: Float64Array; steps: GriffinLimSteps } {
  const { nIter = 32, momentum = 0.99 } = options;
  requireWhole(nIter, 0, "nIter", "griffinLim");
  requireNotNegative(momentum, "momentum", "griffinLim");
  const nFft = 2 * (bins - 1);
  const taken = { ...options, nFft };
  const back = { ...options, length: lengthFor(frames, taken) };
  const spectra: ComplexSpectrogram = {
    re: wanted.map((magnitude, i) => magnitude * Math.cos(angles[i])),
    im: wanted.map((magnitude, i) => magnitude * Math.sin(angles[i])),
    frames,
    bins,
  };
  const share = momentum / (1 + momentum);
  const total = Math.hypot(norm(wanted), TINY);
  const errors = new Float64Array(nIter);
  let before: ComplexSpectrogram | undefined;
  for (let step = 0; step < nIter; step++) {
    const y = overlapAdd(spectra, back, "griffinLim");
    const heard = complexSpectraOf(y, taken, "griffinLim");
    let off = 0;
    for (let i = 0; i < wanted.length; i++) {
      const re = heard.re[i] - (before ? share * before.re[i] : 0);
      const im = heard.im[i] - (before ? share * before.im[i] : 0);
      const scale = wanted[i] / (Math.sqrt(re * re + im * im) + TINY);
      spectra.re[i] = re * scale;
      spectra.im[i] = im * scale;
      off += (Math.sqrt(heard.re[i] * heard.re[i] + heard.im[i] * heard.im[i]) - wanted[i]) ** 2;
    }
    errors[step] = Math.sqrt(off) / total;
    before = heard;
  }
  return { y: overlapAdd(spectra, back, "griffinLim"), steps: { errors } };
}

function norm(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return Math.sqrt(sum);
}

/** The samples that are asked for. Throws unless so many samples have so many frames. */
function lengthFor(frames: number, options: GriffinLimOptions & { nFft: number }): number {
  const { nFft, hopLength, center } = framing(options, "griffinLim");
  const covered = (frames - 1) * hopLength + (center ? 0 : nFft);
  const { length = Math.max(1, covered) } = options;
  if (!(length >= Math.max(1, covered) && length < covered + hopLength)) {
    throw new RangeError(
      `griffinLim: length is ${length}; ${frames} frames are those of ${Math.max(1, covered)} to ${covered + hopLength - 1} samples.`,
    );
  }
  return length;
}
