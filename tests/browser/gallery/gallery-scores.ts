import { confusionMatrix } from "../../../src/learn/metrics/confusion-matrix.ts";
import {
  biasVarianceFigure,
  confusionMatrixFigure,
  fitsFigure,
  learningCurveFigure,
  precisionRecallFigure,
  residualsFigure,
  rocFigure,
  thresholdFigure,
  validationCurveFigure,
} from "../../../src/stdlib/figures/index.ts";
import { slider } from "../../../src/stdlib/inputs/index.ts";
import type { Example } from "./example.ts";
import { sound } from "./gallery-sound.ts";
import { classNames, madeUpCurve, madeUpDrums, madeUpStroke } from "./made-up-drums.ts";
import {
  madeUpBiasVariance,
  madeUpFits,
  madeUpLearning,
  madeUpPhrase,
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
];
