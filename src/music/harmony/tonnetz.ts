import type { Spectrogram } from "../base/spectrogram.ts";
import { normalizeFrames } from "./normalize-frames.ts";
import { requireChroma } from "./require-chroma.ts";

// Semitones times these, in half turns: around the circles of fifths, minor thirds and major thirds.
const CIRCLES = [
  { turns: 7 / 6, radius: 1 },
  { turns: 3 / 2, radius: 1 },
  { turns: 2 / 3, radius: 0.5 },
];

/**
 * Where each frame of a chromagram lies in tonal space: six numbers, the sine and cosine on the circle of fifths, of
 * minor thirds and of major thirds (librosa.feature.tonnetz). Chords that share notes lie near each other. Silent
 * frames are all 0. Harte, Sandler and Gasser, Detecting harmonic change in musical audio, 2006.
 *
 * @param chroma 12 values a frame, from C
 * @example
 * const cMajor = {data: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0), frames: 1, bins: 12};
 * display(music.tonnetz(cMajor).data);
 */
export function tonnetz(chroma: Spectrogram): Spectrogram {
  requireChroma(chroma, "tonnetz");
  const { data: share, frames } = normalizeFrames(chroma, 1);
  const bins = 2 * CIRCLES.length;
  const data = new Float64Array(frames * bins);
  for (let t = 0; t < frames; t++) {
    CIRCLES.forEach(({ turns, radius }, c) => {
      let sine = 0;
      let cosine = 0;
      for (let p = 0; p < 12; p++) {
        sine += share[t * 12 + p] * Math.sin(Math.PI * turns * p);
        cosine += share[t * 12 + p] * Math.cos(Math.PI * turns * p);
      }
      data[t * bins + 2 * c] = radius * sine;
      data[t * bins + 2 * c + 1] = radius * cosine;
    });
  }
  return { data, frames, bins };
}
