import { chroma, frameOf } from "../../src/music/index.ts";

/** Twelve numbers a bar, from C, the largest 1: the mean of `music.chroma` over the frames of the bar. */
export function barChroma(y: Float32Array, sr: number, bars: number): number[][] {
  const chromagram = chroma(y, { sr });
  const barSeconds = y.length / sr / bars;
  const sums = Array.from({ length: bars }, () => new Array<number>(12).fill(0));
  for (let t = 0; t < chromagram.frames; t++) {
    const bar = Math.min(bars - 1, Math.floor(chromagram.times[t] / barSeconds));
    for (const [k, value] of frameOf(chromagram, t).entries()) sums[bar][k] += value;
  }
  return sums.map((sum) => {
    const largest = Math.max(...sum);
    return sum.map((value) => (largest > 0 ? value / largest : 0));
  });
}
