import { requirePositive, type Signal } from "../base/signal.ts";
import { resampled } from "../effects/resample.ts";
import { controlOf } from "./control.ts";
import { sampleCount } from "./sample-count.ts";

/** How a sound is made by frequency modulation. */
export type FmOptions = {
  /** The frequency of the carrier, in Hz. */
  hz: number;
  /** Samples a second. */
  sr: number;
  /** How long the sound is, in seconds. Default 1. */
  duration?: number;
  /** The frequency of the modulator as a multiple of the carrier's. Default 1. */
  ratio?: number;
  /** The modulation index: one number, or one for each sample (an envelope; its last one holds on). Default 1. */
  index?: number | Signal;
};

/** Samples before and after that are made as well, so that the filter against aliasing meets no edge. */
const MARGIN = 96;
const MOST_OVERSAMPLING = 64;

/**
 * A sound by frequency modulation (Chowning, The Synthesis of Complex Audio Spectra by Means of Frequency Modulation,
 * 1973): sin(2π hz t + index × sin(2π ratio hz t)). Side bands lie every ratio × hz above and below the carrier; the
 * k-th has the amplitude Jₖ(index), Bessel's function, and what falls below 0 Hz is folded up with its sign turned. Side
 * bands at half the sample rate or above are filtered out, together with some of what lies just below it: the sound is
 * then made at a higher rate first. Throws when an option is not right or no rate would be high enough.
 *
 * @example
 * const y = music.fm({hz: 220, ratio: 1.4, index: 3, sr: 22050, duration: 0.3});
 * const level = music.amplitudeToDb(music.magnitudeSpectrogram(y, {nFft: 2048}), {ref: "max"});
 * Plot.plot({height: 150, y: {label: "dB"}, marks: [Plot.lineY(music.frameOf(level, 6).subarray(0, 250))]})
 */
export function fm(options: FmOptions): Float64Array {
  const { hz, sr, duration = 1, ratio = 1, index = 1 } = options;
  const count = sampleCount(duration, sr, "fm");
  requirePositive(hz, "hz", "fm");
  requirePositive(ratio, "ratio", "fm");
  const indices = controlOf(index, "index", "fm");
  let greatest = 0;
  for (const one of indices) greatest = Math.max(greatest, Math.abs(one));
  const factor = Math.ceil((2 * highestHz(hz, ratio * hz, greatest)) / sr);
  if (factor > MOST_OVERSAMPLING) {
    throw new RangeError(
      `fm: index is ${greatest} and hz ${hz}: the side bands would reach far above ${sr / 2} Hz; take a smaller one.`,
    );
  }
  if (factor <= 1) return modulated(0, count, sr, { hz, ratio, indices, perIndex: 1 });
  const start = -MARGIN * factor;
  const length = (count + 2 * MARGIN) * factor;
  const fine = modulated(start, length, sr * factor, { hz, ratio, indices, perIndex: factor });
  return resampled(fine, factor, 1, "fm").slice(MARGIN, MARGIN + count);
}

/** Above this frequency every side band is below −120 dB: Bessel's functions vanish soon when k exceeds the index. */
function highestHz(carrier: number, modulator: number, index: number): number {
  const sideBands = index === 0 ? 0 : Math.ceil(index + 5 * Math.cbrt(index) + 3);
  return carrier + sideBands * modulator;
}

type Modulation = {
  hz: number;
  ratio: number;
  indices: Signal;
  /** Samples to each index. */
  perIndex: number;
};

/** The samples from number `start` on, as the formula has them. */
function modulated(start: number, length: number, sr: number, { hz, ratio, indices, perIndex }: Modulation) {
  const carrier = (2 * Math.PI * hz) / sr;
  const modulator = carrier * ratio;
  const last = indices.length - 1;
  return Float64Array.from({ length }, (_, n) => {
    const i = start + n;
    const place = Math.min(last, Math.max(0, i / perIndex));
    const before = Math.floor(place);
    const here = indices[before];
    const index = here + (place - before) * (indices[Math.min(last, before + 1)] - here);
    return Math.sin(carrier * i + index * Math.sin(modulator * i));
  });
}
