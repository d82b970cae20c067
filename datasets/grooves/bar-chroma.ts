import { chroma, chromaStft, frameOf, type Spectrogram } from "../../src/music/index.ts";

// At 44,100 Hz the same frequencies, and as many frames a second, as librosa's usual ones at 22,050.
const PLAIN_FFT = 4096;
const PLAIN_HOP = 1024;

/** Twelve numbers a bar, from C, the largest 1: the mean of `music.chroma` over the frames of the bar. */
export function barChroma(y: Float32Array, sr: number, bars: number): number[][] {
  const chromagram = chroma(y, { sr });
  const means = barMeans(chromagram, chromagram.times, y.length / sr / bars, bars);
  return means.map((mean) => {
    const largest = Math.max(...mean);
    return mean.map((value) => (largest > 0 ? value / largest : 0));
  });
}

/** Twelve numbers a bar, from C: the mean of `music.chromaStft`, which leaves overtones and drums in. */
export function plainBarChroma(y: Float32Array, sr: number, bars: number): number[][] {
  const chromagram = chromaStft(y, { sr, nFft: PLAIN_FFT, hopLength: PLAIN_HOP });
  const times = Float64Array.from({ length: chromagram.frames }, (_, t) => (t * PLAIN_HOP) / sr);
  return barMeans(chromagram, times, y.length / sr / bars, bars);
}

function barMeans(
  chromagram: Spectrogram,
  times: Float64Array,
  barSeconds: number,
  bars: number,
): number[][] {
  const sums = Array.from({ length: bars }, () => new Array<number>(12).fill(0));
  const counts = new Array<number>(bars).fill(0);
  for (let t = 0; t < chromagram.frames; t++) {
    const bar = Math.min(bars - 1, Math.floor(times[t] / barSeconds));
    counts[bar]++;
    for (const [k, value] of frameOf(chromagram, t).entries()) sums[bar][k] += value;
  }
  return sums.map((sum, bar) => sum.map((value) => value / counts[bar]));
}
