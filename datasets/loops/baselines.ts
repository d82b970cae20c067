// node scripts/run.mjs datasets/loops/baselines.ts prints the figures that the datasheet quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import { tempoAccuracy1, tempoAccuracy2 } from "../../src/music/index.ts";

/** How many of the tempi are right within 4 %, and how many are so at some level of the metre. */
export function rightTempi(found: "tempo" | "plainTempo"): { exact: number; anyLevel: number } {
  const loops = openDataset("loops");
  const [bpm, estimates] = ["bpm", found].map((name) => loops.column(name) as number[]);
  const right = (accuracy: (reference: number, estimate: number) => number) =>
    bpm!.filter((tempo, i) => accuracy(tempo, estimates![i]!) === 1).length;
  return { exact: right(tempoAccuracy1), anyLevel: right(tempoAccuracy2) };
}

/** How far the beats that a loop would have at the tempo found are from a whole number, the greatest of all. */
export function farthestFromWhole(): number {
  const loops = openDataset("loops");
  const [samples, tempo] = ["samples", "tempo"].map((name) => loops.column(name) as number[]);
  const beats = samples!.map((length, i) => (length / 44100 / 60) * tempo![i]!);
  return Math.max(...beats.map((count) => Math.abs(count - Math.round(count))));
}

if (import.meta.main) {
  for (const found of ["tempo", "plainTempo"] as const) console.log(found, rightTempi(found));
  console.log("farthest from a whole number of beats:", farthestFromWhole().toFixed(3));
}
