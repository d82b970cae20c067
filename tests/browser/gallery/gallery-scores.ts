import {
  biasVarianceFigure,
  confusionMatrixFigure,
  fitsFigure,
  learningCurveFigure,
  residualsFigure,
  validationCurveFigure,
} from "../../../src/stdlib/figures/index.ts";
import type { Example } from "./example.ts";
import { classNames, madeUpCurve } from "./made-up-drums.ts";
import { madeUpBiasVariance, madeUpFits, madeUpLearning, madeUpPhrase } from "./made-up-scores.ts";

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
];
