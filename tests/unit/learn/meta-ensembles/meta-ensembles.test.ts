import { describe, expect, test } from "vitest";
import {
  AdaBoostClassifier,
  BaggingClassifier,
  type CrossValidationOptions,
  DecisionTreeClassifier,
  DummyClassifier,
  fromJSON,
  GaussianNB,
  KNeighborsClassifier,
  type Label,
  LogisticRegression,
  Matrix,
  type NamedPart,
  RandomState,
  Ridge,
  ShuffleSplit,
  StackingClassifier,
  StratifiedKFold,
  SVC,
  VotingClassifier,
} from "../../../../src/learn/index.ts";

const random = new RandomState(4);
const y = Array.from({ length: 60 }, (_, i) => ["kick", "snare", "tom"][i % 3]!);
const X = y.map((_, i) => [random.normal(i % 3), random.normal(-(i % 3), 2), random.normal()]);

const parts = (): NamedPart[] => [
  ["knn", new KNeighborsClassifier()],
  ["bayes", new GaussianNB()],
];
const makers = {
  AdaBoost: () => new AdaBoostClassifier({ nEstimators: 6 }),
  bagging: () => new BaggingClassifier({ nEstimators: 4, maxFeatures: 0.7, oobScore: true }),
  voting: () => new VotingClassifier({ estimators: parts(), voting: "soft" }),
  stacking: () => new StackingClassifier({ estimators: parts(), cv: 3 }),
};

/** Always predicts the same: a learner's own object. */
class Stubborn {
  readonly label: Label;
  constructor(label: Label) {
    this.label = label;
  }
  fit() {
    return this;
  }
  predict(rows: { length?: number; rows?: number }) {
    return Array<Label>(rows.rows ?? rows.length!).fill(this.label);
  }
}

describe.each(Object.entries(makers))("%s", (_, make) => {
  test("survives the round trip through JSON with its fitted parts", () => {
    const model = make().fit(X, y);
    const copy = fromJSON(JSON.parse(JSON.stringify(model)));
    expect(copy.predictProba!(X)).toEqual(model.predictProba(X));
    expect(copy.toJSON!()).toEqual(model.toJSON());
  });

  test("leaves the estimators that it is made of unfitted", () => {
    const model = make();
    model.fit(X, y);
    for (const part of Object.values(model.getParams())) {
      if (part instanceof KNeighborsClassifier) expect(() => part.predict(X)).toThrow("not been fitted");
    }
  });

  test("refuses what it cannot learn from, and stays as it was", () => {
    const model = make().fit(X, y);
    const before = JSON.stringify(model);
    expect(() => model.fit(X, y.slice(1))).toThrow("equally long");
    expect(() => model.fit([[1, Number.NaN]], ["a"])).toThrow("row 0, column 1 is NaN");
    expect(() => model.predict([[1]])).toThrow("X must have 3 columns");
    expect(JSON.stringify(model)).toBe(before);
  });
});

