// node scripts/run.mjs datasets/ratings/baselines.ts prints the figures that the datasheet quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import { KFold, MatrixFactorization, type Ratings, UserNeighbors } from "../../src/learn/index.ts";
import { DampedBiases } from "./damped-biases.ts";

type Triple = [student: string, lecturer: string, rating: number];
type Model = { fit(ratings: Ratings): unknown; predict(pairs: Ratings): number[] };

const sgd = { solver: "sgd", learningRate: 0.01, tol: 0, randomState: 0 } as const;

/** What is compared. The strengths were chosen among a few with these same folds, for all models alike. */
const models: Record<string, () => Model> = {
  "the mean of all ratings": () => new DampedBiases(Number.POSITIVE_INFINITY),
  "biases of student and lecturer": () => new DampedBiases(5),
  "biases and 2 factors": () =>
    new MatrixFactorization({ nFactors: 2, regularization: 0.2, maxIter: 20, ...sgd }),
  "biases and 10 factors": () =>
    new MatrixFactorization({ nFactors: 10, regularization: 0.2, maxIter: 20, ...sgd }),
  "biases and 10 factors, longer and hardly held back": () =>
    new MatrixFactorization({ nFactors: 10, regularization: 0.02, maxIter: 40, ...sgd }),
  "20 most similar students": () => new UserNeighbors({ k: 20 }),
};

/** The names of the models, in the order of the datasheet. */
export const ratingsModels = Object.keys(models);

/** The root of the mean squared error of a model on held-out ratings: 5 folds, shuffled, all predictions pooled. */
export function ratingsError(name: string): number {
  const data = openDataset("ratings");
  const column = (each: string) => data.column(each);
  const [students, lecturers, ratings] = ["student", "lecturer", "rating"].map(column);
  const triples = students!.map((student, i) => [student, lecturers![i], ratings![i]] as Triple);
  const folds = new KFold({ nSplits: 5, shuffle: true, randomState: 0 }).split(data.X);
  let squares = 0;
  for (const { train, test } of folds) {
    const model = models[name]!();
    model.fit(Array.from(train, (i) => triples[i]!));
    const held = Array.from(test, (i) => triples[i]!);
    for (const [i, guess] of model.predict(held).entries()) squares += (guess - held[i]![2]) ** 2;
  }
  return Math.sqrt(squares / triples.length);
}

if (import.meta.main) {
  for (const name of ratingsModels) console.log(`${name}: RMSE ${ratingsError(name).toFixed(3)}`);
}
