import { confusionMatrix } from "../../../src/learn/metrics/confusion-matrix.ts";
import { KFold, LeaveOneGroupOut, StratifiedKFold } from "../../../src/learn/selection/index.ts";
import {
  biasVarianceFigure,
  confusionMatrixFigure,
  featureScoresFigure,
  fitsFigure,
  foldGridFigure,
  learningCurveFigure,
  lossCurveFigure,
  precisionRecallFigure,
  residualsFigure,
  rocFigure,
  scoreStripFigure,
  thresholdFigure,
  validationCurveFigure,
} from "../../../src/stdlib/figures/index.ts";
import { slider } from "../../../src/stdlib/inputs/index.ts";
import type { Example } from "./example.ts";
import { sound } from "./gallery-sound.ts";
import { classNames, madeUpCurve, madeUpDrums, madeUpStroke } from "./made-up-drums.ts";
import {
  madeUpBiasVariance,
  madeUpFeatures,
  madeUpFits,
  madeUpHoldOuts,
  madeUpLearning,
  madeUpLosses,
  madeUpPhrase,
  madeUpRows,
  madeUpScored,
} from "./made-up-scores.ts";

const chance = { value: 0.3, name: "always the commonest class" };
const ofK = { label: "k", scale: "log", baseline: chance, complexity: "falling" } as const;

const fitted = madeUpFits();
const phrase = madeUpPhrase();

const counts = [
  [70, 1, 4, 0, 0, 0],
  [2, 61, 3, 6, 3, 0],
  [6, 3, 66, 0, 0, 0],
  [0, 4, 0, 58, 11, 2],
  [0, 1, 0, 14, 48, 12],
  [0, 0, 0, 3, 10, 62],
];

function folds(): Element[] {
  const { X, y, groups } = madeUpRows();
  const classes = { y, groups, classNames: ["kick", "snare", "tom"] };
  const shuffled = new StratifiedKFold({ nSplits: 5, shuffle: true, randomState: 1 }).split(X, y);
  return [
    foldGridFigure(new KFold({ nSplits: 4 }).split(X)),
    foldGridFigure(shuffled, classes),
    foldGridFigure(new LeaveOneGroupOut().split(X, y, groups), { ...classes, order: "class" }),
  ];
}

const strips = [
  { name: "200 hold-outs", scores: madeUpHoldOuts(0.86, 200), kind: "validation" },
  { name: "five folds, at random", scores: madeUpHoldOuts(0.84, 5), interval: [0.81, 0.88] },
  { name: "one kit at a time", scores: madeUpHoldOuts(0.72, 14, 0.25), value: 0.71, interval: [0.64, 0.78] },
  { name: "new kits", kind: "test" },
] as const;

function confusionToHear(): Element[] {
  const { y } = madeUpDrums(60);
  const yPred = y.map((label, i) => (i % 7 === 3 ? classNames[(i + 2) % 6]! : label));
  const confusion = confusionMatrix(y, yPred, { labels: classNames });
  const figure = confusionMatrixFigure(confusion, {
    name: "Sixty strokes",
    items: { yTrue: y, yPred },
    describe: (i) => `stroke ${i + 1}`,
    play: (i) => sound.playNow(madeUpStroke(i % 6)),
    onCell: ({ truth, predicted }) => {
      figure.dataset.chosen = `${truth} ${predicted}`;
    },
  });
  return [figure];
}

function threshold(): Element[] {
  const at = slider("threshold", [0, 1], { value: 0.5, step: 0.01 });
  const box = document.createElement("div");
  const redraw = () => box.replaceChildren(thresholdFigure(madeUpScored(0.35), { threshold: at.value }));
  at.addEventListener("input", redraw);
  redraw();
  return [at, box];
}

