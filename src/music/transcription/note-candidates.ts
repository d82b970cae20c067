import type { Spectrogram } from "../base/spectrogram.ts";
import { LOWEST_KEY } from "./pitch-spectrogram.ts";

/** A key that may have been played, and what speaks for it. */
export type NoteCandidate = {
  /** The key, as a MIDI number. */
  midi: number;
  /** In seconds. */
  onset: number;
  offset: number;
  /** Its strongest activation, as a part of the level of the whole recording. */
  strength: number;
  /** What {@link noteClues} names, in that order. */
  clues: Float64Array;
};

/** What the clues of a candidate are: logarithms of ratios of activations, and of its length. */
export const noteClues = [
  "strongest activation to the level of the recording",
  "activation to the strongest key of the moment",
  "activation to that before the onset",
  "activation to that of the octave above",
  "activation to that of the octave below",
  "activation to that of the semitones beside it",
  "length, up to 0.3 s",
  "distance from middle C in octaves, squared",
] as const;

// All shares are of the level of the recording: the strongest activation of its loud frames.
const LOUD_QUANTILE = 0.95;
const ONSET_SHARE = 0.15;
const OFFSET_SHARE = 0.1;
const OFFSET_OF_PEAK = 0.2;
const LEAST_SECONDS = 0.07;
// A key that is struck again sinks first, and then rises by so much.
const AGAIN_RATIO = 1.6;
const AGAIN_SHARE = 0.06;
const AGAIN_FRAMES = 6;
const FIRST_FRAMES = 10;
const CLUE_FRAMES = 12;
// The window is centred on its frame, and so half of a sudden tone is in it a little after the tone began.
const EARLIER_SECONDS = 0.018;
const SMALL_SHARE = 0.01;
const LONG_SECONDS = 0.3;
const OCTAVE = 12;

/** Every rise and fall of an activation that might be a note. */
export function noteCandidates(activations: Spectrogram, hopSeconds: number): NoteCandidate[] {
  const { frames, bins } = activations;
  const smooth = smoothed(activations);
  const strongest = Float64Array.from({ length: frames }, (_, t) =>
    greatest(smooth, t * bins, (t + 1) * bins),
  );
  const level = strongest.toSorted()[Math.floor(LOUD_QUANTILE * (frames - 1))];
  if (level === 0) return [];
  const candidates: NoteCandidate[] = [];
  for (let key = 0; key < bins; key++) {
    const curve = Float64Array.from({ length: frames }, (_, t) => smooth[t * bins + key]);
    for (const { start, end } of spans(curve, level)) {
      const first = halfOfFirstPeak(curve, start);
      if ((end - first) * hopSeconds < LEAST_SECONDS) continue;
      candidates.push({
        midi: LOWEST_KEY + key,
        onset: Math.max(0, first * hopSeconds - EARLIER_SECONDS),
        offset: end * hopSeconds,
        strength: greatest(curve, first, end) / level,
        clues: cluesOf(key, first, end),
      });
    }
  }
  return candidates;

  function cluesOf(key: number, first: number, end: number): Float64Array {
    const last = Math.min(end, first + CLUE_FRAMES);
    const mean = (of: number) => {
      if (of < 0 || of >= bins) return 0;
      let total = 0;
      for (let t = first; t < last; t++) total += smooth[t * bins + of];
      return total / (last - first);
    };
    let before = 0;
    for (let t = Math.max(0, first - 6); t < first - 2; t++)
      before = Math.max(before, smooth[t * bins + key]);
    let peak = 0;
    for (let t = first; t < end; t++) peak = Math.max(peak, smooth[t * bins + key]);
    const own = mean(key);
    const above = (other: number) => Math.log((own + SMALL_SHARE * level) / (other + SMALL_SHARE * level));
    const octaves = (LOWEST_KEY + key - 60) / OCTAVE;
    return Float64Array.of(
      Math.log(peak / level),
      above(greatest(strongest, first, last)),
      above(before),
      above(mean(key + OCTAVE)),
      above(mean(key - OCTAVE)),
      above(Math.max(mean(key - 1), mean(key + 1))),
      Math.log(Math.min(LONG_SECONDS, (end - first) * hopSeconds)),
      octaves * octaves,
    );
  }
}

/** Where a curve is high, cut where it rises again; `start` inclusive, `end` exclusive, in frames. */
function spans(curve: Float64Array, level: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let t = 0;
  while (t < curve.length) {
    if (curve[t] < ONSET_SHARE * level) {
      t++;
      continue;
    }
    const start = t;
    let peak = curve[t];
    let again = false;
    for (; t < curve.length && curve[t] > Math.max(OFFSET_SHARE * level, OFFSET_OF_PEAK * peak); t++) {
      peak = Math.max(peak, curve[t]);
      again = risesAgain(curve, start, t, level);
      if (again) break;
    }
    found.push({ start, end: t });
    if (again) continue;
    while (t < curve.length && curve[t] >= ONSET_SHARE * level) t++;
  }
  return found;
}

function risesAgain(curve: Float64Array, start: number, t: number, level: number): boolean {
  let low = t;
  for (let u = Math.max(start + 3, t - AGAIN_FRAMES); u < t; u++) if (curve[u] < curve[low]) low = u;
  return (
    low > start + 3 && curve[t] > AGAIN_RATIO * curve[low] && curve[t] - curve[low] > AGAIN_SHARE * level
  );
}

/** The frame, about `start`, at which the curve first has half the height of its first peak. */
function halfOfFirstPeak(curve: Float64Array, start: number): number {
  const half = greatest(curve, start, Math.min(curve.length, start + FIRST_FRAMES)) / 2;
  let t = start;
  while (t > 0 && curve[t - 1] >= half) t--;
  while (t < curve.length - 1 && curve[t] < half) t++;
  return t;
}

/** Each activation averaged with those of the frames beside it. */
function smoothed({ data, frames, bins }: Spectrogram): Float64Array {
  const out = new Float64Array(data.length);
  for (let t = 0; t < frames; t++) {
    const first = Math.max(0, t - 1);
    const last = Math.min(frames - 1, t + 1);
    for (let k = 0; k < bins; k++) {
      let total = 0;
      for (let u = first; u <= last; u++) total += data[u * bins + k];
      out[t * bins + k] = total / (last - first + 1);
    }
  }
  return out;
}

function greatest(values: Float64Array, start: number, end: number): number {
  let most = 0;
  for (let i = start; i < end; i++) most = Math.max(most, values[i]);
  return most;
}
