import { describe, expect, test } from "vitest";
import { RandomForestClassifier, RandomForestRegressor } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";
import { digits } from "../fixtures.ts";

type Answer = {
  params: Record<string, unknown>;
  classWeight?: "balanced" | "balanced_subsample" | null;
  numbers?: boolean;
  predicted: string | number[];
  probabilities?: number[];
  importances: number[];
  outOfBag: number | null;
};

const answers = figures<Record<string, Answer[]>>("forest/forest");

function ours(params: Record<string, unknown>): Record<string, unknown> {
  const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [camel(name), value]));
}

// Every tree is scikit-learn's own, so that what the forests say is equal, not just alike.
describe.each(allData)("on the data $name", ({ name, X, y, t }) => {
  const half = Math.floor(X.length / 2);
  const classes = [...new Set(y)].sort((a, b) => (a < b ? -1 : 1));
  test.each(answers[name]!)("a forest with $params is scikit-learn's", (answer) => {
    const params = ours(answer.params);
    const forest = answer.numbers
      ? new RandomForestRegressor(params).fit(X.slice(0, half), t.slice(0, half))
      : new RandomForestClassifier({ ...params, classWeight: answer.classWeight! }).fit(
          X.slice(0, half),
          y.slice(0, half),
        );
    const predicted = forest.predict(X);
    if (forest instanceof RandomForestClassifier) {
      expect(digits(predicted, classes)).toBe(answer.predicted);
      const probabilities = forest.predictProba(X.slice(0, 5)).data;
      // Divided once more, so that they add up to 1.
      for (const [i, share] of probabilities.entries())
        expect(share).toBeCloseTo(answer.probabilities![i]!, 12);
    } else {
      expect(predicted.filter((_, i) => i % 7 === 0)).toEqual(answer.predicted);
    }
    for (const [j, importance] of forest.featureImportances.entries()) {
      expect(importance).toBeCloseTo(answer.importances[j]!, 12);
    }
    if (answer.outOfBag === null) expect(forest.outOfBagScore).toBeNull();
    else expect(forest.outOfBagScore).toBeCloseTo(answer.outOfBag, 12);
  });
});
