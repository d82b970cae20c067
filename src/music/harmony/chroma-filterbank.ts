import { requirePositive, requireWhole } from "../base/signal.ts";
import { fftFrequencies, type Spectrogram } from "../base/spectrogram.ts";
import { type Norm, normalizeFrame, requireNorm } from "./normalize-frames.ts";

/** How frequencies are gathered into pitch classes. */
export type ChromaFilterbankOptions = {
  /** Samples a second. */
  sr: number;
  /** Samples in a transform. Default 2048. */
  nFft?: number;
  /** How far the music is tuned from A4 = 440 Hz, in semitones. Default 0. */
  tuning?: number;
  /** The octave in which frequencies count most, as the number of octaves above 27.5 Hz. Default 5 (880 Hz). */
  ctroct?: number;
  /** The standard deviation in octaves of the Gaussian about it; null: all count the same. Default 2. */
  octwidth?: number | null;
  /** The norm that each frequency's weights have before that. Default 2. */
  norm?: Norm;
};

const CLASSES = 12;
// Pitch classes are reckoned from A and shown from C, three semitones above.
const A_TO_C = 3;

/**
 * The weights that gather a spectrum into the 12 pitch classes from C: 12 rows of 1 + nFft/2 numbers, Gaussian bumps
 * about each semitone (librosa.filters.chroma with its defaults; Ellis, Chroma feature analysis and synthesis, 2007).
 * Throws when sr, ctroct or octwidth is no usable number.
 * @example
 * const bank = music.chromaFilterbank({sr: 8000, nFft: 1024});
 * Plot.plot({height: 150, marks: [Plot.lineY(music.frameOf(bank, 9))]}) // the A's: 110, 220, 440 … Hz
 */
export function chromaFilterbank({
  sr,
  nFft = 2048,
  tuning = 0,
  ctroct = 5,
  octwidth = 2,
  norm = 2,
}: ChromaFilterbankOptions): Spectrogram {
  requirePositive(sr, "sr", "chromaFilterbank");
  requireWhole(nFft, 4, "nFft", "chromaFilterbank");
  requireFinite(tuning, "tuning");
  requireFinite(ctroct, "ctroct");
  if (octwidth !== null) requirePositive(octwidth, "octwidth", "chromaFilterbank");
  requireNorm(norm, "chromaFilterbank");
  const frequencies = fftFrequencies(sr, nFft);
  const bins = frequencies.length;
  const semitones = frequencies.map((hz) => CLASSES * Math.log2((16 * hz) / 440) - tuning);
  // Bin 0 has no pitch: it is put one and a half octaves below bin 1, and so becomes broad.
  semitones[0] = semitones[1] - 1.5 * CLASSES;
  const byBin = new Float64Array(bins * CLASSES);
  for (let k = 0; k < bins; k++) {
    // The last bin's width is that to the bin above, which the transform does not show.
    const next =
      k + 1 < bins ? semitones[k + 1] : CLASSES * Math.log2((16 * (k + 1) * sr) / nFft / 440) - tuning;
    const width = Math.max(1, next - semitones[k]);
    for (let c = 0; c < CLASSES; c++) {
      const distance = wrapped(semitones[k] - c);
      byBin[k * CLASSES + c] = Math.exp(-0.5 * ((2 * distance) / width) ** 2);
    }
    normalizeFrame(byBin, k * CLASSES, CLASSES, norm);
  }
  const data = new Float64Array(CLASSES * bins);
  for (let k = 0; k < bins; k++) {
    const octaves = semitones[k] / CLASSES - ctroct;
    const share = octwidth === null ? 1 : Math.exp(-0.5 * (octaves / octwidth) ** 2);
    for (let c = 0; c < CLASSES; c++) {
      data[c * bins + k] = share * byBin[k * CLASSES + ((c + A_TO_C) % CLASSES)];
    }
  }
  return { data, frames: CLASSES, bins };
}

/** A distance in semitones as one between −6 and 6. */
function wrapped(semitones: number): number {
  return ((((semitones + CLASSES / 2) % CLASSES) + CLASSES) % CLASSES) - CLASSES / 2;
}

function requireFinite(value: number, name: string): void {
  if (!Number.isFinite(value)) {
    throw new RangeError(`chromaFilterbank: ${name} is ${value}; it must be a finite number.`);
  }
}
