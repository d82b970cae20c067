import { readFileSync } from "node:fs";
import type { Label } from "../../../src/learn/index.ts";

/** A dataset that golden tests share; see data.py. `t` are numbers to predict, `tied` the same with many ties. */
export type GoldenData = {
  name: string;
  X: number[][];
  y: Label[];
  groups: number[];
  t: number[];
  tied: number[];
};

/** The JSON file beside the golden tests of learning, such as "svm/figures". */
export function figures<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8"));
}

const { made: _, ...byName } = figures<Record<string, Omit<GoldenData, "name">>>("data");

/** All datasets: ties, ill-conditioned, blobs, and a third of the drums. */
export const allData: GoldenData[] = Object.entries(byName).map(([name, data]) => ({ name, ...data }));
