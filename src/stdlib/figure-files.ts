import type { figureNames } from "./names.ts";

type Module = Record<string, unknown>;

/** Where each figure is: a page loads those that its cells name, and no others. */
export const figureFiles: Record<(typeof figureNames)[number], () => Promise<Module>> = {
  biasVarianceFigure: () => import("./figures/bias-variance-figure.ts"),
  chromagramFigure: () => import("./figures/music/chromagram-figure.ts"),
  confusionMatrixFigure: () => import("./figures/confusion-matrix-figure.ts"),
  decisionRegionsFigure: () => import("./figures/decision-regions-figure.ts"),
  differenceFigure: () => import("./figures/music/difference-figure.ts"),
  dtwFigure: () => import("./figures/music/dtw-figure.ts"),
  f0Figure: () => import("./figures/music/f0-figure.ts"),
  featureScoresFigure: () => import("./figures/feature-scores-figure.ts"),
  featureTable: () => import("./figures/feature-table.ts"),
  figure: () => import("./figures/figure.ts"),
  fitsFigure: () => import("./figures/fits-figure.ts"),
  foldGridFigure: () => import("./figures/fold-grid-figure.ts"),
  learningCurveFigure: () => import("./figures/learning-curve-figure.ts"),
  lossCurveFigure: () => import("./figures/loss-curve-figure.ts"),
  melSpectrogramFigure: () => import("./figures/music/mel-spectrogram-figure.ts"),
  noveltyFigure: () => import("./figures/music/novelty-figure.ts"),
  precisionRecallFigure: () => import("./figures/precision-recall-figure.ts"),
  residualsFigure: () => import("./figures/residuals-figure.ts"),
  rocFigure: () => import("./figures/roc-figure.ts"),
  scatterFigure: () => import("./figures/scatter-figure.ts"),
  scoresFigure: () => import("./figures/scores-figure.ts"),
  scoreStripFigure: () => import("./figures/score-strip-figure.ts"),
  selfSimilarityFigure: () => import("./figures/music/self-similarity-figure.ts"),
  spectrogramFigure: () => import("./figures/music/spectrogram-figure.ts"),
  spectrumFigure: () => import("./figures/music/spectrum-figure.ts"),
  tempogramFigure: () => import("./figures/music/tempogram-figure.ts"),
  thresholdFigure: () => import("./figures/threshold-figure.ts"),
  validationCurveFigure: () => import("./figures/validation-curve-figure.ts"),
};
