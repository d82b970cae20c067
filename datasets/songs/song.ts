import { type Chart, onsetTimes, readChart } from "./chart.ts";
import { EXCERPT_SECONDS, type Excerpt, excerptOf } from "./excerpt.ts";
import { type Hearing, hearing } from "./hearing.ts";
import type { SongFolder } from "./songs.ts";

/** A song, its excerpt, and what is known and heard of it. Times from the beginning of the excerpt. */
export type Song = SongFolder & {
  chart: Chart;
  excerpt: Excerpt;
  heard: Hearing;
  onsets: number[];
  beats: number[];
};

/** Cuts and hears a song. */
export function songOf(song: SongFolder): Song {
  const chart = readChart(song.folder);
  const excerpt = excerptOf(song.folder, chart);
  const inside = (time: number) => time >= 0 && time < EXCERPT_SECONDS;
  const beatSeconds = 60 / chart.bpm;
  const first = Math.ceil(excerpt.start / beatSeconds);
  return {
    ...song,
    chart,
    excerpt,
    heard: hearing(excerpt.samples),
    onsets: onsetTimes(chart)
      .map((time) => time - excerpt.start)
      .filter(inside),
    beats: Array.from(
      { length: Math.ceil(EXCERPT_SECONDS / beatSeconds) },
      (_, k) => (first + k) * beatSeconds,
    )
      .map((time) => time - excerpt.start)
      .filter(inside),
  };
}
