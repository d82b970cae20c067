import { expect, test } from "vitest";
import { openDataset } from "../../../scripts/datasets/open.ts";
import {
  crossValidate,
  crossValPredict,
  GridSearch,
  KFold,
  KNeighborsClassifier,
  LeaveOneGroupOut,
  LogisticRegression,
  Matrix,
  metrics,
  type NestedFold,
  nestedCrossValidate,
  PCA,
  Pipeline,
  RandomState,
  SelectKBest,
  StandardScaler,
  StratifiedGroupKFold,
  StratifiedKFold,
  StratifiedShuffleSplit,
} from "../../../src/learn/index.ts";
import golden from "../../golden/lessons/cross-validation/figures.json" with { type: "json" };

const digits = 12;
const range = (count: number) => Array.from({ length: count }, (_, i) => i);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const deviation = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));
const voters = (nNeighbors = 5) =>
  new Pipeline([
    ["scale", new StandardScaler()],
    ["vote", new KNeighborsClassifier({ nNeighbors })],
  ]);
const shuffled = (nSplits: number, randomState = 7) => ({ nSplits, shuffle: true, randomState });
const fiveFolds = new StratifiedKFold(shuffled(5));
const scoresOf = ({ folds }: { folds: { testScore: number }[] }) => folds.map(({ testScore }) => testScore);

function expectClose(found: readonly number[], wanted: readonly number[]): void {
  expect(found.length).toBe(wanted.length);
  for (const [i, value] of wanted.entries()) expect(found[i], `no. ${i}`).toBeCloseTo(value, digits);
}

const drums = openDataset("drums");
const order = range(drums.y.length).sort(
  (a, b) => drums.classNames.indexOf(drums.y[a]!) - drums.classNames.indexOf(drums.y[b]!) || a - b,
);
const X = drums.X.selectRows(order);
const y = order.map((i) => drums.y[i]!);
const groups = order.map((i) => drums.groups[i]!);
const sk = golden.drums;
const score = (cv: KFold | StratifiedKFold | StratifiedGroupKFold) =>
  metrics.accuracy(y, crossValPredict(voters(), X, y, { cv, groups }));

test("of 200 hold-outs, each scores as with scikit-learn", () => {
  const cv = new StratifiedShuffleSplit({ nSplits: 200, testSize: 0.2, randomState: 7 });
  const found = scoresOf(crossValidate(voters(), X, y, { cv }));
  expectClose(found, sk.holdOuts);
  expect([Math.min(...found).toFixed(2), Math.max(...found).toFixed(2)]).toEqual(["0.82", "0.99"]);
});

test("folds as they lie, shuffled, by class and by kit score as scikit-learn's, one by one", () => {
  for (const [k, wanted] of Object.entries(sk.asTheyLie)) {
    expect(score(new KFold({ nSplits: Number(k) }))).toBeCloseTo(wanted, digits);
  }
  const byClass = crossValidate(voters(), X, y, { cv: fiveFolds });
  expectClose(scoresOf(byClass), sk.stratified);
  expect(byClass.pooled.score).toBeCloseTo(sk.random, digits);
  const byKit = crossValidate(voters(), X, y, { cv: new LeaveOneGroupOut(), groups });
  expectClose(scoresOf(byKit), sk.kits);
  expect(byKit.folds.map(({ test }) => test.length)).toEqual(sk.sizes);
  expect(byKit.pooled.score).toBeCloseTo(sk.byKit, digits);
  const clapsOf = (cv: KFold | StratifiedKFold) =>
    cv.split(X, y).map(({ test }) => Array.from(test).filter((i) => y[i] === "clap").length);
  expect(clapsOf(new KFold(shuffled(10)))).toEqual(sk.claps.shuffled);
  expect(clapsOf(new StratifiedKFold(shuffled(10)))).toEqual(sk.claps["by class"]);
  const interval = (units?: string[]) => {
    const { low, high } = metrics.groupedInterval(y, byKit.pooled.predictions, units, { randomState: 7 });
    return [low, high];
  };
  expectClose(interval(groups), sk.intervals.kits);
  expectClose(interval(), sk.intervals.strokes);
  const outside = new StandardScaler().fitTransform(X);
  const plain = crossValidate(new KNeighborsClassifier({ nNeighbors: 5 }), outside, y, { cv: fiveFolds });
  expect(plain.pooled.score).toBeCloseTo(sk.scaledOutside, digits);
});

test("twenty dealings and the spread by the number of folds are scikit-learn's", () => {
  for (const [seed, [random, byKit]] of sk.again.slice(0, 8).entries()) {
    expect(score(new StratifiedKFold(shuffled(5, seed)))).toBeCloseTo(random!, digits);
    expect(score(new StratifiedGroupKFold(shuffled(5, seed)))).toBeCloseTo(byKit!, digits);
  }
  const spreads = [2, 3, 5, 8, 12, 20, 30].map((k) => {
    const cv = new KFold(shuffled(k));
    const said = crossValPredict(voters(), X, y, { cv });
    return deviation(
      cv.split(X, y).map(({ test }) => mean(Array.from(test, (i) => Number(said[i] === y[i])))),
    );
  });
  expectClose(spreads, sk.spreads);
});

