import { expect, test } from "vitest";
import {
  crossValidate,
  DecisionTreeClassifier,
  KNeighborsClassifier,
  Pipeline,
  type Predictor,
  RandomState,
  StandardScaler,
  validationCurve,
  validationCurveSteps,
} from "../../../../src/learn/index.ts";

const random = new RandomState(9);
const X = Array.from({ length: 60 }, () => [random.normal(), random.normal(0, 100)]);
const y = X.map(([a, b]) => (a! + 0.005 * b! + random.normal() > 0 ? "up" : "down"));

class OwnSubclass extends KNeighborsClassifier {
  override predict(rows: never) {
    return super.predict(rows).map((label) => (label === "up" ? "down" : "up"));
  }
}

const models: [string, () => Predictor, string, unknown[]][] = [
  ["a tree", () => new DecisionTreeClassifier(), "maxDepth", [1, 2, 3, 4, null]],
  ["k neighbours", () => new KNeighborsClassifier(), "nNeighbors", [40, 1, 3]],
  ["k neighbours by another parameter", () => new KNeighborsClassifier(), "weights", ["uniform", "distance"]],
  [
    "a pipeline",
    () =>
      new Pipeline([
        ["scale", new StandardScaler()],
        ["knn", new KNeighborsClassifier()],
      ]),
    "knn__nNeighbors",
    [1, 5, 20],
  ],
  ["a learner's subclass", () => new OwnSubclass(), "nNeighbors", [3, 5]],
];

test.each(models)(
  "%s: each point is the cross-validation with that value",
  (_, make, paramName, paramRange) => {
    const { points } = validationCurve(make(), X, y, { paramName, paramRange });
    const expected = paramRange.map((value) => {
      const model = make();
      model.setParams!({ [paramName]: value });
      const { folds, pooled, trainScore } = crossValidate(model, X, y);
      return {
        value,
        trainScore,
        validationScore: pooled.score,
        foldScores: folds.map(({ testScore }) => testScore),
      };
    });
    expect(points).toEqual(expected);
  },
);

test.each(models)(
  "%s: its steps rise to 1, keep points in order, and end with the same curve",
  (_, make, paramName, paramRange) => {
    const whole = validationCurve(make(), X, y, { paramName, paramRange });
    const steps = validationCurveSteps(make(), X, y, { paramName, paramRange });
    let last = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      const { progress, partial } = step.value;
      expect(progress).toBeGreaterThanOrEqual(last);
      last = progress;
      expect(partial.points).toEqual(
        whole.points.filter(({ value }) => partial.points.some((p) => p.value === value)),
      );
    }
    expect(last).toBe(1);
    expect(step.value).toEqual(whole);
  },
);

test("the ends of the range come first, then the middle", () => {
  const steps = validationCurveSteps(new DecisionTreeClassifier(), X, y, {
    paramName: "maxDepth",
    paramRange: [1, 2, 3, 4, 5],
  });
  const seen: number[][] = [];
  for (const { partial } of steps) seen[partial.points.length] = partial.points.map(({ value }) => value);
  expect(seen.slice(0, 4)).toEqual([[], [1], [1, 5], [1, 3, 5]]);
});

test("k neighbours are first tried with nine values over the whole range, then with all", () => {
  const paramRange = Array.from({ length: 41 }, (_, i) => i + 1);
  const steps = validationCurveSteps(new KNeighborsClassifier(), X, y, {
    paramName: "nNeighbors",
    paramRange,
  });
  const seen: unknown[][] = [];
  for (const { partial } of steps) seen.push(partial.points.map(({ value }) => value));
  expect(seen.map((values) => values.length)).toEqual([0, 0, 0, 0, 9, 9, 9, 9, 9, 41]);
  expect(seen[4]).toEqual([1, 6, 11, 16, 21, 26, 31, 36, 41]);
});

test("a learner's own object may have the parameter as a plain property", () => {
  const own = {
    answer: "up",
    fit() {},
    predict: (rows: { rows?: number }) => Array.from({ length: rows.rows! }, () => own.answer),
  };
  const { points } = validationCurve(own as never, X, y, { paramName: "answer", paramRange: ["up", "down"] });
  const ups = y.filter((label) => label === "up").length;
  expect(points.map(({ validationScore }) => validationScore)).toEqual([ups / 60, (60 - ups) / 60]);
});

test("a wrong parameter or value is refused before anything is fitted", () => {
  const curve = (paramName: string, paramRange: unknown[]) =>
    validationCurveSteps(new DecisionTreeClassifier(), X, y, { paramName, paramRange }).next();
  expect(() => curve("depth", [1])).toThrow("did you mean maxDepth?");
  expect(() => curve("maxDepth", [1, 2, 0])).toThrow("but it is 0");
  expect(() =>
    validationCurve({ fit() {}, predict: () => [] }, X, y, { paramName: "k", paramRange: [1] }),
  ).toThrow('neither setParams nor a property "k"');
});

test("the parameter and its values must be given", () => {
  expect(() => validationCurve(new KNeighborsClassifier(), X, y, {} as never)).toThrow("needs a parameter");
  expect(() => validationCurve(new KNeighborsClassifier(), X, y, undefined as never)).toThrow(
    "takes its options by name, in braces: {paramName, paramRange, cv, groups, scoring}, but it got undefined",
  );
});

test("an option that it does not have is answered with the nearest one", () => {
  const options = { paramName: "nNeighbors", paramRange: [1], group: y };
  expect(() => validationCurve(new KNeighborsClassifier(), X, y, options)).toThrow(
    'validationCurve has no option "group": did you mean groups?',
  );
});

test("an empty range gives an empty curve", () => {
  const options = { paramName: "nNeighbors", paramRange: [] };
  expect(validationCurve(new KNeighborsClassifier(), X, y, options).points).toEqual([]);
});
