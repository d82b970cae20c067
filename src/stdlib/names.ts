/**
 * The names that cells see without a namespace, by the module that they come from. They stand here as text, so that
 * a module is loaded when one of its names is first used; a test compares them with what the modules export.
 */
export const learnClasses = {
  base: ["Matrix"],
  cluster: ["AgglomerativeClustering", "KMeans"],
  compose: ["ColumnTransformer", "Pipeline"],
  decision: ["EpsilonGreedy", "QLearning", "ThompsonSampling", "UCB1"],
  decomposition: ["NMF", "PCA"],
  discriminantAnalysis: ["LinearDiscriminantAnalysis"],
  dummy: ["DummyClassifier", "DummyRegressor"],
  ensemble: [
    "AdaBoostClassifier",
    "BaggingClassifier",
    "GradientBoostingClassifier",
    "GradientBoostingRegressor",
    "RandomForestClassifier",
    "RandomForestRegressor",
    "StackingClassifier",
    "VotingClassifier",
  ],
  featureSelection: ["RFE", "SelectKBest", "VarianceThreshold"],
  linearModel: ["Lasso", "LinearRegression", "LogisticRegression", "Ridge"],
  mixture: ["GaussianMixture"],
  naiveBayes: ["GaussianNB", "MultinomialNB"],
  neighbors: ["KNeighborsClassifier", "KNeighborsRegressor"],
  preprocessing: [
    "LabelEncoder",
    "MinMaxScaler",
    "OneHotEncoder",
    "PolynomialFeatures",
    "SimpleImputer",
    "StandardScaler",
  ],
  recommend: ["ItemNeighbors", "MatrixFactorization", "UserNeighbors"],
  search: ["GridSearch", "HalvingSearch", "RandomizedSearch"],
  sequence: ["CategoricalHMM", "GaussianHMM", "MarkovChain"],
  svm: ["SVC", "SVR"],
  text: ["CountVectorizer", "TfidfVectorizer"],
  tree: ["DecisionTreeClassifier", "DecisionTreeRegressor"],
  // Splitters one by one: nearly every lesson has one, and the rest of their folder is large.
  groupKFold: ["GroupKFold"],
  groupShuffleSplit: ["GroupShuffleSplit"],
  kFold: ["KFold"],
  leaveOneGroupOut: ["LeaveOneGroupOut"],
  repeatedStratifiedKFold: ["RepeatedStratifiedKFold"],
  shuffleSplit: ["ShuffleSplit"],
  stratifiedGroupKFold: ["StratifiedGroupKFold"],
  stratifiedKFold: ["StratifiedKFold"],
  stratifiedShuffleSplit: ["StratifiedShuffleSplit"],
} as const;

export const learnNames: readonly string[] = Object.values(learnClasses).flat();

export const figureNames = [
  "anytimeCurveFigure",
  "biasVarianceFigure",
  "chordLanesFigure",
  "chromagramFigure",
  "clusterFigure",
  "confusionMatrixFigure",
  "decisionRegionsFigure",
  "dendrogramFigure",
  "differenceFigure",
  "dtwFigure",
  "f0Figure",
  "featureScoresFigure",
  "featureTable",
  "figure",
  "fitsFigure",
  "foldGridFigure",
  "keyboardFigure",
  "learningCurveFigure",
  "lossCurveFigure",
  "marginFigure",
  "matrixFigure",
  "melSpectrogramFigure",
  "mixtureFigure",
  "networkFigure",
  "noveltyFigure",
  "parallelCoordinatesFigure",
  "pianoRollFigure",
  "precisionRecallFigure",
  "regressionFigure",
  "residualsFigure",
  "rocFigure",
  "scatterFigure",
  "scoresFigure",
  "scoreStripFigure",
  "screeFigure",
  "searchHeatMapFigure",
  "selfSimilarityFigure",
  "silhouetteFigure",
  "spectrogramFigure",
  "spectrumFigure",
  "staffFigure",
  "stripFigure",
  "tempogramFigure",
  "thresholdFigure",
  "treeFigure",
  "validationCurveFigure",
] as const;

export const inputNames = ["choice", "slider"] as const;

export const soundNames = ["play", "soundCards", "soundList", "waveformFigure"] as const;

/** Larger tools of sound, which are loaded by themselves. */
export const soundToolNames = ["compareSounds", "recordSound"] as const;

/** The names whose functions are slow: in a cell they are the twins that run in a worker. */
export const computeNames = [
  "audioFeatures",
  "biasVariance",
  "bootstrap",
  "bootstrapScore",
  "crossValidate",
  "crossValPredict",
  "fitSearch",
  "hpss",
  "learningCurve",
  "nestedCrossValidate",
  "permutationImportance",
  "permutationTestScore",
  "pyin",
  "transcribe",
  "validationCurve",
] as const;
