// node scripts/run.mjs datasets/songs/baselines.ts: the figures that README.md quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import { tempoAccuracy1, tempoAccuracy2 } from "../../src/music/index.ts";
import type { Dataset } from "../../src/stdlib/data/index.ts";

/** How many of the eight tempi are right, and how many at some level of the metre, within 4 %. */
export function rightTempi(
  songs: Dataset,
  found: "tempo" | "plainTempo",
): { exact: number; anyLevel: number } {
  const tempi = songs.column("bpm") as number[];
  const estimates = songs.column(found) as number[];
  return {
    exact: tempi.filter((bpm, i) => tempoAccuracy1(bpm, estimates[i]) === 1).length,
    anyLevel: tempi.filter((bpm, i) => tempoAccuracy2(bpm, estimates[i]) === 1).length,
  };
}

/** Least, middle and greatest of a column. */
export function spread(songs: Dataset, name: string): [number, number, number] {
  const sorted = [...(songs.column(name) as number[])].sort((a, b) => a - b);
  const middle = (sorted[3] + sorted[4]) / 2;
  return [sorted[0], middle, sorted[sorted.length - 1]];
}

if (import.meta.main) {
  const songs = openDataset("songs");
  for (const found of ["tempo", "plainTempo"] as const) console.log(found, rightTempi(songs, found));
  for (const name of ["recall", "precision", "beatF", "lag"]) {
    console.log(name, "least, median, greatest", ...spread(songs, name).map((value) => value.toFixed(2)));
  }
}
