import { describe, expect, test } from "vitest";
import { GradientBoostingClassifier, GradientBoostingRegressor } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";
import { digits } from "../fixtures.ts";

type Answer = {
  params: Record<string, unknown>;
  kind: "many" | "two" | "numbers";
  predicted: string | number[];
  probabilities?: number[];
};

const answers = figures<Record<string, Answer[]>>("boosting/boosting");

function ours(params: Record<string, unknown>): Record<string, unknown> {
  const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [camel(name), value]));
}

describe.each(allData)("on the data $name", ({ name, X, y, t }) => {
  const half = Math.floor(X.length / 2);
  test.each(answers[name]!)("boosting with $params for $kind is scikit-learn's", (answer) => {
    const params = ours(answer.params);
    if (answer.kind === "numbers") {
      const model = new GradientBoostingRegressor(params).fit(X.slice(0, half), t.slice(0, half));
      expect(model.predict(X).filter((_, i) => i % 7 === 0)).toEqual(answer.predicted);
      return;
    }
    // The same two classes as in make.py.
    const two = y.map((label, i) => Number((i % 5 < 2 ? label : y[0]) === y[0]));
    const labels = (answer.kind === "two" ? two : y).slice(0, half);
    const model = new GradientBoostingClassifier(params).fit(X.slice(0, half), labels);
    expect(digits(model.predict(X), model.classes)).toBe(answer.predicted);
    const { data } = model.predictProba(X.slice(-6));
    // The exponential function may differ in its last digit.
    for (const [i, share] of data.entries()) expect(share).toBeCloseTo(answer.probabilities![i]!, 10);
  });
});
