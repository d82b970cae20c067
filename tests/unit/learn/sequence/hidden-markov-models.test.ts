import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CategoricalHMM,
  type EstimatorJSON,
  fromJSON,
  GaussianHMM,
  Matrix,
  RandomState,
} from "../../../../src/learn/index.ts";

const chords = {
  nComponents: 2,
  startProb: [0.6, 0.4],
  transMat: [
    [0.9, 0.1],
    [0.2, 0.8],
  ],
  emissionProb: [
    [0.5, 0.4, 0.1],
    [0, 0.3, 0.7],
  ],
  symbols: ["C", "E", "G"],
};
const parts = {
  nComponents: 2,
  startProb: [1, 0],
  transMat: [
    [0.95, 0.05],
    [0.1, 0.9],
  ],
  means: [
    [0, 0],
    [5, -5],
  ],
  covars: [
    [1, 2],
    [0.5, 1],
  ],
};
const notes = new CategoricalHMM(chords).sample(200, { randomState: 4 });
const levels = new GaussianHMM(parts).sample(200, { randomState: 4 });

test("with all parameters given a model can be used without fit, and explains what it drew", () => {
  const { states, observations } = levels;
  const found = new GaussianHMM(parts).predict(observations);
  const right = found.filter((state, t) => state === states[t]).length;
  expect(right).toBeGreaterThan(190);
  expect(new CategoricalHMM(chords).score(["C"])).toBeCloseTo(Math.log(0.6 * 0.5), 14);
  expect(new CategoricalHMM(chords).score(["G", "C"])).toBeCloseTo(
    Math.log((0.06 * 0.9 + 0.28 * 0.2) * 0.5),
    14,
  );
});

test("what it draws comes as often as its probabilities say", () => {
  const { states, observations } = new CategoricalHMM(chords).sample(20000, { randomState: 1 });
  const part = (count: number, of: number) => count / of;
  const first = states.filter((state) => state === 0).length;
  // The chain is in state 0 for 2 of 3 steps in the long run; 0.03 is about six standard errors of a sticky chain.
  expect(Math.abs(part(first, 20000) - 2 / 3)).toBeLessThan(0.03);
  const c = observations.filter((symbol) => symbol === "C").length;
  expect(Math.abs(part(c, first) - 0.5)).toBeLessThan(0.03);
});

test("no update makes what was seen less likely, and the last model is the one that is kept", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 4 }), (randomState, nComponents) => {
      const random = new RandomState(randomState);
      const symbols = Array.from({ length: 60 }, (_, i) => "abcd"[(random.integers(0, 2) + i) % 4]!);
      const rows = Array.from({ length: 60 }, (_, i) => [
        random.normal() + (i % 20 < 10 ? 3 : 0),
        random.normal(),
      ]);
      const settings = { nComponents, randomState, maxIter: 15, tol: 0 };
      const full = new GaussianHMM({ ...settings, covarianceType: "full", minCovar: 1e-12 }).fit(rows);
      for (const model of [
        new CategoricalHMM(settings).fit(symbols),
        new GaussianHMM(settings).fit(rows),
        full,
      ]) {
        const history = model.logLikelihoodHistory;
        for (const [i, value] of history.slice(1).entries()) {
          expect(value).toBeGreaterThan(history[i]! - 1e-8 * Math.abs(value));
        }
        const score = model instanceof CategoricalHMM ? model.score(symbols) : model.score(rows);
        expect(score).toBe(history.at(-1));
      }
    }),
    { seed: 6, numRuns: 15 },
  );
});