describe("AdaBoost", () => {
  test("gives more weight to what was wrong: each classifier is wrong on half of it by the next round's weights", () => {
    const two = y.map((label) => (label === "tom" ? 1 : 0));
    const model = new AdaBoostClassifier({ algorithm: "SAMME", nEstimators: 5 });
    const steps = [...model.fitSteps(X, two)];
    for (const [i, { sampleWeight }] of steps.entries()) {
      expect(sampleWeight.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      if (i === 0) continue;
      const predicted = model.estimators[i - 1]!.predict!(X as never);
      const wrong = sampleWeight.reduce((sum, w, row) => sum + (predicted[row] === two[row] ? 0 : w), 0);
      expect(wrong).toBeCloseTo(0.5, 10);
    }
    expect(steps.map(({ error }) => error)).toEqual([...model.estimatorErrors]);
    expect(steps.map(({ estimatorWeight }) => estimatorWeight)).toEqual([...model.estimatorWeights]);
  });

  test("its last stage is its prediction, and there is one stage a round", () => {
    const model = new AdaBoostClassifier({ nEstimators: 7 }).fit(X, y);
    const stages = [...model.stagedPredict(X)];
    expect(stages).toHaveLength(7);
    expect(stages.at(-1)).toEqual(model.predict(X));
    expect([...model.stagedScore(X, y)].at(-1)).toBe(model.score(X, y));
    expect(stages[2]).toEqual(new AdaBoostClassifier({ nEstimators: 3 }).fit(X, y).predict(X));
  });

  test("learns from the rows as they were when it began, whatever becomes of them between its steps", () => {
    const table = Matrix.from(X);
    const model = new AdaBoostClassifier({ nEstimators: 5 });
    for (const _ of model.fitSteps(table, y)) table.data.reverse();
    expect(model.toJSON()).toEqual(new AdaBoostClassifier({ nEstimators: 5 }).fit(X, y).toJSON());
  });

  test("stops after a perfect classifier", () => {
    const model = new AdaBoostClassifier().fit([[1], [2], [8], [9]], ["a", "a", "b", "b"]);
    expect(model.estimators).toHaveLength(1);
    expect([...model.featureImportances]).toEqual([1]);
  });

  test("has nothing to build on where the first classifier only guesses", () => {
    const guess = new DummyClassifier({ strategy: "prior" });
    const model = new AdaBoostClassifier({ estimator: guess, algorithm: "SAMME" });
    expect(() => model.fit(X, y)).toThrow("no better than guessing");
  });

  test("says what its estimator lacks, and that there must be two classes", () => {
    const fitted = (estimator: object, algorithm?: "SAMME") =>
      new AdaBoostClassifier({ estimator: estimator as never, ...(algorithm && { algorithm }) }).fit(X, y);
    expect(() => fitted(new KNeighborsClassifier())).toThrow("does not take sampleWeight");
    expect(() => fitted(new SVC())).toThrow("predictProba");
    expect(fitted(new SVC(), "SAMME").estimators.length).toBeGreaterThan(0);
    expect(() => fitted(new Stubborn("kick"))).toThrow("an estimator with fit and predict and clone");
    expect(() =>
      new AdaBoostClassifier().fit(
        X,
        y.map(() => "kick"),
      ),
    ).toThrow("at least two classes");
    expect(() => new AdaBoostClassifier().fit(X, y).setParams({ estimator__maxDepth: 2 })).toThrow(
      "estimator",
    );
  });
});

describe("bagging", () => {
  test("fits each part on the columns and rows that its steps show", () => {
    const model = new BaggingClassifier({
      estimator: new KNeighborsClassifier({ nNeighbors: 1 }),
      nEstimators: 3,
      maxFeatures: 2,
      maxSamples: 20,
    });
    const steps = [...model.fitSteps(X, y)];
    for (const [p, { features, samples }] of steps.entries()) {
      const rows = Array.from(samples, (row) => Array.from(features, (col) => X[row]![col]!));
      const alone = new KNeighborsClassifier({ nNeighbors: 1 }).fit(
        rows,
        Array.from(samples, (row) => y[row]!),
      );
      const all = X.map((row) => Array.from(features, (col) => row[col]!));
      expect(model.estimators[p]!.predict!(all)).toEqual(alone.predict(all));
    }
  });

  test("of all rows and columns, drawn once, is the classifier itself", () => {
    const model = new BaggingClassifier({ estimator: new GaussianNB(), bootstrap: false, nEstimators: 2 });
    expect(model.fit(X, y).predict(X)).toEqual(new GaussianNB().fit(X, y).predict(X));
  });

  test("lets parts vote that give no probabilities", () => {
    const model = new BaggingClassifier({ estimator: new SVC(), nEstimators: 4 }).fit(X, y);
    expect(model.predictProba(X).data.every((share) => Number.isInteger(share * 4))).toBe(true);
  });

  test("says when there are fewer rows or columns than it is to draw", () => {
    expect(() => new BaggingClassifier({ maxSamples: 61 }).fit(X, y)).toThrow("which is 60, but it is 61");
    expect(() => new BaggingClassifier({ maxFeatures: 4 }).fit(X, y)).toThrow("which is 3, but it is 4");
    expect(() => new BaggingClassifier({ bootstrap: false, oobScore: true }).fit(X, y)).toThrow("bootstrap");
  });
});

test("a part that predicts what is no class, as a regressor does, is refused by every ensemble", () => {
  const numbers = y.map((_, i) => i % 3);
  const estimator = new Ridge();
  const estimators: NamedPart[] = [["ridge", estimator]];
  const models = [
    new AdaBoostClassifier({ estimator, algorithm: "SAMME" }),
    new BaggingClassifier({ estimator }),
    new VotingClassifier({ estimators }),
    new StackingClassifier({ estimators }),
  ];
  for (const model of models) {
    expect(() => model.fit(X, numbers).predict(X)).toThrow("parts that predict classes of y");
  }
});

describe("voting", () => {
  const vote = (labels: string[], weights: number[] | null = null) =>
    new VotingClassifier({
      estimators: labels.map((label, i): NamedPart => [`p${i}`, new Stubborn(label)]),
      weights,
    })
      .fit(X, y)
      .predict([[0, 0, 0]])[0];

  test("goes by the majority, by weights, and among equals by the order of the classes", () => {
    expect(vote(["tom", "snare", "snare"])).toBe("snare");
    expect(vote(["tom", "snare", "snare"], [5, 1, 1])).toBe("tom");
    expect(vote(["tom", "snare"])).toBe("snare");
  });

  test("soft is the mean of the probabilities", () => {
    const [a, b] = [new LogisticRegression(), new GaussianNB()];
    const model = new VotingClassifier({
      estimators: [
        ["a", a],
        ["b", b],
      ],
      voting: "soft",
      weights: [3, 1],
    });
    const [pa, pb] = [a.clone().fit(X, y).predictProba(X), b.clone().fit(X, y).predictProba(X)];
    const ours = model.fit(X, y).predictProba(X);
    for (const [i, value] of ours.data.entries()) {
      expect(value).toBeCloseTo((3 * pa.data[i]! + pb.data[i]!) / 4, 12);
    }
    expect(Object.keys(model.namedEstimators)).toEqual(["a", "b"]);
  });

  test("reaches the parameters of its parts by their names", () => {
    const model = new VotingClassifier({ estimators: parts() });
    expect(model.setParams({ knn__nNeighbors: 1 }).getParams().knn__nNeighbors).toBe(1);
  });

  test("says what does not fit", () => {
    const fitted = (params: object) => new VotingClassifier({ estimators: parts(), ...params }).fit(X, y);
    expect(() => fitted({ weights: [1] })).toThrow("a number for each of the 2 estimators, but it has 1");
    expect(() => fitted({ weights: [0, 0] })).toThrow("must not all be 0");
    expect(() => fitted({}).predictProba(X)).toThrow('only with {voting: "soft"}');
    expect(() => fitted({ estimators: [] })).toThrow("a list of named estimators");
    const weighted = new VotingClassifier({ estimators: parts() });
    expect(() => weighted.fit(X, y, { sampleWeight: y.map(() => 2) })).toThrow("does not take sampleWeight");
  });
});

describe("stacking", () => {
  test("shows its final estimator one block of columns a part, and the features if they are passed through", () => {
    const params = { estimators: parts(), cv: 3 };
    expect(new StackingClassifier(params).fit(X, y).transform(X).cols).toBe(6);
    expect(new StackingClassifier({ ...params, passthrough: true }).fit(X, y).transform(X).cols).toBe(9);
    const two = y.map((label) => (label === "tom" ? "yes" : "no"));
    expect(new StackingClassifier(params).fit(X, two).transform(X).cols).toBe(2);
    expect(new StackingClassifier({ ...params, stackMethod: "predict" }).fit(X, y).transform(X).cols).toBe(2);
  });

  test("learns from what its parts say of rows held out: a part that only remembers is not trusted", () => {
    const noise = y.map((_, i) => (Math.floor(i / 2) % 2 === 0 ? "a" : "b"));
    const tree = new DecisionTreeClassifier();
    const model = new StackingClassifier({ estimators: [["tree", tree]] }).fit(X, noise);
    expect(tree.clone().fit(X, noise).score(X, noise)).toBe(1);
    expect(model.score(X, noise)).toBeLessThan(0.9);
  });

  test("takes folds as a number, a splitter or a list", () => {
    const fitted = (cv: NonNullable<CrossValidationOptions["cv"]>) =>
      new StackingClassifier({ estimators: parts(), cv }).fit(X, y);
    const splitter = new StratifiedKFold({ nSplits: 3 });
    const expected = fitted(3).predictProba(X);
    expect(fitted(splitter).predictProba(X)).toEqual(expected);
    expect(fitted(splitter.split(X, y)).predictProba(X)).toEqual(expected);
    const shuffled = fitted(new StratifiedKFold({ nSplits: 3, shuffle: true }));
    expect(shuffled.predictProba(X)).not.toEqual(expected);
    expect(fromJSON(JSON.parse(JSON.stringify(shuffled))).predictProba!(X)).toEqual(shuffled.predictProba(X));
    expect(() => fitted(new ShuffleSplit({ nSplits: 2 }))).toThrow("cv must hold out each row once");
    expect(() => fitted([])).toThrow("at least one fold");
  });

  test("says what does not fit", () => {
    const stack = (params: object) => new StackingClassifier({ estimators: parts(), ...params }).fit(X, y);
    expect(() => stack({ stackMethod: "decisionFunction" })).toThrow('"knn" has no decisionFunction');
    expect(() => stack({ cv: 21 })).toThrow("nSplits must be at most");
    expect(() => stack({ finalEstimator: new KNeighborsClassifier() }).decisionFunction(X)).toThrow(
      "no decisionFunction",
    );
  });
});
