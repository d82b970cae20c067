import { expect, test } from "vitest";
import { DummyClassifier } from "../../../../src/learn/dummy/index.ts";
import { learningCurve, learningCurveSteps } from "../../../../src/learn/selection/index.ts";
import { learningCurves } from "../../../../src/stdlib/figures/learning-curves.ts";

const X = Array.from({ length: 12 }, (_, i) => [i]);
const y = X.map((_, i) => (i % 3 === 0 ? "a" : "b"));
const options = { trainSizes: [3, 6, 9] };
const point = (trainSize: number) => ({ trainSize, trainScore: 1, validationScore: 0.5 });

test("a curve of learn is taken as it is, its sizes become values", () => {
  const [curve, ...others] = learningCurves(learningCurve(new DummyClassifier(), X, y, options))!;
  expect(others).toEqual([]);
  expect(curve!.name).toBeUndefined();
  expect(curve!.points.map(({ value }) => value)).toEqual([3, 6, 9]);
});

test("every partial curve of learn can be drawn, on the axis of the whole", () => {
  const counts = new Set<number>();
  for (const { partial } of learningCurveSteps(new DummyClassifier(), X, y, options)) {
    if (!partial) continue;
    const [curve] = learningCurves(partial)!;
    expect(curve!.trainSizes).toEqual([3, 6, 9]);
    counts.add(curve!.points.length);
  }
  expect([...counts]).toEqual(expect.arrayContaining([0, 1, 2, 3]));
});

test("several curves keep their names; one that has not begun has no points", () => {
  const known = { trainSizes: [1, 2], points: [point(2), undefined, point(1)] };
  const curves = learningCurves({ kits: known, later: undefined })!;
  expect(curves.map(({ name, points }) => [name, points.map(({ value }) => value)])).toEqual([
    ["kits", [1, 2]],
    ["later", []],
  ]);
});

test("what is no curve is not taken for one", () => {
  for (const wrong of [5, null, "curve", [], { a: 5 }, { points: [] }])
    expect(learningCurves(wrong)).toBeUndefined();
});
