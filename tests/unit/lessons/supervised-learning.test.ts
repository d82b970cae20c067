import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  bootstrap,
  ColumnTransformer,
  crossValPredict,
  DummyClassifier,
  GaussianNB,
  GroupKFold,
  KFold,
  KNeighborsClassifier,
  LogisticRegression,
  metrics,
  OneHotEncoder,
  Pipeline,
  type Predictor,
  Ridge,
  StandardScaler,
  SVC,
} from "../../../src/learn/index.ts";
import { drawEvenly } from "../../../src/stdlib/sound/draw-evenly.ts";
import { datasets } from "../../lessons/support/lesson-page.ts";

type Figures = {
  classes: string[];
  kinds: string[];
  predictions: Record<string, string>;
  r2: Record<string, number>;
};
const file = new URL("../../golden/lessons/supervised-learning/figures.json", import.meta.url);
const { classes, kinds, predictions, r2 }: Figures = JSON.parse(readFileSync(file, "utf8"));
const said = (name: string, order = classes) =>
  Array.from(predictions[name]!, (digit) => order[Number(digit)]!);

const grooves = await datasets.load("grooves");
const genreOfFive = grooves.column("genreOfFive");
const learned = grooves.rows.flatMap(({ library }, i) =>
  library === "mma" && genreOfFive[i] !== null ? [i] : [],
);
const ours = grooves.rows.flatMap(({ library }, i) => (library === "Etude" ? [i] : []));
const y = learned.map((i) => grooves.y[i]!);
const files = learned.map((i) => grooves.groups[i]!);
const byFile = { cv: new GroupKFold({ nSplits: 5 }), groups: files };

const scaled = (model: Predictor) =>
  new Pipeline([
    ["scale", new StandardScaler()],
    ["model", model],
  ] as never);
const models: Record<string, () => Predictor> = {
  "k neighbours": () => scaled(new KNeighborsClassifier({ nNeighbors: 5 })),
  "naive Bayes": () => new GaussianNB(),
  logistic: () => scaled(new LogisticRegression()),
  SVC: () => scaled(new SVC({ C: 10 })),
  unscaled: () => new KNeighborsClassifier({ nNeighbors: 5 }),
};
const featureSets = { two: ["onsetRate", "centroidMean"], all: grooves.featureNames };
const ask = (name: string, which: "two" | "all") =>
  crossValPredict(models[name]!(), grooves.select(featureSets[which]).selectRows(learned), y, byFile);

describe.each(Object.keys(models))("%s", (name) => {
  test.each(["two", "all"] as const)(
    "answers of each hidden groove what scikit-learn does, on %s numbers",
    (which) => {
      expect(ask(name, which)).toEqual(said(`${name}, ${which}`));
    },
  );
});

test("of grooves by another hand, and of drum strokes of other kits, too", async () => {
  const everything = grooves.X.selectRows(learned);
  const svc = models.SVC!();
  svc.fit(everything, y);
  expect(svc.predict(grooves.X.selectRows(ours))).toEqual(said("SVC, ours"));
  const [drums, strokes] = [await datasets.load("drums"), await datasets.load("drum-test")];
  const near = models["k neighbours"]!();
  near.fit(drums.X, drums.y);
  expect(near.predict(strokes.X)).toEqual(said("strokes", kinds));
  // The first duel is one that the model does not win by itself, and loses nothing of what it is.
  const rows = drawEvenly(
    strokes.y,
    strokes.y.map((_, i) => i),
    18,
    7,
  );
  expect(rows.filter((i) => said("strokes", kinds)[i] === strokes.y[i]).length).toBe(15);
});

