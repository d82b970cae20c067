import { requireWhole } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { normalizeFrame, normalizeFrames } from "./normalize-frames.ts";
import { requireChroma } from "./require-chroma.ts";

/** How a chromagram is smoothed. */
export type CensOptions = {
  /** Frames that are averaged, by a Hann window; 1 for none. Default 41. */
  smoothingFrames?: number;
};

// A share above each of these counts a quarter more.
const STEPS = [0.05, 0.1, 0.2, 0.4];

/**
 * A chromagram that two performances of one piece agree on: each frame's shares are rounded to quarters, averaged over
 * time and brought to length 1, so that loudness and ornaments matter little (chroma energy normalised statistics;
 * librosa.feature.chroma_cens, given its chroma). Silent frames are all 0. Müller and Ewert, Chroma Toolbox, 2011.
 *
 * @param chroma 12 values a frame, from C
 * @example
 * const y = Float32Array.from({length: 16000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // A4
 * const cens = music.chromaCens(music.chromaStft(y, {sr: 8000}), {smoothingFrames: 9});
 * display(music.frameOf(cens, 5));
 */
export function chromaCens(chroma: Spectrogram, options: CensOptions = {}): Spectrogram {
  const { smoothingFrames = 41 } = options;
  requireChroma(chroma, "chromaCens");
  requireWhole(smoothingFrames, 1, "smoothingFrames", "chromaCens");
  const { frames } = chroma;
  const quantised = normalizeFrames(chroma, 1).data.map(
    (share) => STEPS.filter((step) => share > step).length / STEPS.length,
  );
  const weights = hannWithoutZeros(smoothingFrames);
  const half = smoothingFrames >> 1;
  const data = new Float64Array(frames * 12);
  for (let t = 0; t < frames; t++) {
    for (let w = 0; w < smoothingFrames; w++) {
      const from = t + half - w;
      if (from < 0 || from >= frames) continue;
      for (let p = 0; p < 12; p++) data[t * 12 + p] += weights[w] * quantised[from * 12 + p];
    }
    normalizeFrame(data, t * 12, 12, 2);
  }
  return { data, frames, bins: 12 };
}

/** A symmetric Hann window of two samples more, without its two zeros, that adds up to one. */
function hannWithoutZeros(length: number): Float64Array {
  const raw = Float64Array.from(
    { length },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (length + 1)),
  );
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((value) => value / sum);
}
