import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openDataset } from "../../../scripts/datasets/open.ts";
import {
  BaggingClassifier,
  bootstrap,
  crossValidate,
  DecisionTreeClassifier,
  GradientBoostingClassifier,
  GroupKFold,
  KNeighborsClassifier,
  type Label,
  LogisticRegression,
  metrics,
  Pipeline,
  type Predictor,
  RandomForestClassifier,
  StackingClassifier,
  StandardScaler,
  SVC,
  VotingClassifier,
  validationCurve,
} from "../../../src/learn/index.ts";
import golden from "../../golden/lessons/ensemble-learning/figures.json" with { type: "json" };

const drums = openDataset("drums");
const heard = openDataset("drum-test");
const { X, y, groups } = drums;
const byKit = { cv: new GroupKFold({ nSplits: 5 }), groups };
const scaler = new StandardScaler().fit(X);

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const accuracy = (said: readonly Label[]) => metrics.accuracy(heard.y, said);

/** The names that a cell of the lesson defines, by its id: what is tested is what the reader sees. */
function ofCell(id: string, names: string[], inputs: Record<string, unknown>): Record<string, unknown> {
  const lesson = readFileSync(
    new URL("../../../lessons/generalising/ensemble-learning.md", import.meta.url),
    "utf8",
  );
  const code = new RegExp(`\`\`\`js cell [^\n]*id=${id}\n([^]*?)\n\`\`\``).exec(lesson)![1]!;
  const body = `${code}\nreturn {${names.join(", ")}};`;
  return new Function(...Object.keys(inputs), body)(...Object.values(inputs)) as Record<string, unknown>;
}

/** Expects a score within the 5 to 95 % range of scikit-learn's over 20 seeds. */
function expectWithin(found: number, overSeeds: readonly number[], what: string): void {
  const sorted = overSeeds.toSorted((a, b) => a - b);
  expect(found, what).toBeGreaterThanOrEqual(sorted[1]!);
  expect(found, what).toBeLessThanOrEqual(sorted.at(-2)!);
}

