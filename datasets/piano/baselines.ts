// node scripts/run.mjs datasets/piano/baselines.ts: the figures that README.md quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import { crossValPredict, LinearRegression, metrics } from "../../src/learn/index.ts";
import type { Dataset } from "../../src/stdlib/data/index.ts";

const TRACKERS = ["yin", "plainYin", "pyin", "mpm"];
const ALLOWED_CENTS = 50;

/** How many notes a tracker has within 50 cents of their keys, and the mean deviation of these, in cents. */
export function withinHalfSemitone(piano: Dataset, tracker: string): { count: number; mean: number } {
  const cents = (piano.column(`${tracker}Cents`) as number[]).filter((c) => Math.abs(c) <= ALLOWED_CENTS);
  return { count: cents.length, mean: meanOf(cents) };
}

/** The median of a column of cents in a register. */
export function medianOf(piano: Dataset, column: string, register: string): number {
  const registers = piano.column("register") as (string | null)[];
  const cents = (piano.column(column) as number[]).filter((_, i) => registers[i] === register);
  cents.sort((a, b) => a - b);
  return (cents[Math.floor(cents.length / 2)] + cents[Math.ceil(cents.length / 2) - 1]) / 2;
}

/** R² of the key by a straight line, each note predicted from the other 29. */
export function keyFrom(piano: Dataset, features: string[]): number {
  const y = piano.column("midi") as number[];
  const predicted = crossValPredict(new LinearRegression(), piano.select(features), y, { cv: y.length });
  return metrics.r2(y, predicted as number[]);
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

if (import.meta.main) {
  const piano = openDataset("piano");
  for (const tracker of TRACKERS) {
    const { count, mean } = withinHalfSemitone(piano, tracker);
    console.log(`${tracker}: ${count} of 30 within 50 cents, these ${mean.toFixed(1)} cents on average`);
  }
  for (const column of ["yinCents", "stretch"]) {
    const medians = ["bass", "middle", "treble"].map((each) => medianOf(piano, column, each).toFixed(1));
    console.log(`${column}, median in bass, middle, treble: ${medians.join(", ")}`);
  }
  console.log(`key from brightness: R² ${keyFrom(piano, ["brightness"]).toFixed(2)}`);
  console.log(`key from brightness and decay: R² ${keyFrom(piano, ["brightness", "decay"]).toFixed(2)}`);
}
