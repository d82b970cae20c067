// node scripts/run.mjs datasets/moods/baselines.ts prints the figures that the datasheet quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import { KFold, Matrix, PCA, SimpleImputer, StandardScaler } from "../../src/learn/index.ts";

/** What the principal components of the standardised answers are: their share, and each word's part in them. */
export function moodComponents(count = 3): { share: number; parts: [word: string, part: number][] }[] {
  const { X, featureNames } = openDataset("moods");
  const { components, explainedVarianceRatio } = new PCA().fit(new StandardScaler().fitTransform(X));
  return Array.from({ length: count }, (_, k) => ({
    share: explainedVarianceRatio[k]!,
    parts: featureNames
      .map((word, j): [string, number] => [word, components.row(k)[j]!])
      .sort(([, a], [, b]) => b - a),
  }));
}

/**
 * How far those who were given caffeine lie above those who were given a placebo on the first two components, in
 * standard deviations (Cohen's d). Who got which was drawn by lot.
 */
export function caffeineEffect(): { people: [placebo: number, caffeine: number]; d: number[] } {
  const data = openDataset("moods");
  const scores = new PCA({ nComponents: 2 }).fitTransform(new StandardScaler().fitTransform(data.X));
  const drug = data.column("drug");
  const of = (name: string, k: number) =>
    drug.flatMap((each, i) => (each === name ? [scores.row(i)[k]!] : []));
  const d = [0, 1].map((k) => {
    const [placebo, caffeine] = [moments(of("placebo", k)), moments(of("caffeine", k))];
    return (caffeine.mean - placebo.mean) / Math.sqrt((caffeine.variance + placebo.variance) / 2);
  });
  return { people: [of("placebo", 0).length, of("caffeine", 0).length], d };
}

/**
 * The root of the mean squared error when a tenth of the answers is hidden and filled in: by the word's mean, and by
 * what two components say of the rest (the hidden answers starting at the mean, 20 rounds).
 */
export function fillingIn(): { mean: number; components: number } {
  const { X } = openDataset("moods");
  const { rows, cols } = X;
  const cells = new Matrix(new Float64Array(rows * cols), rows * cols, 1);
  const [fold] = new KFold({ nSplits: 10, shuffle: true, randomState: 0 }).split(cells);
  const holes = Array.from(fold!.test);
  const known = X.data.slice();
  for (const cell of holes) known[cell] = Number.NaN;
  const filled = new SimpleImputer().fitTransform(new Matrix(known, rows, cols));
  const error = (guess: Matrix) =>
    Math.sqrt(holes.reduce((sum, cell) => sum + (guess.data[cell]! - X.data[cell]!) ** 2, 0) / holes.length);
  const mean = error(filled);
  let current = filled;
  for (let round = 0; round < 20; round++) {
    const pca = new PCA({ nComponents: 2 }).fit(current);
    const again = pca.inverseTransform(pca.transform(current));
    const next = current.data.slice();
    for (const cell of holes) next[cell] = again.data[cell]!;
    current = new Matrix(next, rows, cols);
  }
  return { mean, components: error(current) };
}

function moments(values: number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

if (import.meta.main) {
  for (const [k, { share, parts }] of moodComponents().entries()) {
    const few = [...parts.slice(0, 5), ...parts.slice(-5)].map(
      ([word, part]) => `${word} ${part.toFixed(2)}`,
    );
    console.log(`component ${k + 1}: ${(100 * share).toFixed(1)} %: ${few.join(", ")}`);
  }
  console.log("caffeine against placebo:", caffeineEffect());
  console.log("a tenth of the answers filled in, RMSE:", fillingIn());
}