/** Figures of how good models are. */
export const scoreExamples: readonly Example[] = [
  ["curve", () => [validationCurveFigure(madeUpCurve(), { ...ofK, value: 15, best: "one-standard-error" })]],
  ["curve filling in", () => [validationCurveFigure(madeUpCurve(5), { ...ofK, value: 1, best: "max" })]],
  ["curve empty", () => [validationCurveFigure(undefined, { label: "depth" })]],
  ["curve zones", () => [validationCurveFigure(madeUpCurve(), { ...ofK, best: "max", zones: true })]],
  ["learning", () => [learningCurveFigure(madeUpLearning(0.82), { baseline: chance })]],
  ["learning filling in", () => [learningCurveFigure(madeUpLearning(0.82, 3), { scale: "log" })]],
  ["learning empty", () => [learningCurveFigure(undefined)]],
  [
    "learning compared",
    () => {
      const [random, instruments, kits] = [0.91, 0.84, 0.79].map((level) => madeUpLearning(level));
      return [learningCurveFigure({ random, instruments, kits, later: undefined })];
    },
  ],
  ["bias and variance", () => [biasVarianceFigure(madeUpBiasVariance(), { label: "degree", value: 4 })]],
  [
    "bias and variance filling in",
    () => {
      const range = madeUpBiasVariance().map(({ value }) => value);
      const points = madeUpBiasVariance().map((point) => (point.value % 3 === 0 ? point : undefined));
      return [biasVarianceFigure(points, { label: "degree", range, view: "lines", most: 0.1 })];
    },
  ],
  ["bias and variance empty", () => [biasVarianceFigure(undefined)]],
  ["fits", () => [fitsFigure({ ...fitted, at: 0.5, xName: "time (s)", yName: "level" })]],
  ["fits one", () => [fitsFigure({ x: fitted.x, fits: [fitted.fits[0]!], points: fitted.points })]],
  ["fits empty", () => [fitsFigure({ x: fitted.x })]],
  [
    "residuals",
    () => {
      const names = { xName: "beat", yName: "loudness (dB)" };
      const describe = (i: number) => `beat ${i + 1}`;
      return [
        residualsFigure(phrase.loudness, phrase.arch, {
          ...names,
          x: phrase.beats,
          stems: true,
          smooth: 3,
          describe,
        }),
        residualsFigure(phrase.loudness, phrase.arch),
      ];
    },
  ],
  ["residuals empty", () => [residualsFigure(undefined)]],
  ["confusion", () => [confusionMatrixFigure({ labels: classNames, matrix: counts })]],
  ["confusion to hear", confusionToHear],
  ["confusion empty", () => [confusionMatrixFigure(undefined)]],
  [
    "roc",
    () => [
      rocFigure({ ...madeUpScored(0.35), interval: [0.86, 0.97] }, { threshold: 0.5 }),
      rocFigure([madeUpScored(0.35, "all features"), madeUpScored(0.1, "one feature")], { threshold: 0.5 }),
    ],
  ],
  ["roc empty", () => [rocFigure(undefined)]],
  [
    "precision and recall",
    () => [
      precisionRecallFigure(madeUpScored(0.35), { threshold: 0.5 }),
      precisionRecallFigure([madeUpScored(0.35, "all features"), madeUpScored(0.1, "one feature")]),
    ],
  ],
  ["threshold", threshold],
  ["threshold empty", () => [thresholdFigure(undefined)]],
  ["folds", folds],
  [
    "folds empty",
    () => [
      foldGridFigure(undefined, { nFolds: 5 }),
      foldGridFigure([{ train: [2, 3], test: [0, 1] }], { nFolds: 3, nRows: 9 }),
    ],
  ],
  [
    "strips",
    () => [scoreStripFigure(strips, { baseline: { value: 0.3, name: "always the commonest class" } })],
  ],
  [
    "strips far apart",
    () => [
      scoreStripFigure([{ name: "a line", scores: [-0.4, 0.1, 0.2] }], {
        scoreName: "R²",
        scoreDomain: [-1, 1],
      }),
    ],
  ],
  ["strips empty", () => [scoreStripFigure(undefined)]],
  ["losses", () => [lossCurveFigure({ ...madeUpLosses(60), stoppedAt: 60 }, { epochs: 120 })]],
  [
    "losses of several rates",
    () => {
      const rates = [0.05, 1, 3].map((rate) => ({ name: `rate ${rate}`, ...madeUpLosses(80, rate) }));
      const training = [2.3, 2.1, 9, 160, Number.POSITIVE_INFINITY, Number.NaN];
      return [
        lossCurveFigure([...rates, { name: "rate 100", training }], {
          scale: "log",
          epochs: 80,
          domain: [0.01, 1000],
        }),
        lossCurveFigure({ training }, { scale: "log", epochs: 20, value: 2 }),
      ];
    },
  ],
  ["losses empty", () => [lossCurveFigure(undefined)]],
  [
    "feature scores",
    () => [featureScoresFigure(madeUpFeatures(), { scoreName: "fall of accuracy", kept: 8, rows: 14 })],
  ],
  ["feature scores empty", () => [featureScoresFigure(undefined)]],
];
