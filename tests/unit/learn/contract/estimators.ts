import type { Label, Learner, Matrix, MatrixLike } from "../../../../src/learn/index.ts";
import * as learn from "../../../../src/learn/index.ts";

/** What a contract test does with any estimator. */
export type Any = Omit<Learner, "fit" | "fitSteps" | "clone" | "setParams"> & {
  fit(X: MatrixLike, y?: ArrayLike<Label>, options?: { sampleWeight?: ArrayLike<number> }): Any;
  fitSteps?(X: MatrixLike, y?: ArrayLike<Label>): Iterator<unknown, unknown>;
  getParams(): Record<string, unknown>;
  setParams(params: Record<string, unknown>): Any;
  clone(): Any;
  toJSON(): learn.EstimatorJSON;
  fitTransform?(X: MatrixLike, y?: ArrayLike<Label>): Matrix;
};

export type Case = {
  name: string;
  type: string;
  make(): Any;
  /** What it learns from besides X. */
  kind: "classifier" | "regressor" | "other";
  /** X must not be negative. */
  nonNegative?: true;
  /** `sampleWeight` as repetition: weight 2 is the row twice, weight 0 is no row. */
  weights?: true;
  /** The order of rows changes nothing but rounding. */
  orderFree?: true;
};

type Traits = Omit<Case, "name" | "type" | "make"> & { params?: () => Record<string, unknown> };

const tree = () => new learn.DecisionTreeClassifier({ maxDepth: 3 });
const knn = () => new learn.KNeighborsClassifier({ nNeighbors: 3 });
const classifier = { kind: "classifier" } as const;
const regressor = { kind: "regressor" } as const;
const other = { kind: "other" } as const;

/** Every estimator that learns from a table of numbers, with parameters that suit a few dozen rows. */
const traits: Record<string, Traits> = {
  AdaBoostClassifier: { ...classifier, params: () => ({ nEstimators: 5 }) },
  AgglomerativeClustering: { ...other, params: () => ({ nClusters: 3 }) },
  BaggingClassifier: { ...classifier, params: () => ({ estimator: tree(), nEstimators: 4 }) },
  ColumnTransformer: {
    ...other,
    orderFree: true,
    params: () => ({
      transformers: [
        ["scaled", new learn.StandardScaler(), [0, 1]],
        ["kept", "passthrough", [2]],
      ],
    }),
  },
  DecisionTreeClassifier: { ...classifier, weights: true },
  // Of equally good splits the last digit decides, and sums of weights and of rows differ in it.
  DecisionTreeRegressor: regressor,
  DummyClassifier: { ...classifier, orderFree: true, weights: true },
  DummyRegressor: { ...regressor, orderFree: true, weights: true },
  GaussianMixture: { ...other, params: () => ({ nComponents: 2 }) },
  GaussianNB: { ...classifier, orderFree: true, weights: true },
  GradientBoostingClassifier: { ...classifier, params: () => ({ maxIter: 4, minSamplesLeaf: 3 }) },
  GradientBoostingRegressor: { ...regressor, params: () => ({ maxIter: 4, minSamplesLeaf: 3 }) },
  GridSearch: {
    ...classifier,
    params: () => ({
      estimator: knn(),
      paramGrid: { nNeighbors: [1, 3] },
      cv: new learn.StratifiedKFold({ nSplits: 2 }),
    }),
  },
  HalvingSearch: {
    ...classifier,
    params: () => ({
      estimator: knn(),
      paramGrid: { nNeighbors: [1, 2] },
      cv: new learn.StratifiedKFold({ nSplits: 2 }),
    }),
  },
  KMeans: { ...other, params: () => ({ nClusters: 3, nInit: 2 }) },
  KNeighborsClassifier: { ...classifier, orderFree: true },
  KNeighborsRegressor: { ...regressor, orderFree: true },
  Lasso: { ...regressor, orderFree: true, params: () => ({ alpha: 0.1 }) },
  LinearDiscriminantAnalysis: { ...classifier, orderFree: true },
  LinearRegression: { ...regressor, orderFree: true, weights: true },
  LogisticRegression: { ...classifier, orderFree: true },
  MLPClassifier: { ...classifier, params: () => ({ hiddenLayerSizes: [5], maxEpochs: 6, batchSize: null }) },
  MLPRegressor: { ...regressor, params: () => ({ hiddenLayerSizes: [5], maxEpochs: 6 }) },
  MinMaxScaler: { ...other, orderFree: true },
  MultinomialNB: { ...classifier, nonNegative: true, orderFree: true, weights: true },
  NMF: { ...other, nonNegative: true, params: () => ({ nComponents: 2 }) },
  PCA: { ...other, orderFree: true, params: () => ({ nComponents: 2 }) },
  Pipeline: classifier,
  PolynomialFeatures: { ...other, orderFree: true },
  RFE: { ...classifier, params: () => ({ estimator: tree(), nFeaturesToSelect: 2 }) },
  RandomForestClassifier: { ...classifier, params: () => ({ nEstimators: 5 }) },
  RandomForestRegressor: { ...regressor, params: () => ({ nEstimators: 5 }) },
  RandomizedSearch: {
    ...classifier,
    params: () => ({
      estimator: knn(),
      paramDistributions: { nNeighbors: [1, 2, 3] },
      nIter: 2,
      cv: new learn.StratifiedKFold({ nSplits: 2 }),
    }),
  },
  Ridge: { ...regressor, orderFree: true, weights: true },
  SVC: { ...classifier },
  SVR: { ...regressor },
  SelectKBest: { ...other, params: () => ({ k: 2 }) },
  SimpleImputer: { ...other, orderFree: true },
  StackingClassifier: {
    ...classifier,
    params: () => ({
      estimators: [
        ["tree", tree()],
        ["knn", knn()],
      ],
      cv: 2,
    }),
  },
  StandardScaler: { ...other, orderFree: true, weights: true },
  VarianceThreshold: { ...other, orderFree: true },
  VotingClassifier: {
    ...classifier,
    params: () => ({
      estimators: [
        ["tree", tree()],
        ["knn", knn()],
      ],
    }),
  },
};

/** Estimators that learn from something else than a table of numbers; each has tests of its own. */
export const otherInputs = [
  "CategoricalHMM",
  "CountVectorizer",
  "EpsilonGreedy",
  "GaussianHMM",
  "ItemNeighbors",
  "LabelEncoder",
  "MarkovChain",
  "MatrixFactorization",
  "OneHotEncoder",
  "QLearning",
  "TfidfVectorizer",
  "ThompsonSampling",
  "UCB1",
  "UserNeighbors",
];

type EstimatorClass = { typeName: string; new (params?: object): Any };

function isEstimator(exported: unknown): exported is EstimatorClass {
  return typeof exported === "function" && Object.hasOwn(exported, "typeName");
}

/** The classes of all estimators, by name. */
export const classes: ReadonlyMap<string, EstimatorClass> = new Map(
  (Object.values(learn) as unknown[]).filter(isEstimator).map((Class) => [Class.typeName, Class] as const),
);

function makePipeline(): Any {
  return new learn.Pipeline([
    ["scale", new learn.StandardScaler()],
    ["knn", knn()],
  ]) as unknown as Any;
}

export const cases: Case[] = Object.entries(traits).flatMap(([type, { params, ...rest }]) => {
  const Class = classes.get(type);
  const make = () => (type === "Pipeline" ? makePipeline() : new Class!(params?.() ?? {}));
  return Class ? [{ name: type, type, make, ...rest }] : [];
});

/** The types that this contract speaks of. */
export const covered = [...Object.keys(traits), ...otherInputs];
