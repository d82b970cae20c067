import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DecisionTreeClassifier,
  DummyClassifier,
  fromJSON,
  isRevivable,
  KNeighborsClassifier,
  type Label,
  Matrix,
  Pipeline,
  type Predictor,
  StandardScaler,
} from "../../../src/learn/index.ts";

// Every classifier keeps these promises, whatever it learns.
const classifiers = {
  "k neighbours": () => new KNeighborsClassifier({ nNeighbors: 3 }),
  "k neighbours by distance": () => new KNeighborsClassifier({ nNeighbors: 4, weights: "distance" }),
  "a tree": () => new DecisionTreeClassifier({ maxDepth: 4, randomState: 5 }),
  "a tree by entropy": () => new DecisionTreeClassifier({ criterion: "entropy", minSamplesLeaf: 2 }),
  "the baseline": () => new DummyClassifier(),
  "a pipeline": () =>
    new Pipeline([
      ["scale", new StandardScaler()],
      ["knn", new KNeighborsClassifier({ nNeighbors: 2 })],
    ]),
};

const training = fc.integer({ min: 5, max: 30 }).chain((rows) =>
  fc.record({
    X: fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 3 }), {
      minLength: rows,
      maxLength: rows,
    }),
    y: fc.oneof(
      fc.array(fc.constantFrom("snare", "kick", "tom"), { minLength: rows, maxLength: rows }),
      fc.array(fc.constantFrom(4, 11, -2), { minLength: rows, maxLength: rows }),
    ),
  }),
);

/** Holds for any training rows and labels. */
function always(property: (X: number[][], y: Label[]) => void): void {
  fc.assert(
    fc.property(training, ({ X, y }) => property(X, y)),
    { seed: 7, numRuns: 40 },
  );
}