function mostVoted(votes: readonly Label[]): Label {
  const counts = new Map<Label, number>();
  for (const vote of votes.toSorted()) counts.set(vote, (counts.get(vote) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

const voteOf = (ballots: readonly Label[][]) =>
  ballots[0]!.map((_, row) => mostVoted(ballots.map((ballot) => ballot[row]!)));

function judged(ballots: readonly Label[][]) {
  const standard = ballots.map((ballot) => {
    const right = ballot.map((name, row) => Number(name === heard.y[row]));
    const share = mean(right);
    return right.map((one) => (one - share) / Math.sqrt(share * (1 - share)));
  });
  const pairs = standard.flatMap((a, i) =>
    standard.slice(0, i).map((b) => mean(a.map((one, row) => one * b[row]!))),
  );
  return { one: mean(ballots.map(accuracy)), alike: mean(pairs), vote: accuracy(voteOf(ballots)) };
}

test("the lesson's jury is Condorcet's in closed form, and the beta-binomial one for voters who are alike", () => {
  const jury = ofCell("juryOf", ["jury"], { d3: { sum } }).jury as (
    p: number,
    n: number,
    rho: number,
  ) => number;
  for (const [p, n, rho, wanted] of golden.juries as [number, number, number, number][]) {
    expect(jury(p, n, rho), `p ${p}, n ${n}, rho ${rho}`).toBeCloseTo(wanted, 9);
  }
  // What the text says, and the exercise expects.
  expect(jury(0.6, 25, 0)).toBeCloseTo(0.85, 2);
  expect(jury(0.45, 25, 0)).toBeCloseTo(0.31, 2);
  expect([jury(0.6, 131, 0) < 0.99, jury(0.6, 133, 0) > 0.99]).toEqual([true, true]);
  expect(jury(0.7, 3, 0)).toBeCloseTo(0.784, 12);
  expect(jury(0.4, 3, 0)).toBeCloseTo(0.352, 12);
});

test("the lesson's forests are within scikit-learn's range over 20 seeds, one tree and a hundred", () => {
  const { sizes, scores, freeTree } = golden.forests;
  const shares = [1, 2, 5].map((randomState) => {
    const { points } = validationCurve(new RandomForestClassifier({ randomState }), X, y, {
      paramName: "nEstimators",
      paramRange: sizes,
      ...byKit,
    });
    return points.map(({ validationScore }) => validationScore);
  });
  for (const [i, size] of sizes.entries()) {
    const all = scores.map((ofSeed) => ofSeed[i]!);
    const [lowest, highest] = [Math.min(...all), Math.max(...all)];
    for (const ofForest of shares) {
      expect(ofForest[i], `${size} trees`).toBeGreaterThanOrEqual(lowest);
      expect(ofForest[i], `${size} trees`).toBeLessThanOrEqual(highest);
    }
    expectWithin(mean(shares.map((ofForest) => ofForest[i]!)), all, `${size} trees`);
  }
  // Far apart at the left end, of one mind at the right.
  const spread = (i: number) => {
    const at = shares.map((ofForest) => ofForest[i]!);
    return Math.max(...at) - Math.min(...at);
  };
  expect(spread(0)).toBeGreaterThan(0.1);
  expect(spread(sizes.length - 1)).toBeLessThan(0.04);
  const tree = crossValidate(new DecisionTreeClassifier({ randomState: 7 }), X, y, byKit).pooled.score;
  expectWithin(tree, freeTree, "one tree");
});

test("juries of 31 are as good and as alike as scikit-learn's, and bagging neighbours gains nothing", () => {
  const groves = golden.groves as Record<string, { one: number; alike: number; vote: number }[]>;
  for (const [features, wanted] of Object.entries(groves)) {
    const forest = new RandomForestClassifier({
      nEstimators: 31,
      maxFeatures: Number(features),
      randomState: 7,
    });
    const found = judged(forest.fit(X, y).estimators.map((tree) => tree.predict(heard.X)));
    for (const key of ["one", "alike", "vote"] as const) {
      expectWithin(
        found[key],
        wanted.map((each) => each[key]),
        `${features} features: ${key}`,
      );
    }
  }
  const bag = new BaggingClassifier({
    estimator: new KNeighborsClassifier(),
    nEstimators: 31,
    randomState: 7,
  });
  const [Z, newZ] = [scaler.transform(X), scaler.transform(heard.X)];
  const { single, ...wanted } = golden.neighbours;
  const found = judged(bag.fit(Z, y).estimators.map((part) => part.predict!(newZ) as Label[]));
  for (const key of ["one", "alike", "vote"] as const) expect(found[key], key).toBeCloseTo(wanted[key], 9);
  expect(new KNeighborsClassifier().fit(Z, y).score(newZ, heard.y)).toBeCloseTo(single, 12);
  expect(Math.abs(found.vote - single)).toBeLessThan(0.02);
});

test("the losses of boosting turn where scikit-learn's do, while the share right goes on", () => {
  for (const [rate, wanted] of Object.entries(golden.boosting)) {
    const model = new GradientBoostingClassifier({
      learningRate: Number(rate),
      maxIter: 120,
      maxDepth: 1,
      minSamplesLeaf: 5,
    }).fit(X, y);
    const losses = Array.from(model.stagedPredictProba(heard.X), (p) => metrics.logLoss(heard.y, p));
    const right = Array.from(model.stagedPredict(heard.X), accuracy);
    expect(losses.length).toBe(120);
    for (const [i, loss] of losses.entries()) expect(loss).toBeCloseTo(wanted.losses[i]!, 4);
    for (const [i, share] of right.entries()) expect(share).toBeCloseTo(wanted.right[i]!, 9);
  }
  // What the text says of a rate of 0.2, and of half of it.
  const turnOf = ({ losses }: { losses: number[] }) => losses.indexOf(Math.min(...losses)) + 1;
  const quick = golden.boosting["0.2"];
  expect([turnOf(quick), turnOf(golden.boosting["0.1"])]).toEqual([22, 42]);
  expect([quick.losses[21], quick.losses[119]].map((loss) => loss!.toFixed(2))).toEqual(["0.79", "1.41"]);
  expect([quick.right[21], quick.right[119]].map((share) => share!.toFixed(2))).toEqual(["0.70", "0.77"]);
  const slow = new GradientBoostingClassifier({
    learningRate: 0.2,
    maxIter: 120,
    maxDepth: 1,
    minSamplesLeaf: 5,
  });
  const staged = Array.from(slow.fit(X, y).stagedPredict(heard.X), (said) =>
    said.map((name, row) => Number(name === heard.y[row])),
  );
  const [early, late] = [staged[21]!, staged[119]!];
  const gained = heard.groups.map((kit, row) => [kit, late[row]! - early[row]!] as const);
  expect(sum(gained.map(([, more]) => more))).toBe(9);
  expect(sum(gained.map(([kit, more]) => (String(kit).endsWith("TR-808") ? more : 0)))).toBe(7);
  const overKits = bootstrap((a, b) => mean(b) - mean(a), [early, late], {
    groups: heard.groups,
    randomState: 7,
  });
  expect(overKits.low).toBeLessThanOrEqual(0);
  // Below a rate of 0.1 it only just gets there.
  expect(turnOf(golden.boosting["0.03"])).toBeGreaterThan(110);
});

test("four heads, their vote and their stack score what scikit-learn's do, and none beats the best alone", () => {
  const scaled = (model: Predictor) =>
    new Pipeline([
      ["scale", new StandardScaler()],
      ["model", model],
    ]);
  const four: [string, Predictor][] = [
    ["neighbours", scaled(new KNeighborsClassifier())],
    ["logistic", scaled(new LogisticRegression())],
    ["SVC", scaled(new SVC())],
    ["forest", new RandomForestClassifier({ nEstimators: 50, randomState: 7 })],
  ];
  const answers = four.map(([, model]) => crossValidate(model, X, y, byKit).pooled.predictions as Label[]);
  const heads = golden.heads;
  const scores = answers.map((said) => metrics.accuracy(y, said));
  for (const [i, [name]] of four.entries()) {
    expect(scores[i], name).toBeCloseTo(Reflect.get(heads, name) as number, 9);
  }
  const vote = voteOf(answers);
  expect(metrics.accuracy(y, vote)).toBeCloseTo(heads.vote, 9);
  const someone = mean(y.map((name, row) => Number(answers.some((said) => said[row] === name))));
  expect(someone).toBeCloseTo(heads.someone, 9);
  const stack = new StackingClassifier({ estimators: four, cv: 3 });
  const stacked = crossValidate(stack, X, y, byKit).pooled;
  expect(stacked.score).toBeCloseTo(heads.stacking, 9);
  for (const said of [vote, stacked.predictions as Label[]]) {
    const { low, high } = metrics.pairedDifference(y, said, answers[0]!);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  }
  const onNew = four.map(([, model]) => (model.fit(X, y) as typeof stack).predict(heard.X));
  expect(onNew.map(accuracy)).toEqual(heads.new.map((share) => expect.closeTo(share, 9)));
  const voting = new VotingClassifier({ estimators: four }).fit(X, y).predict(heard.X);
  expect(voting).toEqual(voteOf(onNew));
  expect(accuracy(voting)).toBeCloseTo(heads.newVote, 9);
  expect([heads.new[2], heads.new[0], heads.newVote].map((share) => share!.toFixed(2))).toEqual([
    "0.84",
    "0.79",
    "0.80",
  ]);
});

test("out of bag and over seeds, forests are scikit-learn's to the last stroke", () => {
  const forest = new RandomForestClassifier({ nEstimators: 100, oobScore: true, randomState: 7 });
  expect(forest.fit(X, y).outOfBagScore).toBeCloseTo(golden.outOfBag, 9);
  const shares = golden.seeds.map((_, i) =>
    accuracy(new RandomForestClassifier({ nEstimators: 10, randomState: i + 1 }).fit(X, y).predict(heard.X)),
  );
  expect(shares).toEqual(golden.seeds.map((share) => expect.closeTo(share, 9)));
});
