import { type Label, RandomState } from "../../../../src/learn/index.ts";
import type { Any, Case } from "./estimators.ts";

export type Data = { X: number[][]; y: Label[] };

const NAMES = ["kick", "snare", "tom", "clap", "ride"];

/** Overlapping clouds, one a class; for a regressor a number with noise. No two values are equal. */
export function dataFor(
  { kind, nonNegative }: Pick<Case, "kind" | "nonNegative">,
  { rows = 36, cols = 3, classes = 3, seed = 1 } = {},
): Data {
  const random = new RandomState(seed);
  const codes = Array.from({ length: rows }, (_, i) => i % classes);
  const X = codes.map((code) =>
    Array.from({ length: cols }, (_, j) => {
      const value = random.normal(code === j % classes ? 2.5 : 0, 1);
      return nonNegative ? Math.abs(value) : value;
    }),
  );
  if (kind !== "regressor") return { X, y: codes.map((code) => NAMES[code]!) };
  return {
    X,
    y: X.map((row) => row.reduce((sum, value, j) => sum + (j + 1) * value, random.normal(0, 0.3))),
  };
}

/** All that a fitted estimator says of `X`, in numbers and labels. */
export function answers(model: Any, X: number[][]): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  if (model.predict) said.predict = Array.from(model.predict(X));
  if (model.predictProba) said.predictProba = tryRows(() => model.predictProba!(X));
  if (model.decisionFunction) said.decisionFunction = tryRows(() => model.decisionFunction!(X));
  if (model.transform) said.transform = tryRows(() => model.transform!(X));
  if (!model.predict && !model.transform) said.labels = Array.from(Reflect.get(model, "labels") as number[]);
  return said;
}

/** A pipeline, a vote or a search has the method, but its part may not. */
function tryRows(get: () => { data: Float64Array; cols: number }): unknown {
  try {
    const { data, cols } = get();
    return { cols, data: Array.from(data) };
  } catch (error) {
    if (
      /\bno (predictProba|decisionFunction|transform)\b|needs|voting|probability/.test(
        (error as Error).message,
      )
    )
      return "none";
    throw error;
  }
}

/** The numbers in a value, in order. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (value !== null && typeof value === "object") return Object.values(value).flatMap(numbersIn);
  return [];
}

/** The same answers but for rounding. */
export function expectClose(a: unknown, b: unknown, relative: number): void {
  const [ours, theirs] = [numbersIn(a), numbersIn(b)];
  if (ours.length !== theirs.length) throw new Error(`${ours.length} numbers against ${theirs.length}`);
  const scale = Math.max(1, ...ours.map(Math.abs));
  ours.forEach((value, i) => {
    const apart = Math.abs(value - theirs[i]!);
    if (!(apart <= relative * scale)) throw new Error(`number ${i}: ${value} against ${theirs[i]}`);
  });
}
