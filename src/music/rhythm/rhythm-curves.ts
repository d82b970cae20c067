import { lowRate } from "../base/low-rate.ts";
import { realFft } from "../base/real-fft.ts";
import type { Signal } from "../base/signal.ts";
import { windowSamples } from "../base/window.ts";
import { type MelBands, melBands } from "../spectrum/mel-filterbank.ts";

/** Where the rhythm is looked for: how much each part of the spectrum rises, one number a frame. */
export type RhythmCurves = {
  /** Seconds from one frame to the next; frame t is centred on t × hopSeconds. */
  hopSeconds: number;
  frames: number;
  /** The bass (below 0.2 kHz), the middle (to 1.8 kHz) and the treble: log-compressed mel bands. */
  low: Float64Array;
  middle: Float64Array;
  high: Float64Array;
  /** How much new there is in the semitone bands, heard over a tenth of a second: new notes and chords. */
  harmony: Float64Array;
};

const WINDOW_SECONDS = 0.0464;
const HOP_SECONDS = 256 / 22050;
const MEL_BANDS = 40;
const LOWEST_HZ = 30;
const HIGHEST_HZ = 10500;
/** The first mel band of the middle and of the treble. */
const MIDDLE_BAND = 2;
const HIGH_BAND = 18;
/** Frames between the spectra that are compared: the longest part of a stroke's attack. */
const LAG = 2;
/** Levels are log(1 + COMPRESSION × magnitude / mean magnitude). */
const COMPRESSION = 10;
const SEMITONES = 48;
const LOWEST_SEMITONE_HZ = 349.23;
const HARMONY_COMPRESSION = 30;
const HARMONY_FRAMES = 5;

// Rates from 16 kHz up hold nearly all that tells beats.
const LEAST_RATE = 16000;

/** The curves of a sound: one short-time transform at the lowest rate that holds what they need. */
export function rhythmCurves(sound: Signal, rate: number): RhythmCurves {
  const { y, sr } = lowRate(sound, rate, LEAST_RATE);
  const nFft = Math.max(32, 2 ** Math.round(Math.log2(WINDOW_SECONDS * sr)));
  const hop = Math.max(1, Math.round(HOP_SECONDS * sr));
  const frames = 1 + Math.floor(y.length / hop);
  const mel = melBands(
    { sr, nFft, nMels: MEL_BANDS, fmin: Math.min(LOWEST_HZ, sr / 8), fmax: Math.min(HIGHEST_HZ, sr / 2) },
    "tempo",
  );
  const semitones = semitoneBins(sr, nFft);
  const levels = new Float64Array(frames * MEL_BANDS);
  const notes = new Float64Array(frames * semitones.length);
  const padded = new Float64Array(y.length + nFft);
  padded.set(y, nFft / 2);
  const window = windowSamples("hann", nFft);
  const fft = realFft(nFft);
  const frame = new Float64Array(nFft);
  const re = new Float64Array(1 + nFft / 2);
  const im = new Float64Array(1 + nFft / 2);
  for (let t = 0; t < frames; t++) {
    for (let i = 0; i < nFft; i++) frame[i] = padded[t * hop + i] * window[i];
    fft.transform(frame, re, im);
    for (let k = 0; k < re.length; k++) re[k] = Math.sqrt(re[k] * re[k] + im[k] * im[k]);
    writeBands(mel, re, levels, t * MEL_BANDS);
    for (let s = 0; s < semitones.length; s++) notes[t * semitones.length + s] = re[semitones[s]];
  }
  compress(levels, COMPRESSION);
  compress(notes, HARMONY_COMPRESSION);
  return {
    hopSeconds: hop / sr,
    frames,
    low: rises(levels, frames, 0, MIDDLE_BAND),
    middle: rises(levels, frames, MIDDLE_BAND, HIGH_BAND),
    high: rises(levels, frames, HIGH_BAND, MEL_BANDS),
    harmony: slowRises(notes, frames, semitones.length),
  };
}

/** The bins nearest to the semitones from F4 on, each once. */
function semitoneBins(sr: number, nFft: number): number[] {
  const bins = Array.from({ length: SEMITONES }, (_, n) =>
    Math.round((LOWEST_SEMITONE_HZ * 2 ** (n / 12) * nFft) / sr),
  );
  return bins.filter((bin, i) => bin <= nFft / 2 && bin !== bins[i - 1]);
}

/** Each band's mean magnitude. */
function writeBands(
  { first, weights }: MelBands,
  magnitudes: Float64Array,
  out: Float64Array,
  at: number,
): void {
  for (let b = 0; b < weights.length; b++) {
    const band = weights[b];
    let sum = 0;
    let area = 1e-30;
    for (let k = 0; k < band.length; k++) {
      sum += band[k] * magnitudes[first[b] + k];
      area += band[k];
    }
    out[at + b] = sum / area;
  }
}

/** Makes levels of magnitudes, against the mean of them all; in silence all are 0. */
function compress(magnitudes: Float64Array, compression: number): void {
  let mean = 0;
  for (let i = 0; i < magnitudes.length; i++) mean += magnitudes[i] / magnitudes.length;
  const scale = mean > 0 ? compression / mean : 0;
  for (let i = 0; i < magnitudes.length; i++) magnitudes[i] = Math.log1p(scale * magnitudes[i]);
}

/** The mean rise of the bands from `from` to `to`. */
function rises(levels: Float64Array, frames: number, from: number, to: number): Float64Array {
  const out = new Float64Array(frames);
  const back = LAG * MEL_BANDS;
  for (let t = LAG; t < frames; t++) {
    let sum = 0;
    for (let i = t * MEL_BANDS + from; i < t * MEL_BANDS + to; i++) {
      sum += Math.max(0, levels[i] - levels[i - back]);
    }
    out[t] = sum / (to - from);
  }
  return out;
}

/** The mean rise of the bands from some frames before t to as many after it. */
function slowRises(levels: Float64Array, frames: number, bands: number): Float64Array {
  const out = new Float64Array(frames);
  const n = HARMONY_FRAMES;
  for (let b = 0; b < bands; b++) {
    let before = 0;
    let after = 0;
    for (let i = 0; i < Math.min(n, frames); i++) before += levels[i * bands + b];
    for (let i = n; i < Math.min(2 * n, frames); i++) after += levels[i * bands + b];
    for (let t = n; t + n < frames; t++) {
      out[t] += Math.max(0, after - before) / (n * bands);
      const middle = levels[t * bands + b];
      before += middle - levels[(t - n) * bands + b];
      after += levels[(t + n) * bands + b] - middle;
    }
  }
  return out;
}
