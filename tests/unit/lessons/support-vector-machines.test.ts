import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  crossValidate,
  GridSearch,
  GroupKFold,
  LeaveOneGroupOut,
  Matrix,
  Pipeline,
  permutationTestScore,
  StandardScaler,
  StratifiedKFold,
  SVC,
} from "../../../src/learn/index.ts";
import { datasets } from "../../lessons/support/lesson-page.ts";

type Figures = {
  linear: { C: number; support: number[]; score: number }[];
  lift: { flat: number; lifted: number; differing: number };
  corners: {
    C: number;
    gamma: number;
    train: number;
    score: number;
    support: number[];
    byHeart: number[];
  }[];
  search: number[];
  allDrums: { scaled10: number; scaled1: number; bare1: number };
  moods: { linear: number[]; rbf: number[]; bare: number };
  luck: { score: number; median: number; most: number; p: number };
};
const golden = new URL("../../golden/lessons/support-vector-machines/figures.json", import.meta.url);
const theirs = JSON.parse(readFileSync(golden, "utf8")) as Figures;

const drums = await datasets.load("drums");
const tracks = await datasets.load("mood");
const byKit = new LeaveOneGroupOut();

/** Shares of right answers: equal counts differ by the rounding of a sum of a few dozen of them, if at all. */
const digits = 12;

function part(labels: string[], features: string[]) {
  const rows = [...drums.y.keys()].filter((i) => labels.includes(drums.y[i]!));
  return {
    X: drums.select(features).selectRows(rows),
    y: rows.map((i) => drums.y[i]!),
    groups: rows.map((i) => drums.groups[i]!),
  };
}
const scaled = (svc: SVC) =>
  new Pipeline([
    ["scale", new StandardScaler()],
    ["svc", svc],
  ]);
const sorted = (rows: ArrayLike<number>) => Array.from(rows).sort((a, b) => a - b);

const two = part(["snare", "tom"], ["bassShare", "decay"]);
const metal = part(["hi-hat", "cymbal"], ["brightness", "level100"]);
const Z = new StandardScaler().fitTransform(two.X);

/** What a street costs, and the bound from below that its support vectors prove: equal at the optimum. */
function costs(svc: SVC, X: Matrix, y: readonly string[]) {
  const decisions = svc.decisionFunction(X).data;
  const side = y.map((label) => (label === svc.classes[1] ? 1 : -1));
  const weights = svc.dualCoef.data;
  const offset = svc.intercept[0]!;
  let square = 0;
  let alphas = 0;
  for (const [k, row] of svc.support.entries()) {
    square += weights[k]! * (decisions[row]! - offset);
    alphas += Math.abs(weights[k]!);
  }
  const slack = side.reduce((sum, s, i) => sum + Math.max(0, 1 - s * decisions[i]!), 0);
  return { primal: square / 2 + svc.C * slack, dual: alphas - square / 2, decisions, side, weights };
}

describe.each([
  ...theirs.linear.map(({ C }) => ({ params: { kernel: "linear", C } as const, data: { Z, y: two.y } })),
  ...theirs.corners.map(({ C, gamma }) => ({
    params: { kernel: "rbf", C, gamma } as const,
    data: { Z: new StandardScaler().fitTransform(metal.X), y: metal.y },
  })),
])("the street of $params", ({ params, data }) => {
  const svc = new SVC(params).fit(data.Z, data.y);
  const { primal, dual, decisions, side, weights } = costs(svc, data.Z, data.y);

  test("costs what its support vectors prove that it must, within a thousandth", () => {
    expect(primal - dual).toBeGreaterThanOrEqual(-1e-6 * primal); // kernels are 32-bit numbers
    expect(primal - dual).toBeLessThanOrEqual(1e-3 * primal);
  });

  test("is held by the strokes in it alone, those beyond a kerb by all they may", () => {
    const alpha = new Map(Array.from(svc.support, (row, k) => [row, Math.abs(weights[k]!)]));
    const slackOfTol = 2e-3; // the solver stops when two strokes disagree by 1e-3
    for (const [i, s] of side.entries()) {
      const at = s * decisions[i]!;
      const held = alpha.get(i) ?? 0;
      if (held < params.C * (1 - 1e-9)) expect(at, `row ${i}`).toBeGreaterThanOrEqual(1 - slackOfTol);
      if (held > 0) expect(at, `row ${i}`).toBeLessThanOrEqual(1 + slackOfTol);
    }
  });
});

