// node scripts/run.mjs datasets/game-tracks/baselines.ts prints the figures that the datasheet quotes.

import { openDataset } from "../../scripts/datasets/open.ts";
import { scaled } from "../../scripts/datasets/scaled.ts";
import {
  crossValPredict,
  DummyClassifier,
  KNeighborsClassifier,
  metrics,
  PCA,
  type Predictor,
  RandomForestClassifier,
  StandardScaler,
  StratifiedGroupKFold,
  StratifiedKFold,
  SVC,
} from "../../src/learn/index.ts";
import type { Dataset } from "../../src/stdlib/data/index.ts";

const FOLDS = { nSplits: 5, shuffle: true, randomState: 0 };

/** The models of the datasheet, by name. */
export const models: Record<string, () => Predictor> = {
  "most frequent game": () => new DummyClassifier(),
  "5 nearest neighbours": () => scaled(new KNeighborsClassifier()),
  "5 nearest neighbours, not scaled": () => new KNeighborsClassifier(),
  "SVC, C = 10": () => scaled(new SVC({ C: 10 })),
  "random forest": () => new RandomForestClassifier({ randomState: 0 }),
};

/** Which game each segment is taken for: five folds, at random or such that a piece is kept together. */
export function guesses(tracks: Dataset, model: Predictor, held: "segments" | "pieces"): string[] {
  const groups = tracks.column("piece") as string[];
  const cv = held === "pieces" ? new StratifiedGroupKFold(FOLDS) : new StratifiedKFold(FOLDS);
  return crossValPredict(model, tracks.X, tracks.y, {
    cv,
    groups: held === "pieces" ? groups : null,
  }) as string[];
}

/** The share of variance of each principal component. */
export function variances(tracks: Dataset, scale: boolean): number[] {
  const X = scale ? new StandardScaler().fit(tracks.X).transform(tracks.X) : tracks.X;
  return Array.from(new PCA().fit(X).explainedVarianceRatio);
}

/** How many of the shares it takes to reach nine tenths. */
export function componentsFor90(shares: number[]): number {
  let count = 0;
  for (let sum = 0; sum < 0.9; count++) sum += shares[count];
  return count;
}

if (import.meta.main) {
  const tracks = openDataset("game-tracks");
  const pieces = tracks.column("piece") as string[];
  for (const [name, make] of Object.entries(models)) {
    const [random, kept] = (["segments", "pieces"] as const).map((held) => guesses(tracks, make(), held));
    const { low, high } = metrics.groupedInterval(tracks.y, kept, pieces);
    console.log(
      `${name}: segments at random ${metrics.accuracy(tracks.y, random).toFixed(3)},`,
      `pieces ${metrics.accuracy(tracks.y, kept).toFixed(3)} [${low.toFixed(2)}, ${high.toFixed(2)}]`,
    );
  }
  const best = guesses(tracks, models["SVC, C = 10"](), "pieces");
  for (const game of tracks.classNames) {
    const rows = tracks.y.flatMap((label, i) => (label === game ? [i] : []));
    const right = rows.filter((i) => best[i] === game).length;
    const mistaken = new Map<string, number>();
    for (const i of rows) if (best[i] !== game) mistaken.set(best[i], (mistaken.get(best[i]) ?? 0) + 1);
    const most = [...mistaken].sort((a, b) => b[1] - a[1])[0];
    console.log(`  ${game}: ${right} of ${rows.length}, most often taken for ${most?.join(" ")}`);
  }
  for (const scale of [true, false]) {
    const shares = variances(tracks, scale);
    console.log(
      scale ? "scaled" : "not scaled",
      shares.slice(0, 3).map((share) => share.toFixed(3)),
      `${componentsFor90(shares)} components for 90 %`,
    );
  }
}
