import { describe, expect, test } from "vitest";
import { DecisionTreeClassifier, DecisionTreeRegressor } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";
import { digits } from "../fixtures.ts";

type Answer = {
  params: Record<string, number | string>;
  weights: "none" | "counts" | "shares";
  balanced?: boolean;
  numbers?: boolean;
  leaves: number;
  predicted: string | number[];
  importances: number[];
  /** The last of the path of pruning and its impurities. */
  alphas: [number[], number[]] | null;
};

const answers = figures<Record<string, Answer[]>>("tree/tree");

/** Parameters as we call them: max_depth is maxDepth. */
function ours(params: Record<string, unknown>): Record<string, unknown> {
  const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [camel(name), value]));
}

/** The same as `weights` in make.py. */
function weightsOf(kind: Answer["weights"], rows: number): number[] | undefined {
  if (kind === "none") return undefined;
  return Array.from({ length: rows }, (_, i) =>
    kind === "counts" ? (i * 7) % 4 : (((i * 37) % 101) + 1) / 101,
  );
}

describe.each(allData)("on the data $name", ({ name, X, y, t }) => {
  const half = Math.floor(X.length / 2);
  test.each(answers[name]!)("a tree with $params, weights $weights, is scikit-learn's", (answer) => {
    const sampleWeight = weightsOf(answer.weights, half);
    const options = sampleWeight && { sampleWeight };
    if (answer.numbers) {
      const tree = new DecisionTreeRegressor(ours(answer.params));
      tree.fit(X.slice(0, half), t.slice(0, half), options);
      expect(tree.predict(X).filter((_, i) => i % 7 === 0)).toEqual(answer.predicted);
      expect(tree.getNLeaves()).toBe(answer.leaves);
      expectPath(tree.costComplexityPruningPath(X.slice(0, half), t.slice(0, half), options), answer.alphas);
    } else {
      const classWeight = answer.balanced ? "balanced" : null;
      const tree = new DecisionTreeClassifier({ ...ours(answer.params), classWeight });
      tree.fit(X.slice(0, half), y.slice(0, half), options);
      expect(digits(tree.predict(X), [...new Set(y)].sort(ascending))).toBe(answer.predicted);
      expect(tree.getNLeaves()).toBe(answer.leaves);
      // Sums of roundings in another order.
      for (const [j, importance] of tree.featureImportances.entries()) {
        expect(importance).toBeCloseTo(answer.importances[j]!, 12);
      }
      expectPath(tree.costComplexityPruningPath(X.slice(0, half), y.slice(0, half), options), answer.alphas);
    }
  });
});

/** Sums of roundings in another order, too. */
function expectPath(
  { ccpAlphas, impurities }: { ccpAlphas: number[]; impurities: number[] },
  expected: Answer["alphas"],
): void {
  for (const [i, figures] of (expected ?? []).entries()) {
    const ours = [ccpAlphas, impurities][i]!.slice(-10);
    expect(ours).toHaveLength(figures.length);
    for (const [k, figure] of figures.entries()) expect(ours[k]).toBeCloseTo(figure, 12);
  }
}

function ascending(a: number | string, b: number | string): number {
  return a < b ? -1 : 1;
}
