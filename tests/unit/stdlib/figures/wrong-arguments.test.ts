import { expect, test } from "vitest";
import {
  biasVarianceFigure,
  confusionMatrixFigure,
  decisionRegionsFigure,
  featureScoresFigure,
  featureTable,
  fitsFigure,
  foldGridFigure,
  learningCurveFigure,
  lossCurveFigure,
  precisionRecallFigure,
  residualsFigure,
  rocFigure,
  scatterFigure,
  scoreStripFigure,
  thresholdFigure,
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
  [
    () => learningCurveFigure([] as never),
    "several of these by name, such as {random, kits}, but it is an array",
  ],
  [() => learningCurveFigure(nothing, 5 as never), "takes its settings by name"],
  [() => biasVarianceFigure({ bias2: 1 } as never), "points must be a list such as [{value: 3, bias2: 0.1"],
  [() => biasVarianceFigure([{ value: 3, bias2: 1 }] as never), "but it is not so everywhere"],
  [() => fitsFigure(nothing), "fitsFigure takes its settings by name, in braces, such as {x, fits, truth}"],
  [
    () => fitsFigure({ x: ["a"] as never }),
    "fitsFigure: x must be a list of numbers, but it is an array of 1",
  ],
  [() => fitsFigure({ x: [1, 2], fits: [[1]] }), "fitsFigure: fits[0] must have 2 numbers, but it has 1."],
  [() => residualsFigure([1, 2], [1]), "residualsFigure: yPred must have 2 numbers, but it has 1."],
  [
    () => residualsFigure("ab" as never, [1]),
    'residualsFigure: yTrue must be a list of numbers, but it is "ab"',
  ],
  [
    () => confusionMatrixFigure([[1]] as never),
    "must be what metrics.confusionMatrix(…) gives, but it is an arr",
  ],
  [
    () => confusionMatrixFigure({ labels: [], matrix: [] }, { play: () => 0 }),
    "play needs to know which items are in a cell: give items: {yTrue, yPred}",
  ],
  [
    () => rocFigure([0, 1] as never),
    'rocFigure takes true classes and scores, such as {yTrue, yScore, posLabel: "clap"}',
  ],
  [() => precisionRecallFigure({ yTrue: [0, 1] } as never), "or a list of these, but it got an object"],
  [() => thresholdFigure({ yTrue: [0, 1], yScore: [1] }), "yScore must have 2 numbers, but it has 1."],
  [() => foldGridFigure(5 as never), "folds must be what split(X, y) of a splitter gives, but it is 5."],
  [() => foldGridFigure([{ train: [1] }] as never), "folds must be what split(X, y) of a splitter gives"],
  [
    () => scoreStripFigure([0.8] as never),
    'strips must be a list such as [{name: "random", scores: [0.8, 0.9]}]',
  ],
  [() => lossCurveFigure([1, 2] as never), "runs must be losses such as {training: [2.3, 1.1]"],
  [() => featureScoresFigure({} as never), "featureScoresFigure: features must be an array such as [{name:"],
  [() => featureScoresFigure([0.4] as never), 'each feature must be such as {name: "decay", score: 0.4}.'],
])("a figure says which argument is wrong: %#", (make, message) => {
  expect(make).toThrow(message);
});
