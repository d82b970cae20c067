import { expect, test } from "vitest";
import {
  decisionRegionsFigure,
  featureTable,
  scatterFigure,
  validationCurveFigure,
} from "../../../../src/stdlib/figures/index.ts";

const nothing = undefined as never;

test.each([
  [() => scatterFigure(nothing), "scatterFigure takes its settings by name, in braces, such as {X, y}"],
  [() => decisionRegionsFigure(nothing, nothing), "model must be a fitted classifier"],
  [
    () => decisionRegionsFigure({ predict: () => [] }, nothing),
    "decisionRegionsFigure takes its settings by name, in braces, such as {X, y}, but it got undefined",
  ],
  [
    () => featureTable(nothing),
    "featureTable: rows must be an array such as drums.records(), but it is undef",
  ],
  [
    () => featureTable([], "Strokes" as never),
    'in braces, such as {caption: "Six strokes"}, but it got "Str',
  ],
  [
    () => validationCurveFigure(5 as never),
    "validationCurveFigure: curve must be what validationCurve(…) gives, but it is 5.",
  ],
  [() => validationCurveFigure({ points: [] } as never), "but it is an object"],
  [() => validationCurveFigure(null as never), "but it is null"],
  [() => validationCurveFigure(nothing, 5 as never), "takes its settings by name"],
])("a figure says which argument is wrong: %#", (make, message) => {
  expect(make).toThrow(message);
});
