/**
 * The names that cells see without a namespace, by the module that they come from. They stand here as text, so that
 * a module is loaded when one of its names is first used; a test compares them with what the modules export.
 */
export const learnClasses = {
  base: ["Matrix"],
  compose: ["Pipeline"],
  dummy: ["DummyClassifier"],
  neighbors: ["KNeighborsClassifier"],
  preprocessing: ["StandardScaler"],
  selection: ["LeaveOneGroupOut", "StratifiedKFold"],
  tree: ["DecisionTreeClassifier"],
} as const;

export const learnNames: readonly string[] = Object.values(learnClasses).flat();

export const figureNames = [
  "confusionMatrixFigure",
  "decisionRegionsFigure",
  "featureTable",
  "figure",
  "scatterFigure",
  "scoresFigure",
  "validationCurveFigure",
] as const;

export const inputNames = ["choice", "slider"] as const;

export const soundNames = ["play", "soundCards", "soundList", "waveformFigure"] as const;

/** The names whose functions are slow: in a cell they are the twins that run in a worker. */
export const computeNames = ["crossValidate", "validationCurve"] as const;
