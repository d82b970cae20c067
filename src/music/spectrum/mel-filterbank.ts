import { remembered } from "../base/remembered.ts";
import { LONGEST_FRAME, requireAtMost, requirePositive, requireWhole } from "../base/signal.ts";
import { fftFrequencies, type Spectrogram } from "../base/spectrogram.ts";
import { MOST_MELS, melFrequencies, requireMelRange } from "./mel-scale.ts";

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

/** The weights of each band that are not 0: those of band m are for the bins from first[m] on. */
export type MelBands = { first: Int32Array; weights: Float64Array[] };

/**
 * The weights that gather a power spectrum into mel bands: nMels rows of 1 + nFft/2 numbers, triangles on Slaney's
 * scale, each of area one (librosa.filters.mel with its defaults). A triangle that is narrower than the distance of
 * two bins can miss them all: its row is 0. Throws when fmax is not above fmin.
 * @example
 * const bank = music.melFilterbank({sr: 22050, nFft: 512, nMels: 8});
 * Plot.plot({height: 150, marks: [Plot.lineY(music.frameOf(bank, 3))]})
 */
export function melFilterbank(options: MelOptions): Spectrogram {
  const { nFft = 2048 } = options;
  const { first, weights } = melBands({ ...options, nFft }, "melFilterbank");
  const bins = 1 + Math.floor(nFft / 2);
  const data = new Float64Array(weights.length * bins);
  weights.forEach((band, m) => {
    data.set(band, m * bins + first[m]);
  });
  return { data, frames: weights.length, bins };
}

/** The bands that the options ask for, made once. Throws when they cannot be. */
export function melBands(options: MelOptions, caller: string): MelBands {
  const { sr, nFft = 2048, nMels = 128 } = options;
  requirePositive(sr, "sr", caller);
  requireWhole(nFft, 2, "nFft", caller);
  requireAtMost(nFft, LONGEST_FRAME, "nFft", caller);
  requireWhole(nMels, 1, "nMels", caller);
  // Its edges are two more.
  requireAtMost(nMels, MOST_MELS - 2, "nMels", caller);
  const { fmin = 0, fmax = sr / 2 } = options;
  requireMelRange(fmin, fmax, caller);
  return makeBands(sr, nFft, nMels, fmin, fmax);
}

const makeBands = remembered(
  (sr: number, nFft: number, nMels: number, fmin: number, fmax: number): MelBands => {
    const edges = melFrequencies(nMels + 2, { fmin, fmax });
    const frequencies = fftFrequencies(sr, nFft);
    const first = new Int32Array(nMels);
    const weights: Float64Array[] = [];
    for (let m = 0; m < nMels; m++) {
      const [left, peak, right] = [edges[m], edges[m + 1], edges[m + 2]];
      const inside = frequencies.filter((hz) => hz > left && hz < right);
      first[m] = inside.length > 0 ? frequencies.indexOf(inside[0]) : 0;
      const area = 2 / (right - left);
      weights.push(
        inside.map((hz) => area * Math.min((hz - left) / (peak - left), (right - hz) / (right - peak))),
      );
    }
    return { first, weights };
  },
);
