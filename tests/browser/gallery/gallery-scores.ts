import { confusionMatrixFigure, validationCurveFigure } from "../../../src/stdlib/figures/index.ts";
import type { Example } from "./example.ts";
import { classNames, madeUpCurve } from "./made-up-drums.ts";

const chance = { value: 0.3, name: "always the commonest class" };
const ofK = { label: "k", scale: "log", baseline: chance, complexity: "falling" } as const;

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
  ["confusion", () => [confusionMatrixFigure({ labels: classNames, matrix: counts })]],
];
