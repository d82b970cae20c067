import { lowRate } from "../base/low-rate.ts";
import { nextPowerOfTwo, realFft } from "../base/real-fft.ts";
import { remembered } from "../base/remembered.ts";
import type { Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { windowSamples } from "../base/window.ts";

/** The lowest and the highest semitone that is looked at, as MIDI numbers: C1 and D#7. */
export const LOWEST_SEMITONE = 24;
const HIGHEST_SEMITONE = 99;
export const SEMITONES = HIGHEST_SEMITONE - LOWEST_SEMITONE + 1;

// Low notes are close together in hertz, and so want a long window; a short one sees sooner that a chord has changed.
const LONG_SECONDS = 0.37;
const SHORT_SECONDS = 0.186;
const FIRST_SHORT = 52;
// The long window is for what is below 165 Hz.
const LEAST_RATE_FOR_LONG = 1200;
const HOP_SECONDS = 0.0464;
// Beyond it, a semitone's neighbour would be heard.
const REACH_SEMITONES = 0.6;

type Band = { start: number; weights: Float64Array };
type Plan = { frameLength: number; nFft: number; bands: (Band | null)[] };

/** How far apart the frames of a {@link semitoneSpectrogram} are, in samples. */
export function harmonyHop(sr: number): number {
  return Math.max(1, Math.round(HOP_SECONDS * sr));
}

/** The amplitude in each semitone from C1 to D#7, frame by frame; frame t is centred on sample t × hop. */
export function semitoneSpectrogram(y: Signal, sr: number, tuning: number): Spectrogram {
  const hop = harmonyHop(sr);
  const frames = 1 + Math.floor(y.length / hop);
  const data = new Float64Array(frames * SEMITONES);
  const low = lowRate(y, sr, LEAST_RATE_FOR_LONG);
  const lowHop = (hop * low.sr) / sr;
  fill(data, low.y, lowHop, frames, plan(low.sr, LONG_SECONDS, LOWEST_SEMITONE, FIRST_SHORT - 1, tuning));
  fill(data, y, hop, frames, plan(sr, SHORT_SECONDS, FIRST_SHORT, HIGHEST_SEMITONE, tuning));
  return { data, frames, bins: SEMITONES };
}

function fill(
  data: Float64Array,
  y: Signal,
  hop: number,
  frames: number,
  { frameLength, nFft, bands }: Plan,
): void {
  const window = windowSamples("hann", frameLength);
  const fft = realFft(nFft);
  const frame = new Float64Array(nFft);
  const padded = new Float64Array(y.length + 2 * frameLength);
  padded.set(y, frameLength >> 1);
  const re = new Float64Array(1 + nFft / 2);
  const im = new Float64Array(1 + nFft / 2);
  // The peak that a sine leaves in the transform is its amplitude times a quarter of the window's length.
  const scale = 4 / frameLength;
  for (let t = 0; t < frames; t++) {
    const first = Math.round(t * hop);
    for (let i = 0; i < frameLength; i++) frame[i] = padded[first + i] * window[i] * scale;
    fft.transform(frame, re, im);
    for (let s = 0; s < SEMITONES; s++) {
      const band = bands[s];
      if (!band) continue;
      let power = 0;
      for (let i = 0; i < band.weights.length; i++) {
        const k = band.start + i;
        power += band.weights[i] * (re[k] * re[k] + im[k] * im[k]);
      }
      data[t * SEMITONES + s] = Math.sqrt(power);
    }
  }
}

/** Half a cosine's wave about each semitone, and over at least a bin; null for semitones that are another plan's. */
const plan = remembered((sr: number, seconds: number, low: number, high: number, tuning: number): Plan => {
  const frameLength = Math.max(4, Math.round(seconds * sr));
  // With zeros behind the frame there are bins for semitones that lie close.
  const nFft = nextPowerOfTwo(1.5 * frameLength);
  const binHz = sr / nFft;
  const hzOf = (semitone: number) => 440 * 2 ** ((semitone + tuning - 69) / 12);
  const bands = Array.from({ length: SEMITONES }, (_, s): Band | null => {
    const semitone = LOWEST_SEMITONE + s;
    const centre = hzOf(semitone);
    if (semitone < low || semitone > high || centre > 0.45 * sr) return null;
    const from = Math.min(hzOf(semitone - REACH_SEMITONES), centre - binHz);
    const to = Math.max(hzOf(semitone + REACH_SEMITONES), centre + binHz);
    const start = Math.max(1, Math.ceil(from / binHz));
    const end = Math.min(nFft / 2, Math.floor(to / binHz));
    const weights = Float64Array.from({ length: end - start + 1 }, (_, i) => {
      const hz = (start + i) * binHz;
      const reach = hz <= centre ? (centre - hz) / (centre - from) : (hz - centre) / (to - centre);
      return Math.cos((Math.PI / 2) * Math.min(1, reach));
    });
    return { start, weights };
  });
  return { frameLength, nFft, bands };
});