test("moods by row, piece and game, and a choice made within the folds, score as with scikit-learn", () => {
  const mood = openDataset("mood");
  const games = mood.groups;
  const cuts = {
    rows: { cv: fiveFolds },
    pieces: { cv: new StratifiedGroupKFold(shuffled(5)), groups: mood.column("piece") as string[] },
    games: { cv: new LeaveOneGroupOut(), groups: games },
  };
  const judges = {
    "nearest row": voters(1),
    "weighted sum": new Pipeline([
      ["scale", new StandardScaler()],
      ["sum", new LogisticRegression({ C: 0.1 })],
    ]),
  };
  for (const judge of ["nearest row", "weighted sum"] as const) {
    for (const cut of ["rows", "pieces", "games"] as const) {
      const { pooled } = crossValidate(judges[judge], mood.X, mood.y, cuts[cut]);
      expect(pooled.score, `${judge} by ${cut}`).toBeCloseTo(golden.mood.scores[judge][cut], digits);
    }
  }
  const search = new GridSearch({
    estimator: new Pipeline([
      ["scale", new StandardScaler()],
      ["choose", new SelectKBest()],
      ["vote", new KNeighborsClassifier()],
    ]),
    paramGrid: { choose__k: [2, 5, 10, 20, 45], vote__nNeighbors: [1, 3, 5, 9, 15, 25] },
    cv: new LeaveOneGroupOut(),
  });
  const folds: readonly NestedFold[] = nestedCrossValidate(search, mood.X, mood.y, cuts.games).folds;
  const wanted = golden.mood.nested;
  expectClose(
    folds.map(({ bestScore }) => bestScore),
    wanted.map(({ promised }) => promised),
  );
  expectClose(
    folds.map(({ testScore }) => testScore),
    wanted.map(({ got }) => got),
  );
});

const toss = (n: number) => {
  const coin = new RandomState(1000 + n);
  return range(60).map(() => (coin.random() < 0.5 ? "hit" : "flop"));
};

test("the magic 87 % is there with scikit-learn, too, and goes as the choice moves into the folds", () => {
  const lot = new RandomState(7);
  const numbers = Matrix.from(
    range(60).map(() => range(2000).map((j) => lot.random() * 10 ** ((j % 5) - 2))),
  );
  const wanted = golden.magic;
  const choose = () => new SelectKBest({ k: 12 });
  const outside = (n: number) =>
    crossValidate(voters(), choose().fitTransform(numbers, toss(n)), toss(n), { cv: fiveFolds });
  const inside = (n: number) => {
    const model = new Pipeline([["choose", choose()], ...voters().steps]);
    return crossValidate(model, numbers, toss(n), { cv: fiveFolds });
  };
  expectClose(scoresOf(outside(1)), wanted.firstOutside);
  expectClose(scoresOf(inside(1)), wanted.firstInside);
  const scaled = new StandardScaler().fitTransform(numbers);
  const choiceInside = (n: number) => {
    const model = new Pipeline([
      ["choose", choose()],
      ["vote", new KNeighborsClassifier()],
    ]);
    return crossValidate(model, scaled, toss(n), { cv: fiveFolds });
  };
  for (const [score, tosses] of [
    [outside, wanted.outside],
    [choiceInside, wanted.choiceInside],
    [inside, wanted.inside],
  ] as const) {
    expectClose(
      [2, 3, 4, 5].map((n) => score(n).pooled.score),
      tosses.slice(1, 5),
    );
  }
  // What the lesson says of many tosses.
  const { scaleOutside: asSold, choiceInside: moved } = wanted;
  expect([asSold[0], moved[0]].map((score) => score!.toFixed(2))).toEqual(["0.87", "0.47"]);
  expect([asSold, wanted.outside].map((tosses) => mean(tosses).toFixed(3))).toEqual(["0.871", "0.866"]);
  expect(mean(moved).toFixed(2)).toBe("0.53");
  expect(Math.min(...asSold)).toBeGreaterThan(Math.max(...moved));
  expect(Math.max(...moved.slice(0, 20)).toFixed(2)).toBe("0.70");
  expect(Object.values(wanted.fewer).map((score) => score.toFixed(2))).toEqual(["0.50", "0.65", "0.75"]);
});

test("of the second machine's steps only the fame of the singer leaks, and grooves lose by file", () => {
  const lot = new RandomState(8);
  const lots = Matrix.from(range(60).map(() => range(24).map(() => lot.random())));
  const coins = toss(3010);
  const score = (inside: readonly string[]) => {
    const right = fiveFolds.split(lots, coins).flatMap(({ train, test }) => {
      const seen = (step: string) => (inside.includes(step) ? Array.from(train) : range(60));
      const scaled = new StandardScaler().fit(lots.selectRows(seen("scale"))).transform(lots);
      const three = new PCA({ nComponents: 3 }).fit(scaled.selectRows(seen("compress"))).transform(scaled);
      const fame = (i: number) => {
        const own = seen("fame").filter((row) => row % 40 === i % 40);
        return own.length > 0 ? mean(own.map((row) => Number(coins[row] === "hit"))) : 0.5;
      };
      const row = (i: number) => [...three.row(i), fame(i)];
      const machine = new Pipeline([
        ["even", new StandardScaler()],
        ["sum", new LogisticRegression()],
      ]);
      machine.fit(
        Array.from(train, row),
        Array.from(train, (i) => coins[i]!),
      );
      const said = machine.predict(Array.from(test, row));
      return Array.from(test, (i, j) => Number(said[j] === coins[i]));
    });
    return mean(right);
  };
  for (const [inside, wanted] of Object.entries(golden.secondMachine)) {
    expect(score(inside.split(" ")), inside).toBeCloseTo(wanted, digits);
  }
  const grooves = openDataset("grooves");
  const files = crossValidate(voters(), grooves.X, grooves.y, {
    cv: new LeaveOneGroupOut(),
    groups: grooves.groups,
  });
  expect(files.pooled.score).toBeCloseTo(golden.grooves.files, digits);
  expect(mean(scoresOf(files))).toBeCloseTo(golden.grooves.meanOfFiles, digits);
});
