import { about, category, exact, measured } from "../../scripts/datasets/columns.ts";
import { trackFeatureColumns } from "../../src/music/index.ts";
import type { Column, NumberColumn } from "../../src/stdlib/data/dataset-file.ts";
import type { Segment } from "./tracks.ts";

/** The features of the segments, a column each. */
export function featureColumns(segments: Segment[]): NumberColumn[] {
  return trackFeatureColumns.map((info, k) =>
    measured(
      info,
      segments.map(({ x }) => x[k]),
    ),
  );
}

/** What else is known of the segments. */
export function creditColumns(segments: Segment[]): Column[] {
  const of = <K extends keyof Segment>(key: K): Segment[K][] => segments.map((segment) => segment[key]);
  return [
    category(
      about("piece", "the piece of music: two versions of one, and both segments of a track, are one piece"),
      of("piece"),
    ),
    category(about("title", "the track's title, or the name of its file"), of("title")),
    category(about("artist", "who made it, where the package names them"), of("artist")),
    category(about("licence", "the track's licence, as its package states it"), of("licence")),
    exact(about("start", "where in the track the segment begins", { unit: "s" }), of("start")),
    exact(
      about("seconds", "how long the track is", { label: "length", unit: "s" }),
      of("seconds").map((seconds) => Math.round(seconds)),
    ),
  ];
}
