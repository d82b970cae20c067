import {
  audioFeatureColumns,
  audioFeatures,
  drumFeatureColumns,
  drumFeatures,
} from "../../src/music/index.ts";
import type { ColumnInfo } from "../../src/stdlib/data/dataset-file.ts";

// The first two are among the drum features as well, measured over 0.2 s; levelMean only tells how loud a soundfont is.
const LEFT_OUT = ["crest", "bassShare", "levelMean"];
const kept = audioFeatureColumns.flatMap(({ name }, i) => (LEFT_OUT.includes(name) ? [] : [i]));

/** The columns of {@link noteFeatures}: those of `drumFeatures`, then those of `audioFeatures` without three. */
export const noteFeatureColumns: ColumnInfo[] = [
  ...drumFeatureColumns,
  ...kept.map((i) => audioFeatureColumns[i]),
];

/** What is measured of a note: `drumFeatures`, and `audioFeatures` without crest, bassShare and levelMean. */
export function noteFeatures(y: Float32Array, sr: number): number[] {
  const { values } = audioFeatures(y, { sr });
  return [...drumFeatures(y, { sr }), ...kept.map((i) => values[i])];
}
