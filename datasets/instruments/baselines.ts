// node scripts/run.mjs datasets/instruments/baselines.ts: the figures that README.md quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import { scaled } from "../../scripts/datasets/scaled.ts";
import {
  crossValPredict,
  DecisionTreeClassifier,
  DummyClassifier,
  KNeighborsClassifier,
  type Label,
  LeaveOneGroupOut,
  type Matrix,
  metrics,
  type Predictor,
  RandomForestClassifier,
  StratifiedKFold,
  SVC,
} from "../../src/learn/index.ts";
import type { Dataset } from "../../src/stdlib/data/index.ts";

/** The features that `drums` has as well. */
export const DRUM_FEATURES = 24;

/** The models that are compared, each new. */
export const MODELS: Record<string, () => Predictor> = {
  "most frequent class": () => new DummyClassifier(),
  "5 nearest neighbours": () => scaled(new KNeighborsClassifier()),
  "SVC, C = 10": () => scaled(new SVC({ C: 10 })),
  "decision tree": () => new DecisionTreeClassifier({ randomState: 0 }),
  "random forest": () => new RandomForestClassifier({ randomState: 0 }),
};

const random = () => new StratifiedKFold({ nSplits: 5, shuffle: true, randomState: 0 });

/** The rows of one of the soundfonts. */
export function rowsOf(notes: Dataset, soundfont: string): number[] {
  return notes.groups.flatMap((group, i) => (group === soundfont ? [i] : []));
}

/** Accuracy over five random folds of the given rows. */
export function randomAccuracy(model: Predictor, X: Matrix, y: Label[]): number {
  return metrics.accuracy(y, crossValPredict(model, X, y, { cv: random() }));
}

/** Accuracy on each group, trained on all others; by group, in their order of appearance. */
export function accuracyByGroup(
  model: Predictor,
  X: Matrix,
  y: Label[],
  groups: string[],
): Record<string, number> {
  const predicted = crossValPredict(model, X, y, { cv: new LeaveOneGroupOut(), groups });
  return Object.fromEntries(
    [...new Set(groups)].map((name) => {
      const rows = groups.flatMap((group, i) => (group === name ? [i] : []));
      return [
        name,
        metrics.accuracy(
          rows.map((i) => y[i]),
          rows.map((i) => predicted[i]),
        ),
      ];
    }),
  );
}

/** The best threshold on one feature for two classes: `above` it the one, else the other; and how often it is right. */
export function bestStump(values: number[], isAbove: boolean[]): { threshold: number; accuracy: number } {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  let best = { threshold: Number.NEGATIVE_INFINITY, accuracy: 0 };
  for (let i = 0; i < sorted.length - 1; i++) {
    const threshold = (sorted[i] + sorted[i + 1]) / 2;
    const right = values.filter((value, j) => value > threshold === isAbove[j]).length;
    if (right / values.length > best.accuracy) best = { threshold, accuracy: right / values.length };
  }
  return best;
}

const shown = (scores: Record<string, number>) =>
  Object.entries(scores)
    .map(([name, score]) => `${name} ${score.toFixed(3)}`)
    .join(", ");

if (import.meta.main) {
  const notes = openDataset("instruments");
  const y = notes.y;
  const few = notes.select(notes.featureNames.slice(0, DRUM_FEATURES));
  for (const [title, X] of [
    ["all features", notes.X],
    ["the 24 of drums", few],
  ] as const) {
    console.log(title);
    for (const [name, model] of Object.entries(MODELS)) {
      const within = Object.fromEntries(
        ["Fluid", "MuseScore", "TimGM6mb"].map((font) => {
          const rows = rowsOf(notes, font);
          return [
            font,
            randomAccuracy(
              model(),
              X.selectRows(rows),
              rows.map((i) => y[i]),
            ),
          ];
        }),
      );
      console.log(`  ${name}: random ${randomAccuracy(model(), X, y).toFixed(3)}`);
      console.log(`    within ${shown(within)}`);
      console.log(`    other soundfonts: ${shown(accuracyByGroup(model(), X, y, notes.groups))}`);
      const origin = notes.column("origin") as string[];
      console.log(`    other origin: ${shown(accuracyByGroup(model(), X, y, origin))}`);
    }
  }
  const level = notes.column("level500") as number[];
  const sustained = notes.column("kind").map((kind) => kind === "sustained");
  const stump = bestStump(level, sustained);
  console.log(`sustained by level500: above ${stump.threshold.toFixed(2)} dB ${stump.accuracy.toFixed(3)}`);
  for (const name of notes.classNames) {
    const rows = y.flatMap((each, i) => (each === name ? [i] : []));
    const wrong = rows.filter((i) => level[i] > stump.threshold !== sustained[i]).length;
    if (wrong > 0) console.log(`  ${name}: ${wrong} of ${rows.length} wrong`);
  }
}