test("two snares far out among the toms pull the border harder than any other stroke", () => {
  const svc = new SVC({ kernel: "linear", C: 1 }).fit(Z, two.y);
  const before = svc.decisionFunction(Z).data;
  const pulls = Array.from(svc.support, (row) => {
    const rest = [...two.y.keys()].filter((i) => i !== row);
    const labels = rest.map((i) => two.y[i]!);
    const after = new SVC({ kernel: "linear", C: 1 })
      .fit(Z.selectRows(rest), labels)
      .decisionFunction(Z).data;
    return { row, moved: Math.max(...before.map((value, i) => Math.abs(value - after[i]!))) };
  }).sort((a, b) => b.moved - a.moved);
  for (const { row } of pulls.slice(0, 2)) {
    expect(two.y[row]).toBe("snare");
    expect(two.X.row(row)[0]).toBeGreaterThan(55); // per cent of its energy below 150 Hz
  }
  expect(pulls[1]!.moved).toBeGreaterThan(1.5 * pulls[2]!.moved);
});

test.each(theirs.linear)("at C = $C the street has scikit-learn's support vectors and score", (known) => {
  const svc = new SVC({ kernel: "linear", C: known.C });
  expect(sorted(svc.fit(Z, two.y).support)).toEqual(sorted(known.support));
  const test = crossValidate(scaled(svc), two.X, two.y, { cv: byKit, groups: two.groups });
  expect(test.pooled.score).toBeCloseTo(known.score, digits);
});

test("the square lifts the snares out from between kicks and hi-hats, and the kernel does it unseen", () => {
  const { X, y, groups } = part(["kick", "snare", "hi-hat"], ["brightness"]);
  const line = new StandardScaler().fitTransform(X);
  const lifted = Matrix.from(Array.from(line.data, (b) => [Math.SQRT2 * b, b ** 2]));
  const isSnare = y.map((name) => (name === "snare" ? "snare" : "kick or hi-hat"));
  const svc = new SVC({ kernel: "linear" });
  const score = (points: Matrix) => crossValidate(svc, points, isSnare, { cv: byKit, groups }).pooled.score;
  expect([score(line), score(lifted)]).toEqual([theirs.lift.flat, theirs.lift.lifted]);
  const square = new SVC({ kernel: "poly", degree: 2, gamma: 1, coef0: 1 });
  expect(square.fit(line, isSnare).predict(line)).toEqual(svc.fit(lifted, isSnare).predict(lifted));
  expect(theirs.lift.differing).toBe(0);
});

test.each(theirs.corners)("at C = $C, γ = $gamma the same strokes are known by heart", (known) => {
  const { C, gamma } = known;
  const options = { cv: new GroupKFold({ nSplits: 5 }), groups: metal.groups };
  const asked = crossValidate(scaled(new SVC({ C, gamma })), metal.X, metal.y, options);
  expect(asked.trainScore).toBeCloseTo(known.train, digits);
  expect(asked.pooled.score).toBeCloseTo(known.score, digits);
  const model = scaled(new SVC({ C, gamma })).fit(metal.X, metal.y);
  const support = sorted((model.namedSteps.svc as SVC).support);
  expect(support).toEqual(sorted(known.support));
  const own = model.predict(metal.X);
  // Each refit takes milliseconds: all that scikit-learn found, and every fifth of the other support vectors.
  const tried = support.filter((row, k) => known.byHeart.includes(row) || k % 5 === 0);
  const byHeart = tried.filter((row) => {
    const rest = [...metal.y.keys()].filter((i) => i !== row);
    const alone = scaled(new SVC({ C, gamma })).fit(
      metal.X.selectRows(rest),
      rest.map((i) => metal.y[i]!),
    );
    return own[row] === metal.y[row] && alone.predict(metal.X.selectRows([row]))[0] !== metal.y[row];
  });
  expect(byHeart).toEqual(known.byHeart);
});