test("posteriors add up to 1, and the steps of fit end where fit does", () => {
  const settings = { nComponents: 2, maxIter: 4, tol: 0, randomState: 3 };
  const model = new CategoricalHMM(settings);
  const steps = [...model.fitSteps(notes.observations)];
  expect(steps.map(({ iteration }) => iteration)).toEqual([0, 1, 2, 3, 4]);
  expect(steps.map(({ logLikelihood }) => logLikelihood)).toEqual(model.logLikelihoodHistory);
  expect(model.nIter).toBe(4);
  expect(model.toJSON()).toEqual(new CategoricalHMM(settings).fit(notes.observations).toJSON());
  const posteriors = model.predictProba(notes.observations);
  for (let t = 0; t < 200; t++) expect(posteriors.row(t).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
});

test("it ends when there is little left to gain, and says so", () => {
  const loose = new GaussianHMM({ tol: 1e6 }).fit(levels.observations);
  expect([loose.converged, loose.nIter]).toEqual([true, 1]);
  expect(new GaussianHMM({ tol: 0, maxIter: 1 }).fit(levels.observations).converged).toBe(false);
});

test("states that cannot be told apart, or are never visited, make no NaN", () => {
  const same = new GaussianHMM({ nComponents: 3 }).fit([
    [4, 4],
    [4, 4],
    [4, 4],
    [4, 4],
  ]);
  expect(same.predictProba([[4, 4]]).data.every(Number.isFinite)).toBe(true);
  const unvisited = new CategoricalHMM({
    ...chords,
    startProb: [1, 0],
    transMat: [
      [1, 0],
      [0.5, 0.5],
    ],
  });
  unvisited.fit(["C", "E", "C", "G"]);
  expect(Array.from(unvisited.transitionMatrix.data)).toEqual([1, 0, 0.5, 0.5]);
  expect(Array.from(unvisited.emissionProbabilities.row(1))).toEqual([0, 0.3, 0.7]);
});

describe.each([
  ["symbols", () => new CategoricalHMM({ randomState: 2 }).fit(notes.observations), notes.observations],
  ["numbers", () => new GaussianHMM({ randomState: 2 }).fit(levels.observations), levels.observations],
  [
    "numbers that vary together",
    () => new GaussianHMM({ covarianceType: "full" }).fit([levels.observations]),
    levels.observations,
  ],
] as const)("a model of %s", (_, make, sequence) => {
  const copyOf = <T extends { toJSON(): EstimatorJSON }>(model: T) =>
    fromJSON(JSON.parse(JSON.stringify(model))) as unknown as T;

  test("goes through JSON and back, fitted or given", () => {
    const model = make();
    const copy = copyOf(model);
    expect(copy.predict(sequence as never)).toEqual(model.predict(sequence as never));
    expect(copy.toJSON()).toEqual(model.toJSON());
    const given = copyOf(new GaussianHMM(parts));
    expect(given.predict(levels.observations)).toEqual(new GaussianHMM(parts).predict(levels.observations));
  });

  test("keeps its own copy, and changes nothing that it was handed", () => {
    const before = structuredClone(sequence);
    const model = make();
    model.transitionMatrix.data.fill(9);
    expect(model.toJSON()).toEqual(make().toJSON());
    expect(structuredClone(sequence)).toEqual(before);
  });
});

test("several sequences are more than one after the other: nothing leads from each to the next", () => {
  const model = new CategoricalHMM({ ...chords, maxIter: 0 }).fit([["C", "E"], ["G"]]);
  const apart = model.score(["C", "E"]) + model.score(["G"]);
  expect(model.logLikelihoodHistory[0]).toBeCloseTo(apart, 12);
  expect(new GaussianHMM({ maxIter: 2 }).fit([Matrix.from([[1], [2]]), [[5], [6]]]).nIter).toBeLessThan(3);
});

test.each([
  ["use before fit", () => new CategoricalHMM().predict(["a"]), "has not been fitted"],
  [
    "a start of another length",
    () => new CategoricalHMM({ startProb: [1] }).fit(["a", "b"]),
    "startProb must have 2 probabilities",
  ],
  ["probabilities that do not add up", () => new CategoricalHMM({ startProb: [0.5, 0.2] }), "add up to 1"],
  [
    "rows that do not add up",
    () =>
      new GaussianHMM({
        transMat: [
          [1, 1],
          [0, 1],
        ],
      }),
    "every row adds up to 1",
  ],
  [
    "an unknown symbol",
    () => new CategoricalHMM(chords).predict(["C", "X"]),
    'item 1 is "X", which is none of the symbols',
  ],
  ["what cannot be", () => new CategoricalHMM({ ...chords, startProb: [0, 1] }).predict(["C"]), "No path"],
  [
    "an empty sequence",
    () => new CategoricalHMM().fit([["a"], []]),
    "sequence 1 must hold at least one symbol",
  ],
  ["no sequence", () => new CategoricalHMM().fit([]), "it is empty"],
  ["text and numbers", () => new CategoricalHMM().fit(["a", 1]), "only text or only numbers"],
  ["NaN", () => new GaussianHMM().fit([[1], [Number.NaN]]), "row 1, column 0 is NaN"],
  ["fewer rows than states", () => new GaussianHMM({ nComponents: 3 }).fit([[1], [2]]), "3"],
  [
    "sequences of different width",
    () => new GaussianHMM().fit([[[1], [2]], [[1, 2]]]),
    "as many columns as the first",
  ],
  ["another width than was fitted", () => new GaussianHMM(parts).predict([[1]]), "must have 2 columns"],
  [
    "a covariance that is none",
    () =>
      new GaussianHMM({
        ...parts,
        covars: [
          [1, -1],
          [1, 1],
        ],
      }).score([[0, 0]]),
    "not positive definite",
  ],
  [
    "covariances of another kind",
    () => new GaussianHMM({ ...parts, covarianceType: "full" }).score([[0, 0]]),
    "covars",
  ],
  [
    "several sequences to predict",
    () => new CategoricalHMM(chords).predict([["C"], ["E"]] as never),
    "one sequence at a time",
  ],
  ["no draw", () => new CategoricalHMM(chords).sample(0), "at least 1"],
])("%s is refused", (_, call, message) => {
  expect(call).toThrow(message);
});
