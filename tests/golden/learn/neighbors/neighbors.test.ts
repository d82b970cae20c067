import { describe, expect, test } from "vitest";
import { KNeighborsClassifier, KNeighborsRegressor } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";
import { digits } from "../fixtures.ts";

type Answer = {
  params: { nNeighbors: number; weights: "uniform" | "distance"; metric?: "cosine"; p?: 1 | 2 };
  /** A "." or null where it is open which neighbours count. */
  predicted: string;
  numbers: (number | null)[];
};

const { answers } = figures<{ answers: Record<string, Answer[]> }>("neighbors/neighbors");

describe.each(allData)("on the data $name", ({ name, X, y, tied }) => {
  const parted = <T>(items: T[]) =>
    [items.filter((_, i) => i % 3 > 0), items.filter((_, i) => i % 3 === 0)] as const;
  const [[trainX, testX], [trainY], [trainT]] = [parted(X), parted(y), parted(tied)];

  test.each(answers[name]!)("neighbours with $params answer as scikit-learn's", ({ params, ...expected }) => {
    const classifier = new KNeighborsClassifier(params).fit(trainX, trainY);
    const ours = digits(classifier.predict(testX), classifier.classes);
    expect([...ours].map((digit, i) => (expected.predicted[i] === "." ? "." : digit)).join("")).toBe(
      expected.predicted,
    );
    const numbers = new KNeighborsRegressor(params).fit(trainX, trainT).predict(testX);
    // Weighted means: the last digits depend on the order of adding.
    for (const [i, number] of expected.numbers.entries())
      if (number !== null) expect(numbers[i]).toBeCloseTo(number, 12);
  });
});
