import { join } from "node:path";
import { decode, SAMPLE_RATE } from "../../scripts/datasets/decode.ts";
import { type Chart, onsetTimes } from "./chart.ts";

/** Twelve seconds of a song. */
export type Excerpt = {
  /** Where in the song it begins, in seconds. */
  start: number;
  /** Both tracks of the song together, mono at 44,100 samples a second. */
  samples: Float32Array;
};

export const EXCERPT_SECONDS = 12;
/** How far into a song the excerpt lies: beyond the introduction, where all play. */
const SHARE = 0.4;
const BEATS_A_BAR = 4;
/** What sounds from the first sample on does not begin: the first beat comes a moment later. */
const BEFORE_BAR_SECONDS = 0.1;
const FADE_SECONDS = 0.02;
const PEAK = 0.7;

/**
 * The excerpt of a song: from 0.1 s before the bar line nearest to two fifths of it after which the chart has no fewer
 * onsets than twelve seconds of the song have on average.
 */
export function excerptOf(folder: string, chart: Chart): Excerpt {
  const song = decode(join(folder, "song.ogg"));
  const guitar = decode(join(folder, "guitar.ogg"));
  const first = Math.round((barLine(chart, song.length / SAMPLE_RATE) - BEFORE_BAR_SECONDS) * SAMPLE_RATE);
  const length = EXCERPT_SECONDS * SAMPLE_RATE;
  const mix = Float32Array.from({ length }, (_, i) => song[first + i] + (guitar[first + i] ?? 0));
  return { start: first / SAMPLE_RATE, samples: faded(mix) };
}

function barLine({ bpm, notes }: Chart, seconds: number): number {
  const onsets = onsetTimes({ bpm, notes });
  const average = (onsets.length * EXCERPT_SECONDS) / seconds;
  const barSeconds = (BEATS_A_BAR * 60) / bpm;
  const lines = Array.from(
    { length: Math.floor((seconds - EXCERPT_SECONDS) / barSeconds) },
    (_, i) => i * barSeconds,
  );
  const dense = lines.filter(
    (line) => onsets.filter((time) => time >= line && time < line + EXCERPT_SECONDS).length >= average,
  );
  const away = (line: number) => Math.abs(line - SHARE * seconds);
  return dense.reduce((best, line) => (away(line) < away(best) ? line : best));
}

/** The greatest sample at 0.7, and both ends faded. */
function faded(y: Float32Array): Float32Array {
  const peak = y.reduce((greatest, sample) => Math.max(greatest, Math.abs(sample)), 0);
  const fade = FADE_SECONDS * SAMPLE_RATE;
  return y.map((sample, i) => (sample * PEAK * Math.min(1, i / fade, (y.length - 1 - i) / fade)) / peak);
}
