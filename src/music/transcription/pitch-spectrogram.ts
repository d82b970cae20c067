import { nextPowerOfTwo, realFft } from "../base/real-fft.ts";
import { remembered } from "../base/remembered.ts";
import type { Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { windowSamples } from "../base/window.ts";

/** The lowest and the highest key of a piano, as MIDI numbers. */
export const LOWEST_KEY = 21;
export const HIGHEST_KEY = 108;

const BANDS_A_SEMITONE = 3;
const WINDOW_SECONDS = 0.128;
const HOP_SECONDS = 0.0145;
const HIGHEST_HZ = 6000;

/** What the frames of a {@link pitchSpectrogram} are made with. */
export type PitchBands = {
  /** Samples in a frame. */
  frameLength: number;
  /** Samples from one frame to the next. */
  hopLength: number;
  /** Samples in the transform, with silence after the frame. */
  nFft: number;
  /** What each band gathers: weights for bins of the power spectrum, from `start` on. */
  bands: { start: number; weights: Float64Array }[];
};

/** Bands of a third of a semitone from A0 up to 6 kHz, and of at least two bins of the transform. */
export const pitchBands = remembered((sr: number): PitchBands => {
  const frameLength = Math.max(4, Math.round(WINDOW_SECONDS * sr));
  const nFft = nextPowerOfTwo(frameLength);
  const binHz = sr / nFft;
  const lowestHz = keyHz(LOWEST_KEY - 1 / BANDS_A_SEMITONE);
  const count =
    Math.floor(12 * BANDS_A_SEMITONE * Math.log2(Math.min(HIGHEST_HZ, 0.475 * sr) / lowestHz)) + 1;
  const bands = Array.from({ length: Math.max(0, count) }, (_, b) => {
    const centre = keyHz(LOWEST_KEY + (b - 1) / BANDS_A_SEMITONE);
    const low = Math.min(keyHz(LOWEST_KEY + (b - 2) / BANDS_A_SEMITONE), centre - binHz);
    const high = Math.max(keyHz(LOWEST_KEY + b / BANDS_A_SEMITONE), centre + binHz);
    const start = Math.max(1, Math.ceil(low / binHz));
    const end = Math.min(nFft / 2, Math.floor(high / binHz));
    const weights = Float64Array.from({ length: end - start + 1 }, (_, i) => {
      const hz = (start + i) * binHz;
      return Math.max(0, hz <= centre ? (hz - low) / (centre - low) : (high - hz) / (high - centre));
    });
    return { start, weights };
  });
  return { frameLength, hopLength: Math.max(1, Math.round(HOP_SECONDS * sr)), nFft, bands };
});

/** The amplitude in each band, frame by frame; frame t is centred on sample t × hopLength. */
export function pitchSpectrogram(y: Signal, sr: number): Spectrogram {
  const { frameLength, hopLength, nFft, bands } = pitchBands(sr);
  const window = windowSamples("hann", frameLength);
  const frames = 1 + Math.floor(y.length / hopLength);
  const bins = bands.length;
  const data = new Float64Array(frames * bins);
  const fft = realFft(nFft);
  const frame = new Float64Array(nFft);
  const re = new Float64Array(1 + nFft / 2);
  const im = new Float64Array(1 + nFft / 2);
  // The peak that a sine leaves in the transform is its amplitude times a quarter of the window's length.
  const scale = 4 / frameLength;
  for (let t = 0; t < frames; t++) {
    const first = t * hopLength - (frameLength >> 1);
    for (let i = 0; i < frameLength; i++) frame[i] = (y[first + i] ?? 0) * window[i] * scale;
    fft.transform(frame, re, im);
    for (let b = 0; b < bins; b++) {
      const { start, weights } = bands[b];
      let power = 0;
      for (let i = 0; i < weights.length; i++)
        power += weights[i] * (re[start + i] ** 2 + im[start + i] ** 2);
      data[t * bins + b] = Math.sqrt(power);
    }
  }
  return { data, frames, bins };
}

/** The frequency of a key in Hz, with 440 Hz for key 69. */
export function keyHz(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12);
}
