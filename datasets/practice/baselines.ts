// node scripts/run.mjs datasets/practice/baselines.ts prints the figures that the datasheet quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import {
  crossValidate,
  GroupKFold,
  KFold,
  LinearRegression,
  Matrix,
  metrics,
  Pipeline,
  PolynomialFeatures,
  type Predictor,
  permutationImportance,
  RandomForestRegressor,
  Ridge,
  StandardScaler,
} from "../../src/learn/index.ts";
import { expectedScore, type Habits } from "./planted.ts";

const data = openDataset("practice");
const y = data.column("score") as number[];
const { X, groups } = data;
const SLOW_SHARE = data.featureNames.indexOf("slowShare");

/** The columns, and beside them the square of how far slow practice is from its middle. */
export const withSquare = Matrix.from(
  Array.from({ length: X.rows }, (_, i) => [...X.row(i), (X.row(i)[SLOW_SHARE]! - 40) ** 2]),
);

/** R² of a model on held-out rows, at random and teacher by teacher: 10 folds, all predictions pooled. */
export function practiceScore(model: Predictor, columns: Matrix = X): { random: number; teachers: number } {
  const score = (cv: KFold | GroupKFold) =>
    metrics.r2(y, crossValidate(model, columns, y, { cv, groups }).pooled.predictions as number[]);
  return {
    random: score(new KFold({ nSplits: 10, shuffle: true, randomState: 0 })),
    teachers: score(new GroupKFold({ nSplits: 10 })),
  };
}

export const practiceModels: Record<string, () => Predictor> = {
  "linear regression": () => new LinearRegression(),
  "the same with squares and products": () =>
    new Pipeline([
      ["scale", new StandardScaler()],
      ["products", new PolynomialFeatures({ degree: 2, includeBias: false })],
      ["line", new Ridge({ alpha: 10 })],
    ]),
  "forest of 200 trees": () => new RandomForestRegressor({ nEstimators: 200, randomState: 0 }),
};

/** R² of the planted effects themselves: what nobody can beat who does not know the teachers. */
export function plantedScore(): number {
  return metrics.r2(
    y,
    data.records().map((record) => expectedScore(record as Habits)),
  );
}

/** How much of the R² of a line goes when a column is shuffled, by column, on the rows that it learned from. */
export function practiceImportance(): Record<string, number> {
  const model = new LinearRegression().fit(X, y);
  const { importancesMean } = permutationImportance(model, X, y, { nRepeats: 20, randomState: 0 });
  return Object.fromEntries(data.featureNames.map((name, i) => [name, importancesMean[i]!]));
}

if (import.meta.main) {
  const line = (name: string, { random, teachers }: { random: number; teachers: number }) =>
    console.log(`${name}: R² ${random.toFixed(3)} random, ${teachers.toFixed(3)} unseen teachers`);
  line("score at the start alone", practiceScore(new LinearRegression(), data.select(["startScore"])));
  for (const [name, make] of Object.entries(practiceModels)) line(name, practiceScore(make()));
  line("linear regression with one square", practiceScore(new LinearRegression(), withSquare));
  console.log(`the planted effects: R² ${plantedScore().toFixed(3)}`);
  console.log(practiceImportance());
}
