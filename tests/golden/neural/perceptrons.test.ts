import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Label, MLPClassifier, type MLPParams, MLPRegressor } from "../../../src/learn/index.ts";

type Case = {
  target: "three" | "two" | "number";
  params: MLPParams;
  coefs: number[][];
  intercepts: number[][];
  answers: number[];
};
type Golden = { X: number[][]; targets: Record<Case["target"], Label[]>; cases: Case[] };

const { X, targets, cases }: Golden = JSON.parse(
  readFileSync(new URL("./perceptrons.json", import.meta.url), "utf8"),
);

/** The largest difference, as a share of the largest number. */
function difference(ours: ArrayLike<number>, theirs: readonly number[]): number {
  expect(ours).toHaveLength(theirs.length);
  const size = Math.max(...theirs.map(Math.abs));
  return Math.max(...theirs.map((value, i) => Math.abs(value - ours[i]!))) / size;
}

// Sums in another order, and what some dozens of steps make of their last digits.
const ROUNDING = 1e-9;

test.each(cases)(
  "trained on $target with $params, a network has the weights of scikit-learn's and says the same",
  ({ target, params, coefs, intercepts, answers }) => {
    const y = targets[target];
    const model =
      target === "number"
        ? new MLPRegressor(params).fit(X, y as number[])
        : new MLPClassifier(params).fit(X, y);
    for (const [l, theirs] of coefs.entries()) {
      expect(difference(model.coefs[l]!.data, theirs)).toBeLessThan(ROUNDING);
      expect(difference(model.intercepts[l]!, intercepts[l]!)).toBeLessThan(ROUNDING);
    }
    const said = model instanceof MLPClassifier ? model.predictProba(X).data : model.predict(X);
    expect(difference(said, answers)).toBeLessThan(ROUNDING);
  },
);
