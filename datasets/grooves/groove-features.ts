import { audioFeatureColumns, audioFeatures, onsetDetect, tempo } from "../../src/music/index.ts";
import type { ColumnInfo } from "../../src/stdlib/data/dataset-file.ts";
import { barChroma, plainBarChroma } from "./bar-chroma.ts";
import type { GrooveRow } from "./groove-row.ts";

// It tells how loud a soundfont was made, not what is played.
const LEFT_OUT = "levelMean";
const kept = audioFeatureColumns.flatMap(({ name }, i) => (name === LEFT_OUT ? [] : [i]));

/** The columns of {@link grooveFeatures}: three of rhythm, then those of `audioFeatures` without levelMean. */
export const grooveFeatureColumns: ColumnInfo[] = [
  {
    name: "bpm",
    label: "tempo heard",
    unit: "beats a minute",
    description: "what music.tempo takes for the beat",
  },
  {
    name: "onsetRate",
    label: "onsets",
    unit: "a second",
    description: "how many notes and strokes music.onsetDetect finds",
  },
  {
    name: "onsetSpread",
    label: "onset spread",
    unit: "ratio",
    description: "standard deviation of the times between onsets over their mean: 0 for an even pulse",
  },
  ...kept.map((i) => audioFeatureColumns[i]),
];

/** What is measured of a groove: tempo and onsets, and `audioFeatures` without levelMean. */
export function grooveFeatures(y: Float32Array, sr: number): number[] {
  const { bpm } = tempo(y, { sr });
  const onsets = [...onsetDetect(y, { sr })];
  const gaps = onsets.slice(1).map((time, i) => time - onsets[i]);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
  const { values } = audioFeatures(y, { sr });
  const rate = (onsets.length * sr) / y.length;
  return [bpm, rate, Math.sqrt(variance) / mean, ...kept.map((i) => values[i])];
}

/** All that is measured of a groove of so many bars. */
export function measureGroove(
  y: Float32Array,
  sr: number,
  bars: number,
): Pick<GrooveRow, "x" | "chroma" | "plainChroma"> {
  return {
    x: grooveFeatures(y, sr),
    chroma: barChroma(y, sr, bars),
    plainChroma: plainBarChroma(y, sr, bars),
  };
}