describe.each(Object.entries(classifiers))("%s", (_, make) => {
  test("fit returns the estimator itself, which then predicts one of its classes for each row", () => {
    always((X, y) => {
      const model = make();
      expect(model.fit(X, y)).toBe(model);
      const seen = [...new Set(y)].sort((a, b) => (a < b ? -1 : 1));
      expect(model.classes).toEqual(seen);
      const predicted = model.predict(X);
      expect(predicted).toHaveLength(X.length);
      expect(predicted.every((label) => seen.includes(label))).toBe(true);
    });
  });

  test("the most probable class is the predicted one, and probabilities add up to 1", () => {
    always((X, y) => {
      const model = make().fit(X, y);
      const probabilities = model.predictProba(X);
      const predicted = model.predict(X);
      for (let i = 0; i < X.length; i++) {
        const row = Array.from(probabilities.row(i));
        // The sum of a few rounded quotients.
        expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        expect(row[model.classes!.indexOf(predicted[i]!)]).toBe(Math.max(...row));
      }
    });
  });

  test("score is the share of right predictions", () => {
    always((X, y) => {
      const model = make().fit(X, y);
      const right = model.predict(X).filter((label, i) => label === y[i]).length;
      expect(model.score(X, y)).toBe(right / y.length);
    });
  });

  test("a Matrix and an array of rows give the same predictions, and neither is changed", () => {
    always((X, y) => {
      const [rows, labels, matrix] = [structuredClone(X), [...y], Matrix.from(X)];
      const predicted = make().fit(X, y).predict(X);
      expect(make().fit(matrix, y).predict(matrix)).toEqual(predicted);
      expect([X, y]).toEqual([rows, labels]);
      expect(matrix).toEqual(Matrix.from(rows));
    });
  });

  test("what is done to X after fit does not change the model", () => {
    always((X, y) => {
      const model = make();
      const matrix = Matrix.from(X);
      const predicted = model.fit(matrix, y).predict(X);
      matrix.data.fill(0);
      expect(model.predict(X)).toEqual(predicted);
    });
  });

  test("the same parameters and data give the same model", () => {
    always((X, y) => {
      expect(make().fit(X, y).toJSON()).toEqual(make().fit(X, y).toJSON());
    });
  });

  test("through JSON and back it predicts the same, fitted or not", () => {
    always((X, y) => {
      const model = make().fit(X, y);
      const copy = fromJSON(JSON.parse(JSON.stringify(model))) as Predictor;
      expect(copy.predict(X)).toEqual(model.predict(X));
      expect(copy.toJSON!()).toEqual(model.toJSON());
      const unfitted = fromJSON(JSON.parse(JSON.stringify(make()))) as Predictor;
      expect(() => unfitted.predict(X)).toThrow("has not been fitted");
      unfitted.fit(X, y);
      expect(unfitted.predict(X)).toEqual(model.predict(X));
    });
  });

  test("a clone has the same parameters and is not fitted", () => {
    const model = make().fit(
      [
        [0, 1],
        [2, 3],
        [4, 4],
        [5, 0],
      ],
      ["a", "b", "a", "b"],
    );
    const copy = model.clone();
    expect(copy).not.toBe(model);
    expect(copy.getParams()).toEqual(model.getParams());
    expect(() => copy.predict([[0, 1]])).toThrow("has not been fitted");
  });

  test("getParams can be handed to setParams, and an unknown parameter changes nothing", () => {
    const model = make();
    const before = model.getParams();
    expect(model.setParams(before).getParams()).toEqual(before);
    expect(() => model.setParams({ ...before, nonsense: 1 })).toThrow("nonsense");
    expect(model.getParams()).toEqual(before);
  });

  test("predicting before fit says what to do", () => {
    expect(() => make().predict([[1]])).toThrow(/^\w+ has not been fitted: call fit\(X, y\) first$/);
  });

  test("unfit data are refused, and the model stays as it was", () => {
    const X = [
      [0, 1],
      [2, 3],
      [4, 4],
      [5, 0],
    ];
    const model = make().fit(X, ["a", "b", "a", "b"]);
    const before = model.toJSON();
    expect(() => model.fit(X, ["a", "b"])).toThrow("X and y must be equally long, but X has 4 and y has 2");
    expect(() => model.fit([[1, Number.NaN]], ["a"])).toThrow(
      "X must hold finite numbers only, but row 0, column 1 is NaN",
    );
    expect(() => model.fit([], [])).toThrow("at least one row");
    expect(() => model.fit(X, ["a", "b", 3, "b"])).toThrow("only text or only numbers");
    expect(model.toJSON()).toEqual(before);
  });

  test("it is known to be ours, and a subclass of it is not", () => {
    expect(isRevivable(make())).toBe(true);
    class Mine extends (make().constructor as typeof KNeighborsClassifier) {}
    const mine = Object.setPrototypeOf(make(), Mine.prototype);
    expect(isRevivable(mine)).toBe(false);
  });
});

describe("StandardScaler, which predicts nothing", () => {
  const X = [
    [1, 5],
    [3, 5],
    [8, 2],
  ];

  test("keeps the promises of an estimator", () => {
    const scaler = new StandardScaler();
    expect(scaler.fit(X)).toBe(scaler);
    const copy = fromJSON(JSON.parse(JSON.stringify(scaler))) as StandardScaler;
    expect(copy.transform(X)).toEqual(scaler.transform(X));
    expect(scaler.setParams(scaler.getParams()).clone().getParams()).toEqual(scaler.getParams());
    expect(isRevivable(scaler)).toBe(true);
  });

  test("says that it has not been fitted, and stays as it was when data are unfit", () => {
    expect(() => new StandardScaler().transform(X)).toThrow(
      "StandardScaler has not been fitted: call fit(X, y) first",
    );
    const scaler = new StandardScaler().fit(X);
    const before = scaler.toJSON();
    expect(() => scaler.fit([[Number.NaN]])).toThrow("row 0, column 0 is NaN");
    expect(() => scaler.fit([])).toThrow("at least one row");
    expect(scaler.toJSON()).toEqual(before);
  });
});

test("a pipeline with a part that is not ours is not ours", () => {
  class Mine extends KNeighborsClassifier {}
  expect(isRevivable(new Pipeline([["mine", new Mine()]]))).toBe(false);
});

test("fromJSON names the types it knows", () => {
  expect(() => fromJSON({ type: "SVC", params: {}, fitted: null })).toThrow(/KNeighborsClassifier.*"SVC"/);
});
