import { about, category, exact } from "../../scripts/datasets/columns.ts";
import type { Column, TableFile } from "../../src/stdlib/data/dataset-file.ts";
import { EXCERPT_SECONDS } from "./excerpt.ts";
import type { Song } from "./song.ts";

const BEATS_A_BAR = 4;

/** The charted onsets and the beats of the excerpts, and the charts of the whole songs. */
export function songTables(songs: Song[]): Record<string, TableFile> {
  const titles = songs.map(({ title }) => title);
  const song = (rows: { title: string }[]): Column =>
    category(
      about("song", "the song's title"),
      rows.map(({ title }) => title),
      titles,
    );
  const onsets = songs.flatMap(({ title, chart, excerpt }) =>
    chart.notes
      .map(({ beat, beats, lane }) => ({
        title,
        time: (beat * 60) / chart.bpm - excerpt.start,
        length: (beats * 60) / chart.bpm,
        lane,
      }))
      .filter(({ time }) => time >= 0 && time < EXCERPT_SECONDS),
  );
  const beats = songs.flatMap(({ title, beats, chart, excerpt }) =>
    beats.map((time) => ({ title, time, place: Math.round(((time + excerpt.start) * chart.bpm) / 60) })),
  );
  const notes = songs.flatMap(({ title, chart }) => chart.notes.map((note) => ({ title, ...note })));
  return {
    onsets: {
      title: "Charted onsets",
      description: "What the chart of the game has in the excerpts: guitar notes, simplified for play.",
      columns: [
        song(onsets),
        exact(
          about("time", "from the beginning of the excerpt", { unit: "s" }),
          onsets.map(({ time }) => milliseconds(time)),
        ),
        exact(
          about("lane", "which of the five keys, 0 to 4: higher is mostly a higher note"),
          onsets.map(({ lane }) => lane),
        ),
        exact(
          about("length", "how long the key is held", { unit: "s" }),
          onsets.map(({ length }) => milliseconds(length)),
        ),
      ],
    },
    beats: {
      title: "Beats",
      description: "The beats of the excerpts, from the tempo that each song was made to.",
      columns: [
        song(beats),
        exact(
          about("time", "from the beginning of the excerpt", { unit: "s" }),
          beats.map(({ time }) => milliseconds(time)),
        ),
        exact(
          about("inBar", "which beat of its bar of four, 1 to 4", { label: "beat in bar" }),
          beats.map(({ place }) => (place % BEATS_A_BAR) + 1),
        ),
      ],
    },
    chart: {
      title: "The whole charts",
      description:
        "Every note of the hardest level of the eight charts, in beats from the first sample of the song.",
      columns: [
        song(notes),
        exact(
          about("beat", "when it begins", { unit: "beats" }),
          notes.map(({ beat }) => thousandths(beat)),
        ),
        exact(
          about("lane", "which of the five keys, 0 to 4"),
          notes.map(({ lane }) => lane),
        ),
        exact(
          about("length", "how long the key is held", { unit: "beats" }),
          notes.map(({ beats }) => thousandths(beats)),
        ),
      ],
    },
  };
}

/** Finer than anybody plays, and than the 10 ms of an analysis. */
function milliseconds(seconds: number): number {
  return Math.round(1000 * seconds) / 1000;
}

function thousandths(beats: number): number {
  return Math.round(1000 * beats) / 1000;
}
