import type { figureNames } from "./names.ts";

type Module = Record<string, unknown>;

/** Where each figure is: a page loads those that its cells name, and no others. */
export const figureFiles: Record<(typeof figureNames)[number], () => Promise<Module>> = {
  biasVarianceFigure: () => import("./figures/bias-variance-figure.ts"),
  confusionMatrixFigure: () => import("./figures/confusion-matrix-figure.ts"),
  decisionRegionsFigure: () => import("./figures/decision-regions-figure.ts"),
  featureTable: () => import("./figures/feature-table.ts"),
  figure: () => import("./figures/figure.ts"),
  fitsFigure: () => import("./figures/fits-figure.ts"),
  learningCurveFigure: () => import("./figures/learning-curve-figure.ts"),
  melSpectrogramFigure: () => import("./figures/music/mel-spectrogram-figure.ts"),
  residualsFigure: () => import("./figures/residuals-figure.ts"),
  scatterFigure: () => import("./figures/scatter-figure.ts"),
  scoresFigure: () => import("./figures/scores-figure.ts"),
  spectrogramFigure: () => import("./figures/music/spectrogram-figure.ts"),
  spectrumFigure: () => import("./figures/music/spectrum-figure.ts"),
  validationCurveFigure: () => import("./figures/validation-curve-figure.ts"),
};