describe("what the text says of the scores", () => {
  const commonest = crossValPredict(
    new DummyClassifier(),
    grooves.select(featureSets.two).selectRows(learned),
    y,
    byFile,
  ) as string[];
  const chance = metrics.accuracy(y, commonest);
  const share = (right: number[]) => right.reduce((sum, one) => sum + one, 0) / right.length;
  const lead = (first: string[], second: string[]) =>
    bootstrap(
      ((a: number[], b: number[]) => share(a) - share(b)) as never,
      [first, second].map((answers) => y.map((genre, i) => (genre === answers[i] ? 1 : 0))),
      { groups: files, randomState: 7 },
    );

  test("always latin is right about 27 of 100", () => {
    expect(new Set(commonest)).toEqual(new Set(["latin"]));
    expect(chance).toBeCloseTo(0.271, 3);
  });

  test("on two numbers every interval crosses that line", () => {
    for (const name of ["k neighbours", "naive Bayes", "logistic", "SVC"]) {
      const { low, high } = metrics.groupedInterval(y, said(`${name}, two`), files, { randomState: 7 });
      expect(low, name).toBeLessThan(chance);
      expect(high, name).toBeGreaterThan(chance);
    }
  });

  test("on all numbers the SVC comes first, and its lead over chance stays above 0", () => {
    const scores = ["SVC", "logistic", "k neighbours", "naive Bayes"].map((name) =>
      metrics.accuracy(y, said(`${name}, all`)),
    );
    expect(scores.toSorted((a, b) => b - a)).toEqual(scores);
    expect(lead(said("SVC, all"), commonest).low).toBeGreaterThan(0);
  });

  test("its lead over logistic regression, and that of one footing, do not", () => {
    for (const pair of [
      ["SVC", "logistic"],
      ["k neighbours", "unscaled"],
    ]) {
      const { value, low } = lead(said(`${pair[0]}, all`), said(`${pair[1]}, all`));
      expect(value).toBeGreaterThan(0);
      expect(low).toBeLessThan(0);
    }
  });

  test("the SVC finds less than half of the waltzes, and calls three of ours jazz", () => {
    const found = y.flatMap((genre, i) => (genre === "waltz" ? [said("SVC, all")[i]] : []));
    expect(found.filter((genre) => genre === "waltz").length / found.length).toBeLessThan(0.5);
    expect(new Set(found)).toEqual(new Set(classes));
    const named = ours.filter((row, i) => grooves.y[row] === "waltz" && said("SVC, ours")[i] === "jazz");
    expect(named.length).toBe(3);
  });

  test("a coin falls 5 to 0 one time in sixteen, 6 to 0 one in thirty-two, 2 to 0 every other time", () => {
    for (const [n, one] of [
      [5, 16],
      [6, 32],
      [2, 2],
    ] as const) {
      const truth = new Array(n).fill("kick");
      expect(metrics.pairedDifference(truth, truth, new Array(n).fill("tom")).pValue).toBe(1 / one);
    }
  });
});

describe("the exam", async () => {
  const exam = await datasets.load("exam");
  const score = exam.column("score") as number[];
  const withSchool = (exam.column("intake") as number[]).map((intake, i) => [intake, exam.groups[i]!]);
  const schoolColumns = () =>
    new Pipeline([
      [
        "columns",
        new ColumnTransformer({
          transformers: [
            ["intake", "passthrough", [0]],
            ["school", new OneHotEncoder({ handleUnknown: "ignore" }), [1]],
          ],
        }),
      ],
      ["line", new Ridge({ alpha: 1 })],
    ] as never);
  const splits = {
    pupils: { cv: new KFold({ nSplits: 5, shuffle: true, randomState: 7 }) },
    schools: { cv: new GroupKFold({ nSplits: 5 }), groups: exam.groups },
  };
  const r2Of = (name: string, split: keyof typeof splits) => {
    const line = name === "line";
    const X = line ? exam.select(["intake"]) : withSchool;
    return metrics.r2(
      score,
      crossValPredict(line ? new Ridge({ alpha: 1 }) : schoolColumns(), X, score, splits[split]) as number[],
    );
  };

  // Two ways to solve the same equations: the last digits differ.
  test.each(["line, pupils", "line, schools", "schools, pupils", "schools, schools"])(
    "R² of %s is scikit-learn's to 1e-9",
    (what) => {
      const [name, split] = what.split(", ") as [string, keyof typeof splits];
      expect(r2Of(name, split)).toBeCloseTo(r2[what]!, 9);
    },
  );

  test("the school helps among schools that were seen, and nowhere else", () => {
    expect(r2["schools, pupils"]! - r2["line, pupils"]!).toBeGreaterThan(0.05);
    expect(Math.abs(r2["schools, schools"]! - r2["line, schools"]!)).toBeLessThan(0.01);
  });
});
