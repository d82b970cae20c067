import type { Spectrogram } from "../base/spectrogram.ts";

/** Throws unless each frame of `chroma` has 12 finite numbers of at least 0. */
export function requireChroma(chroma: Spectrogram, caller: string): void {
  const { data, frames, bins } = chroma;
  if (bins !== 12) {
    throw new RangeError(`${caller}: bins is ${bins}; a chromagram has 12 values a frame, from C to B.`);
  }
  if (!(frames >= 1) || data.length !== frames * bins) {
    throw new RangeError(
      `${caller}: frames is ${frames} with ${data.length} numbers in data; there must be 12 for each of at least one frame.`,
    );
  }
  for (let i = 0; i < data.length; i++) {
    if (!(data[i] >= 0 && data[i] < Infinity)) {
      throw new RangeError(
        `${caller}: chroma.data[${i}] is ${data[i]}; how much of a pitch class sounds is a finite number of at least 0.`,
      );
    }
  }
}
