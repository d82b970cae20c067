import { tempoFrequencies } from "./tempo-frequencies.ts";
import { autocorrelationTempogram } from "./tempogram.ts";

/** Seconds that are heard at a time, and the fastest tempo: librosa's. */
const HEARD_SECONDS = 8;
const FASTEST_BPM = 320;

/** librosa's tempo of an onset curve, and what it is chosen by. */
export type PlainTempo = {
  /** 0 where nothing repeats. */
  bpm: number;
  /** The tempo of each lag, the mean tempogram, and the sum of the logarithms of tempogram and prior. */
  bpms: Float64Array;
  mean: Float64Array;
  score: Float64Array;
};

/** The lag at which the mean tempogram and a normal prior of the tempo's octave are the greatest together. */
export function plainTempo(
  onsets: Float64Array,
  { sr, hopLength, startBpm, stdBpm }: { sr: number; hopLength: number; startBpm: number; stdBpm: number },
): PlainTempo {
  const winLength = Math.max(2, Math.floor((HEARD_SECONDS * sr) / hopLength));
  const { data, frames } = autocorrelationTempogram(onsets, winLength);
  const mean = new Float64Array(winLength);
  for (let i = 0; i < data.length; i++) mean[i % winLength] += data[i] / frames;
  const bpms = tempoFrequencies(winLength, { sr, hopLength });
  const score = mean.map((value, lag) =>
    lag === 0
      ? 0
      : Math.log1p(1e6 * Math.max(0, value)) - 0.5 * (Math.log2(bpms[lag] / startBpm) / stdBpm) ** 2,
  );
  let best = 0;
  for (let lag = 1; lag < winLength; lag++) {
    if (bpms[lag] < FASTEST_BPM && (best === 0 || score[lag] > score[best])) best = lag;
  }
  return { bpm: mean.some((value) => value > 0) ? bpms[best] : 0, bpms, mean, score };
}
