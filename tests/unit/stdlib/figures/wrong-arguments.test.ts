import { expect, test } from "vitest";
import { AgglomerativeClustering } from "../../../../src/learn/cluster/agglomerative-clustering.ts";
import {
  anytimeCurveFigure,
  biasVarianceFigure,
  clusterFigure,
  confusionMatrixFigure,
  curvesFigure,
  decisionRegionsFigure,
  dendrogramFigure,
  featureScoresFigure,
  featureTable,
  fitsFigure,
  foldGridFigure,
  labelGridFigure,
  learningCurveFigure,
  linesFigure,
  lossCurveFigure,
  marginFigure,
  matrixFigure,
  mixtureFigure,
  networkFigure,
  parallelCoordinatesFigure,
  precisionRecallFigure,
  regressionFigure,
  residualsFigure,
  rocFigure,
  scatterFigure,
  scoreStripFigure,
  screeFigure,
  searchHeatMapFigure,
  silhouetteFigure,
  stripFigure,
  thresholdFigure,
  treeFigure,
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
  [() => matrixFigure(5 as never), "matrixFigure: matrix must be a Matrix or an array of rows"],
  [
    () => matrixFigure([[1, 2]], { rowNames: ["a", "b"] }),
    "rowNames must name the 1 rows of matrix, but it has 2",
  ],
  [() => searchHeatMapFigure(5 as never), "must be a fitted GridSearch, RandomizedSearch or HalvingSearch"],
  [
    () => searchHeatMapFigure({ cvResults: [], paramGrid: { k: [1, 2] } }),
    "needs a search over two parameters, but this one varies k: validationCurveFigure shows one.",
  ],
  [
    () => searchHeatMapFigure({ cvResults: [], paramGrid: { k: [1, 2], p: [1, 2] } }, { x: "C" }),
    'the search does not vary "C"; it varies k, p.',
  ],
  [
    () => parallelCoordinatesFigure({ cvResults: [], paramGrid: { k: [1, 2] } }, { params: ["C"] }),
    'parallelCoordinatesFigure: the search does not vary "C"; it varies k.',
  ],
  [() => anytimeCurveFigure([] as never), "takes its searches by name, in braces, such as {grid, random}"],
  [() => anytimeCurveFigure({ grid: 3 as never }), "anytimeCurveFigure: grid: search must be"],
  [
    () => screeFigure("pca" as never),
    "must be a fitted PCA, or its explainedVarianceRatio (numbers from 0 to 1), but",
  ],
  [() => screeFigure([0.5], { chance: [2] }), "screeFigure: chance must be a fitted PCA, or"],
  [() => screeFigure([0.5], { share: 90 }), "share must be from 0 to 1, such as 0.9, but it is 90."],
  [
    () => silhouetteFigure(0.4 as never, []),
    "values must be what metrics.silhouetteSamples(X, labels) gives",
  ],
  [() => silhouetteFigure([0.4], [1, 2]), "must be equally long, but they have 1 and 2 items."],
  [
    () => dendrogramFigure({} as never),
    "tree must be a fitted AgglomerativeClustering, but it is an object.",
  ],
  [
    () => dendrogramFigure(new AgglomerativeClustering().fit([[1], [2], [4]]), { clusters: 4 }),
    "clusters must be a whole number from 1 to 3, the number of rows, but it is 4.",
  ],
  [
    () => clusterFigure({} as never, { X: [[1, 2]] }),
    "clusters must be a fitted KMeans or AgglomerativeClustering",
  ],
  [
    () =>
      clusterFigure(
        { labels: [0] },
        {
          X: [
            [1, 2],
            [3, 4],
          ],
        },
      ),
    "X has 2 rows, but there are 1 labels.",
  ],
  [() => clusterFigure({ centers: [[1, 2]] } as never, { X: [[1, 2]] }), "or a step of a fit"],
  [() => labelGridFigure(nothing), "labels must be a list with the label of each place, such as [0, 1, 0]."],
  [() => labelGridFigure([0, 1], { perRow: 0 }), "perRow must be a whole number of 1 or more, but it is 0."],
  [
    () => labelGridFigure([0, 1, 0], { perRow: 2, rowNames: ["a"] }),
    "rowNames must name the 2 rows, but it has 1 names.",
  ],
  [() => labelGridFigure(["c"], { labelNames: ["a", "b"] }), '"c" is not one of the classes a, b.'],
  [() => linesFigure(5 as never), "linesFigure: series must be an array such as"],
  [
    () => linesFigure([{ name: "loss", x: [1, 2], y: [3] }]),
    'x and y of "loss" must be lists of equal length, but they have 2 and 1 items.',
  ],
  [() => linesFigure([], { value: Number.NaN }), "linesFigure: value must be a number, but it is NaN."],
  [() => curvesFigure({} as never), "curves must be a list such as"],
  [() => curvesFigure([{ name: "BIC", values: 3 as never }]), "the values of BIC must be a list of numbers"],
  [() => curvesFigure([{ name: "BIC", values: [3] }], 5 as never), "curvesFigure takes its settings by name"],
  [() => mixtureFigure(undefined, nothing), "mixtureFigure takes its settings by name"],
  [() => mixtureFigure(undefined, { X: [[1, 2, 3]] }), "draws one or two columns, but X has 3"],
  [
    () => mixtureFigure({} as never, { X: [1, 2] }),
    "must be a fitted GaussianMixture or a step of its fitSteps",
  ],
  [() => treeFigure({} as never), "tree must be a fitted DecisionTreeClassifier, but it is an object."],
  [() => marginFigure({} as never, { X: [[1, 2]], y: ["a"] }), "model must be a fitted SVC"],
  [
    () =>
      marginFigure(undefined, {
        X: [
          [1, 2],
          [1, 3],
          [1, 4],
        ],
        y: ["a", "b", "c"],
      }),
    "shows the margin between two classes, but there are 3.",
  ],
  [
    () => regressionFigure({ x: [1], y: nothing }),
    "y must be a list of numbers, one a sample, but it is undefined.",
  ],
  [() => regressionFigure({ x: [1], y: ["b"] as never }), 'y must hold numbers, but item 0 is "b".'],
  [() => stripFigure({ x: [1, 2], y: ["a"] }), "must be equally long, but they have 2 and 1 items."],
  [() => stripFigure({ x: ["1"] as never, y: ["a"] }), 'x must hold numbers, but item 0 is "1".'],
  [() => networkFigure({} as never), "weights must be a list of matrices, one a layer, but it is an object."],
])("a figure says which argument is wrong: %#", (make, message) => {
  expect(make).toThrow(message);
});
