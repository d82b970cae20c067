// node scripts/run.mjs datasets/mood/baselines.ts prints the figures that the datasheet quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import {
  crossValPredict,
  LeaveOneGroupOut,
  LogisticRegression,
  type Matrix,
  metrics,
  Pipeline,
  RandomState,
  StandardScaler,
  StratifiedGroupKFold,
  StratifiedKFold,
} from "../../src/learn/index.ts";
import type { Dataset } from "../../src/stdlib/data/index.ts";

const PERMUTATIONS = 200;

/** The model of the datasheet: all features on one scale, classes weighed alike, C = 1 as by default. */
export function moodModel(): Pipeline {
  return new Pipeline([
    ["scale", new StandardScaler()],
    ["line", new LogisticRegression({ classWeight: "balanced" })],
  ]);
}

/** Balanced accuracy on held-out games, all predictions pooled, with an interval over tracks. */
export function acrossGames(mood: Dataset, X: Matrix = mood.X): { score: number; predictions: string[] } {
  const predictions = crossValPredict(moodModel(), X, mood.y, {
    cv: new LeaveOneGroupOut(),
    groups: mood.groups,
  }) as string[];
  return { score: metrics.balancedAccuracy(mood.y, predictions), predictions };
}

/** The same with rows, or tracks, held out at random: five folds. */
export function withinGames(mood: Dataset): { rows: number; tracks: number } {
  const pieces = mood.column("piece") as string[];
  const score = (cv: StratifiedKFold | StratifiedGroupKFold, groups?: string[]) =>
    metrics.balancedAccuracy(
      mood.y,
      crossValPredict(moodModel(), mood.X, mood.y, { cv, groups }) as string[],
    );
  return {
    rows: score(new StratifiedKFold({ nSplits: 5, shuffle: true, randomState: 0 })),
    tracks: score(new StratifiedGroupKFold({ nSplits: 5, shuffle: true, randomState: 0 }), pieces),
  };
}

/** Balanced accuracies on held-out games with the moods shuffled among the tracks of each game. */
export function byChance(mood: Dataset, permutations = PERMUTATIONS): number[] {
  const random = new RandomState(0);
  const pieces = mood.column("piece") as string[];
  return Array.from({ length: permutations }, () => {
    const shuffled = new Map<string, string>();
    for (const game of new Set(mood.groups)) {
      const own = [...new Set(pieces.filter((_, i) => mood.groups[i] === game))];
      const moods = own.map((piece) => mood.y[pieces.indexOf(piece)]);
      const order = random.permutation(own.length);
      for (const [k, piece] of own.entries()) shuffled.set(piece, moods[order[k]]);
    }
    const y = pieces.map((piece) => shuffled.get(piece)!);
    const predictions = crossValPredict(moodModel(), mood.X, y, {
      cv: new LeaveOneGroupOut(),
      groups: mood.groups,
    });
    return metrics.balancedAccuracy(y, predictions as string[]);
  }).sort((a, b) => a - b);
}

/** How well one feature alone tells the moods apart on held-out games, the best first. */
export function singleFeatures(mood: Dataset): { name: string; score: number }[] {
  return mood.featureNames
    .map((name) => ({ name, score: acrossGames(mood, mood.select([name])).score }))
    .sort((a, b) => b.score - a.score);
}

/** The balanced accuracies between which 95 % of 1,000 draws of as many tracks lie. */
export function intervalOf(mood: Dataset, predictions: string[]): [number, number] {
  const random = new RandomState(0);
  const pieces = mood.column("piece") as string[];
  const rowsOf = new Map<string, number[]>();
  for (const [i, piece] of pieces.entries()) rowsOf.set(piece, [...(rowsOf.get(piece) ?? []), i]);
  const tracks = [...rowsOf.values()];
  const scores = Array.from({ length: 1000 }, () => {
    const rows = tracks.flatMap(() => tracks[random.integers(0, tracks.length)]);
    return metrics.balancedAccuracy(
      rows.map((i) => mood.y[i]),
      rows.map((i) => predictions[i]),
    );
  }).sort((x, y) => x - y);
  return [scores[25], scores[975]];
}

if (import.meta.main) {
  const mood = openDataset("mood");
  const { score, predictions } = acrossGames(mood);
  const [low, high] = intervalOf(mood, predictions);
  console.log(`held-out games: ${score.toFixed(3)} [${low.toFixed(2)}, ${high.toFixed(2)}]`);
  for (const game of new Set(mood.groups)) {
    const rows = mood.groups.flatMap((other, i) => (other === game ? [i] : []));
    const of = (labels: string[]) => rows.map((i) => labels[i]);
    console.log(
      `  ${game}: ${metrics.balancedAccuracy(of(mood.y), of(predictions)).toFixed(2)} (${rows.length} rows)`,
    );
  }
  const within = withinGames(mood);
  console.log("rows at random:", within.rows.toFixed(3), "tracks:", within.tracks.toFixed(3));
  for (const { name, score: alone } of singleFeatures(mood))
    console.log(`  ${name} alone: ${alone.toFixed(2)}`);
  const chance = byChance(mood);
  const above = chance.filter((value) => value >= score).length;
  console.log(
    `moods shuffled within games, ${chance.length} times: median ${chance[chance.length / 2].toFixed(2)}`,
    `95th percentile ${chance[Math.floor(0.95 * chance.length)].toFixed(2)}, p = ${((above + 1) / (chance.length + 1)).toFixed(3)}`,
  );
}
