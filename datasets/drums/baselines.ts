// node scripts/run.mjs datasets/drums/baselines.ts: the figures that README.md and that of drum-test quote.
import { openDataset } from "../../scripts/datasets/open.ts";
import { scaled } from "../../scripts/datasets/scaled.ts";
import {
  crossValPredict,
  DecisionTreeClassifier,
  DummyClassifier,
  GroupKFold,
  KNeighborsClassifier,
  LeaveOneGroupOut,
  type Matrix,
  metrics,
  type Predictor,
  StratifiedKFold,
  SVC,
} from "../../src/learn/index.ts";
import type { Dataset } from "../../src/stdlib/data/index.ts";

/** The models that are compared on all 24 features, each new. */
export const MODELS: Record<string, () => Predictor> = {
  "most frequent class": () => new DummyClassifier(),
  "5 nearest neighbours": () => scaled(new KNeighborsClassifier()),
  "25 nearest neighbours": () => scaled(new KNeighborsClassifier({ nNeighbors: 25 })),
  "SVC, C = 10": () => scaled(new SVC({ C: 10 })),
  "decision tree": () => new DecisionTreeClassifier({ randomState: 0 }),
  "decision tree of depth 5": () => new DecisionTreeClassifier({ randomState: 0, maxDepth: 5 }),
};

/** The datasets drums and drum-test. */
export function drumSets(): { drums: Dataset; test: Dataset } {
  return { drums: openDataset("drums"), test: openDataset("drum-test") };
}

/** Accuracy of one model: in random folds, with an instrument or a kit kept together, and on drum-test. */
export function scores(make: () => Predictor, columns?: readonly string[]): Record<string, number> {
  const { drums, test } = drumSets();
  const rowsOf = (data: Dataset): Matrix => (columns ? data.select(columns) : data.X);
  const instruments = drums.column("instrument").map((name, i) => `${drums.groups[i]}, ${name}`);
  const X = rowsOf(drums);
  const model = make();
  model.fit(X, drums.y);
  const random = new StratifiedKFold({ nSplits: 5, shuffle: true, randomState: 0 });
  const right = (options: object) => metrics.accuracy(drums.y, crossValPredict(make(), X, drums.y, options));
  return {
    random: right({ cv: random }),
    instrument: right({ cv: new GroupKFold({ nSplits: 5 }), groups: instruments }),
    kit: right({ cv: new LeaveOneGroupOut(), groups: drums.groups }),
    test: metrics.accuracy(test.y, model.predict(rowsOf(test))),
  };
}

if (import.meta.main) {
  for (const [title, columns] of [
    ["24 features", undefined],
    ["brightness and level100", ["brightness", "level100"]],
  ] as const) {
    console.log(title);
    for (const [name, make] of Object.entries(MODELS)) {
      const figures = Object.entries(scores(make, columns)).map(
        ([where, value]) => `${where} ${value.toFixed(3)}`,
      );
      console.log(`  ${name}: ${figures.join(", ")}`);
    }
  }
}