test("the map of C and γ is scikit-learn's, cell by cell", () => {
  const paramGrid = { svc__C: [0.1, 1, 10, 100], svc__gamma: [0.05, 0.15, 0.5, 1.5, 5, 15, 50] };
  const search = new GridSearch({
    estimator: scaled(new SVC()),
    paramGrid,
    cv: new GroupKFold({ nSplits: 5 }),
  }).fit(metal.X, metal.y, { groups: metal.groups });
  for (const [i, { meanTestScore }] of search.cvResults.entries()) {
    expect(meanTestScore).toBeCloseTo(theirs.search[i]!, digits);
  }
});

test("on all features the drums gain nothing from the scaler, and the music does", () => {
  const ofKits = (model: SVC | Pipeline) =>
    crossValidate(model, drums.X, drums.y, { cv: byKit, groups: drums.groups }).pooled.score;
  expect(ofKits(scaled(new SVC({ C: 10 })))).toBeCloseTo(theirs.allDrums.scaled10, digits);
  expect(ofKits(scaled(new SVC()))).toBeCloseTo(theirs.allDrums.scaled1, digits);
  expect(ofKits(new SVC())).toBeCloseTo(theirs.allDrums.bare1, digits);
  // As the text has it.
  expect([theirs.allDrums.bare1, theirs.allDrums.scaled1].map((score) => score.toFixed(2))).toEqual([
    "0.82",
    "0.81",
  ]);
  const bare = crossValidate(new SVC({ classWeight: "balanced" }), tracks.X, tracks.y, {
    cv: byKit,
    groups: tracks.groups,
  });
  expect(bare.pooled.score).toBeCloseTo(theirs.moods.bare, digits);
});

const pieces = tracks.column("piece") as string[];
const kernels = {
  linear: { kernel: "linear", C: 0.01, classWeight: "balanced" },
  rbf: { kernel: "rbf", C: 1, classWeight: "balanced" },
} as const;

test.each(["linear", "rbf"] as const)("calm or action, %s: rows, pieces, games", (kernel) => {
  const model = scaled(new SVC(kernels[kernel]));
  const score = (options: object) => crossValidate(model, tracks.X, tracks.y, options).pooled.score;
  const scores = [
    score({ cv: new StratifiedKFold({ shuffle: true, randomState: 11 }) }),
    score({ cv: new GroupKFold(), groups: pieces }),
    score({ cv: byKit, groups: tracks.groups }),
  ];
  for (const [i, each] of scores.entries()) expect(each).toBeCloseTo(theirs.moods[kernel][i]!, digits);
  // As the text and its question have it.
  const said = kernel === "linear" ? ["0.84", "0.77", "0.71"] : ["0.87", "0.73", "0.64"];
  expect(scores.map((each) => each.toFixed(2))).toEqual(said);
});

test("no shuffled label does as well as the real ones", () => {
  const first = [...pieces.keys()].filter((i) => pieces.indexOf(pieces[i]!) === i);
  const luck = permutationTestScore(
    scaled(new SVC(kernels.linear)),
    tracks.X.selectRows(first),
    first.map((i) => tracks.y[i]!),
    { cv: byKit, groups: first.map((i) => tracks.groups[i]!), nPermutations: 100, randomState: 1 },
  );
  expect(luck.score).toBeCloseTo(theirs.luck.score, digits);
  expect(Math.max(...luck.permutationScores)).toBeCloseTo(theirs.luck.most, digits);
  expect(luck.pValue).toBeCloseTo(theirs.luck.p, digits);
  // As the text has it.
  const { median, most, score, p } = theirs.luck;
  expect([median.toFixed(2), most.toFixed(3), score.toFixed(3)]).toEqual(["0.48", "0.705", "0.713"]);
  expect(p).toBeCloseTo(1 / 101, digits);
});
