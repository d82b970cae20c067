import {
  AdaBoostClassifier,
  BaggingClassifier,
  DecisionTreeClassifier,
  DecisionTreeRegressor,
  GaussianMixture,
  GaussianNB,
  GradientBoostingClassifier,
  KMeans,
  KNeighborsClassifier,
  KNeighborsRegressor,
  Lasso,
  LinearDiscriminantAnalysis,
  LinearRegression,
  LogisticRegression,
  type MatrixLike,
  PCA,
  RandomForestClassifier,
  RandomForestRegressor,
  Ridge,
  SVC,
  SVR,
} from "../../../src/learn/index.ts";

/** What a bench needs of a model: `use` is what is timed after `fit`, and gives what is compared. */
export type Benched = {
  fit(X: MatrixLike, y: number[]): unknown;
  predict?(X: MatrixLike): ArrayLike<unknown>;
  transform?(X: MatrixLike): { data: Float64Array };
};

export type BenchModel = {
  name: string;
  ours: () => Benched;
  /** The same in scikit-learn, as a Python expression; what `sklearn` exports is known by its name. */
  theirs: string;
  /** Learns the numbers `t` instead of the classes. */
  regression?: true;
  /** At most this many times scikit-learn's time for fit and predict. */
  target: number;
  /** Fit and predict in less than 50 ms at n = 400, to follow a slider. */
  slider?: true;
  /** How often it is timed, if not as often as others: for what takes long. */
  repeats?: number;
};

export const models: BenchModel[] = [
  {
    name: "kNN 5",
    ours: () => new KNeighborsClassifier(),
    theirs: "KNeighborsClassifier()",
    target: 1,
    slider: true,
  },
  {
    name: "kNN 5, numbers",
    ours: () => new KNeighborsRegressor(),
    theirs: "KNeighborsRegressor()",
    regression: true,
    target: 1,
    slider: true,
  },
  { name: "naive Bayes", ours: () => new GaussianNB(), theirs: "GaussianNB()", target: 1, slider: true },
  {
    name: "LDA",
    ours: () => new LinearDiscriminantAnalysis(),
    theirs: "LinearDiscriminantAnalysis()",
    target: 2,
    slider: true,
  },
  {
    name: "tree",
    ours: () => new DecisionTreeClassifier(),
    theirs: "DecisionTreeClassifier(random_state=0)",
    target: 1,
    slider: true,
  },
  {
    name: "tree for numbers",
    ours: () => new DecisionTreeRegressor(),
    theirs: "DecisionTreeRegressor(random_state=0)",
    regression: true,
    target: 1,
    slider: true,
  },
  {
    name: "forest 100",
    ours: () => new RandomForestClassifier(),
    theirs: "RandomForestClassifier(random_state=0)",
    target: 1,
  },
  {
    name: "forest 10",
    ours: () => new RandomForestClassifier({ nEstimators: 10 }),
    theirs: "RandomForestClassifier(10, random_state=0)",
    target: 1,
    slider: true,
  },
  {
    name: "boosting 50",
    ours: () => new GradientBoostingClassifier({ maxIter: 50 }),
    theirs: "HistGradientBoostingClassifier(max_iter=50)",
    repeats: 1,
    target: 1,
  },
  {
    name: "forest for numbers 10",
    ours: () => new RandomForestRegressor({ nEstimators: 10 }),
    theirs: "RandomForestRegressor(10, random_state=0)",
    regression: true,
    target: 1,
  },
  {
    name: "logistic regression",
    ours: () => new LogisticRegression(),
    theirs: "LogisticRegression()",
    target: 2,
    slider: true,
  },
  {
    name: "PCA",
    ours: () => new PCA(),
    theirs: "PCA()",
    target: 1,
    slider: true,
  },
  { name: "SVC rbf", ours: () => new SVC(), theirs: "SVC()", target: 1, slider: true },
  {
    name: "SVC linear",
    ours: () => new SVC({ kernel: "linear" }),
    theirs: "SVC(kernel='linear')",
    target: 1,
    slider: true,
  },
  { name: "SVR", ours: () => new SVR(), theirs: "SVR()", regression: true, target: 1, slider: true },
  {
    name: "lasso",
    ours: () => new Lasso(),
    theirs: "Lasso()",
    regression: true,
    target: 2,
    slider: true,
  },
  {
    name: "linear regression",
    ours: () => new LinearRegression(),
    theirs: "LinearRegression()",
    regression: true,
    target: 1,
    slider: true,
  },
  {
    name: "ridge",
    ours: () => new Ridge(),
    theirs: "Ridge()",
    regression: true,
    target: 1,
    slider: true,
  },
  {
    name: "k-means 10",
    ours: () => new KMeans({ nClusters: 10, nInit: 1 }),
    theirs: "KMeans(10, n_init=1, random_state=0)",
    target: 1,
    slider: true,
  },
  {
    name: "k-means 10, ten starts",
    ours: () => new KMeans({ nClusters: 10 }),
    theirs: "KMeans(10, n_init=10, random_state=0)",
    target: 1,
  },
  {
    name: "GMM 2 diag",
    ours: () => new GaussianMixture({ nComponents: 2, covarianceType: "diag" }),
    theirs: 'GaussianMixture(2, covariance_type="diag", random_state=0)',
    target: 1,
  },
  {
    name: "GMM 2 full",
    ours: () => new GaussianMixture({ nComponents: 2 }),
    theirs: "GaussianMixture(2, random_state=0)",
    target: 1,
  },
  {
    name: "AdaBoost, 50 stumps",
    ours: () => new AdaBoostClassifier(),
    theirs: "AdaBoostClassifier(random_state=0)",
    target: 1,
  },
  {
    name: "bagging, 10 trees",
    ours: () => new BaggingClassifier(),
    theirs: "BaggingClassifier(random_state=0)",
    target: 1,
  },
];
