// node scripts/run.mjs datasets/listening/baselines.ts prints the figures that the datasheet quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import {
  crossValidate,
  KFold,
  KMeans,
  KNeighborsClassifier,
  Matrix,
  MatrixFactorization,
  metrics,
  type Ratings,
  StratifiedKFold,
} from "../../src/learn/index.ts";
import { DampedBiases } from "../ratings/damped-biases.ts";

type Triple = [listener: string, track: string, strength: number];

const data = openDataset("listening");
const TASTES = data.classNames.length;
const RECOMMENDED = 10;

/** Each listener's plays by genre divided by all of his or her plays. */
export function genreShares(): Matrix {
  const { rows, cols } = data.X;
  const sums = Array.from({ length: rows }, (_, i) => data.X.row(i).reduce((a, b) => a + b, 0));
  return new Matrix(
    data.X.data.map((plays, i) => plays / sums[Math.floor(i / cols)]!),
    rows,
    cols,
  );
}

/** How well k-means finds the planted tastes again (adjusted Rand index), in counts and in shares. */
export function tastesFound(): { counts: number; shares: number; silhouettes: Record<number, number> } {
  const clusters = (X: Matrix, nClusters: number) =>
    new KMeans({ nClusters, nInit: 10, randomState: 0 }).fitPredict(X);
  const shares = genreShares();
  const silhouette = (k: number) => metrics.silhouette(shares, clusters(shares, k));
  return {
    counts: metrics.adjustedRand(data.y, clusters(data.X, TASTES)),
    shares: metrics.adjustedRand(data.y, clusters(shares, TASTES)),
    silhouettes: Object.fromEntries([2, 3, 4, 5, 6, 7].map((k) => [k, silhouette(k)])),
  };
}

/** Accuracy of 15 nearest neighbours at telling the taste: 5 stratified folds. */
export function tastesTold(): { counts: number; shares: number } {
  const cv = new StratifiedKFold({ nSplits: 5, shuffle: true, randomState: 0 });
  const told = (X: Matrix) =>
    crossValidate(new KNeighborsClassifier({ nNeighbors: 15 }), X, data.y, { cv }).pooled.score;
  return { counts: told(data.X), shares: told(genreShares()) };
}

const plays = data.table("plays");
const triples = plays
  .column("listener")
  .map(
    (listener, i): Triple => [
      String(listener),
      String(plays.column("track")[i]),
      Math.log2(Number(plays.column("count")[i])),
    ],
  );
const folds = new KFold({ nSplits: 5, shuffle: true, randomState: 0 }).split(
  new Matrix(new Float64Array(triples.length), triples.length, 1),
);
const at = (rows: ArrayLike<number>) => Array.from(rows, (i) => triples[i]!);

const strengthModels: Record<
  string,
  () => { fit(ratings: Ratings): unknown; predict(pairs: Ratings): number[] }
> = {
  "the mean of all": () => new DampedBiases(Number.POSITIVE_INFINITY),
  "biases of listener and track": () => new DampedBiases(5),
  "biases and 10 factors": () =>
    new MatrixFactorization({
      nFactors: 10,
      solver: "sgd",
      regularization: 0.05,
      learningRate: 0.04,
      maxIter: 30,
      tol: 0,
      randomState: 0,
    }),
};

/** The root of the mean squared error of log2(count), as in `ratings`: 5 folds over the pairs that were played. */
export function strengthErrors(): Record<string, number> {
  const rmse = (make: (typeof strengthModels)[string]) => {
    let squares = 0;
    for (const { train, test } of folds) {
      const model = make();
      model.fit(at(train));
      const held = at(test);
      for (const [i, guess] of model.predict(held).entries()) squares += (guess - held[i]![2]) ** 2;
    }
    return Math.sqrt(squares / triples.length);
  };
  return Object.fromEntries(Object.entries(strengthModels).map(([name, make]) => [name, rmse(make)]));
}

/** The share of ten recommended tracks that are among those held out, on the first fold: most played, and by factors. */
export function recommended(): { mostPlayed: number; factors: number } {
  const [{ train, test }] = folds as [(typeof folds)[number]];
  const known = new Map<string, Set<string>>();
  const held = new Map<string, Set<string>>();
  const heard = new Map<string, number>();
  const add = (to: typeof known, [listener, track]: Triple) =>
    to.set(listener, (to.get(listener) ?? new Set()).add(track));
  for (const triple of at(train)) {
    add(known, triple);
    heard.set(triple[1], (heard.get(triple[1]) ?? 0) + 1);
  }
  for (const triple of at(test)) add(held, triple);
  const popular = [...heard].sort(([, a], [, b]) => b - a).map(([track]) => track);
  const counts = at(train).map(([listener, track, log]): Triple => [listener, track, 2 ** log]);
  const model = new MatrixFactorization({
    nFactors: 8,
    implicit: true,
    alpha: 2,
    regularization: 3,
    randomState: 0,
  });
  model.fit(counts);
  const precision = (recommend: (listener: string) => string[]) => {
    const hits = [...held].map(
      ([listener, tracks]) => recommend(listener).filter((track) => tracks.has(track)).length,
    );
    return hits.reduce((a, b) => a + b, 0) / (hits.length * RECOMMENDED);
  };
  return {
    mostPlayed: precision((listener) =>
      popular.filter((track) => !known.get(listener)?.has(track)).slice(0, RECOMMENDED),
    ),
    factors: precision((listener) =>
      model.recommend(listener, { n: RECOMMENDED }).map(({ item }) => String(item)),
    ),
  };
}

if (import.meta.main) {
  console.log("k-means, adjusted Rand index:", tastesFound());
  console.log("15 nearest neighbours, accuracy:", tastesTold());
  console.log("log2(count), RMSE:", strengthErrors());
  console.log("ten recommended, share held out:", recommended());
}
