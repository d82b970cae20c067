// node scripts/run.mjs datasets/grooves/baselines.ts: the figures that README.md quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import { scaled } from "../../scripts/datasets/scaled.ts";
import {
  crossValPredict,
  DummyClassifier,
  GaussianNB,
  GroupKFold,
  KNeighborsClassifier,
  type Labels,
  LogisticRegression,
  type Matrix,
  metrics,
  type Predictor,
  RandomForestClassifier,
  StratifiedKFold,
  SVC,
} from "../../src/learn/index.ts";
import { PITCH_CLASSES } from "../../src/music/index.ts";
import type { Dataset } from "../../src/stdlib/data/index.ts";
import { fewFiles, PLAIN_CHROMA, templateChords } from "./chord-baselines.ts";

/** The models that are compared, each new. */
export const MODELS: Record<string, () => Predictor> = {
  "most frequent class": () => new DummyClassifier(),
  "5 nearest neighbours, not scaled": () => new KNeighborsClassifier(),
  "5 nearest neighbours": () => scaled(new KNeighborsClassifier()),
  "Gaussian naive Bayes": () => new GaussianNB(),
  "logistic regression, C = 0.1": () => scaled(new LogisticRegression({ C: 0.1 })),
  "SVC, C = 10": () => scaled(new SVC({ C: 10 })),
  "random forest": () => new RandomForestClassifier({ randomState: 0 }),
};

/** The rows of mma's library; with `five` only those of the five genres. */
export function libraryRows(grooves: Dataset, five = false): number[] {
  const library = grooves.column("library");
  const genreOfFive = grooves.column("genreOfFive");
  return library.flatMap((name, i) => (name === "mma" && (!five || genreOfFive[i] !== null) ? [i] : []));
}

/** Accuracy over five folds: random ones, or such that keep a group together. */
export function accuracy(model: Predictor, X: Matrix, y: Labels, groups?: string[]): number {
  const cv = groups
    ? new GroupKFold({ nSplits: 5 })
    : new StratifiedKFold({ nSplits: 5, shuffle: true, randomState: 0 });
  return metrics.accuracy(y, crossValPredict(model, X, y, { cv, groups }));
}

/** The share of grooves whose heard tempo is within 4 % of the played one; or, `anyOctave`, of a simple multiple of it. */
export function tempoAccuracy(grooves: Dataset, anyOctave: boolean): number {
  const [heard, played] = ["bpm", "tempo"].map((name) => grooves.column(name) as number[]);
  const factors = anyOctave ? [1, 2, 1 / 2, 3, 1 / 3, 3 / 2, 2 / 3] : [1];
  const right = heard.filter((bpm, i) =>
    factors.some((factor) => Math.abs(bpm - factor * played[i]) <= 0.04 * factor * played[i]),
  );
  return right.length / heard.length;
}

/** What part of the values is this one, to three decimals. */
const share = (values: number[], value: number) =>
  (values.filter((each) => each === value).length / values.length).toFixed(3);

if (import.meta.main) {
  const grooves = openDataset("grooves");
  for (const five of [false, true]) {
    const rows = libraryRows(grooves, five);
    const X = grooves.X.selectRows(rows);
    const y = rows.map((i) => grooves.y[i]);
    const groups = rows.map((i) => grooves.groups[i]);
    const own = grooves.column("library").flatMap((name, i) => (name === "Etude" ? [i] : []));
    console.log(five ? "five genres" : "eight genres", rows.length);
    for (const [name, model] of Object.entries(MODELS)) {
      const fitted = model();
      fitted.fit(X, y);
      const ours = metrics.accuracy(
        own.map((i) => grooves.y[i]),
        fitted.predict(grooves.X.selectRows(own)) as string[],
      );
      const scores = [accuracy(model(), X, y), accuracy(model(), X, y, groups), ours];
      console.log(`  ${name}: random, file, ours: ${scores.map((score) => score.toFixed(3)).join(", ")}`);
    }
  }
  for (const anyOctave of [false, true])
    console.log(`tempo${anyOctave ? ", any octave" : ""}: ${tempoAccuracy(grooves, anyOctave).toFixed(3)}`);
  const bars = grooves.table("bars");
  const chords = bars.column("chord") as string[];
  const files = bars.column("file") as string[];
  for (const names of [PITCH_CLASSES, PLAIN_CHROMA]) {
    const chroma = bars.select(names);
    const scores = [
      ["templates", metrics.accuracy(chords, templateChords(chroma))],
      ["logistic regression, by file", accuracy(new LogisticRegression(), chroma, chords, files)],
      ["logistic regression, random", accuracy(new LogisticRegression(), chroma, chords)],
      ["most frequent", accuracy(new DummyClassifier(), chroma, chords, files)],
    ] as const;
    console.log(`chords of ${bars.length} bars from ${names[0]} …`);
    for (const [name, score] of scores) console.log(`  ${name}: ${score.toFixed(3)}`);
  }
  for (const count of [4, 8, 16, 32]) {
    const { plain, keys, templates } = fewFiles(grooves, count);
    const scores = [plain, keys, templates].map((score) => score.toFixed(3));
    console.log(`bars of ${count} files learnt: as they are, in every key, templates: ${scores.join(", ")}`);
  }
  const tones = bars.column("tones") as number[];
  console.log(`bars with all three notes of the chord: ${share(tones, 3)}, with two: ${share(tones, 2)}`);
}
