// node scripts/run.mjs datasets/songtexts/baselines.ts prints the figures that the datasheet quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import {
  CountVectorizer,
  crossValidate,
  LogisticRegression,
  MultinomialNB,
  metrics,
  Pipeline,
  StratifiedGroupKFold,
  TfidfVectorizer,
} from "../../src/learn/index.ts";
import type { Value } from "../../src/stdlib/data/columns.ts";

const FOLDS = 10;

/** How many of the texts a model names rightly: 10 folds that keep a song together, all predictions pooled. */
export function genreAccuracies(): Record<string, number> {
  const data = openDataset("songtexts");
  const texts = data.column("wording") as string[];
  const cv = new StratifiedGroupKFold({ nSplits: FOLDS, shuffle: true, randomState: 0 });
  const held = (model: Parameters<typeof crossValidate>[0], X: Parameters<typeof crossValidate>[1]) => {
    const { pooled } = crossValidate(model, X, data.y, { cv, groups: data.groups });
    return metrics.accuracy(data.y, pooled.predictions as string[]);
  };
  const logistic = new Pipeline([
    ["words", new TfidfVectorizer()],
    ["line", new LogisticRegression({ C: 10 })],
  ]);
  return {
    "always praise": data.y.filter((genre) => genre === "praise").length / data.y.length,
    "naive Bayes on the counts": held(new MultinomialNB(), data.X),
    "naive Bayes on all words": held(
      new Pipeline([
        ["words", new CountVectorizer()],
        ["bayes", new MultinomialNB()],
      ]),
      texts,
    ),
    "logistic regression on tf-idf of all words": held(logistic, texts),
  };
}

/** How well the valence alone tells praise from lament: the area under the ROC curve. */
export function lexiconAuc(): number {
  const data = openDataset("songtexts");
  return metrics.rocAuc(
    data.y.map((genre) => (genre === "praise" ? 1 : 0)),
    data.column("valence") as number[],
  );
}

/** How far two labels agree where both are there: how many rows, the share that agrees, Cohen's kappa. */
export function agreement(first: string, second: string): { rows: number; share: number; kappa: number } {
  const data = openDataset("songtexts");
  const of = (name: string): readonly Value[] => (name === "genre" ? data.y : data.column(name));
  const [a, b] = [of(first), of(second)];
  const rows = a.flatMap((label, i) => (label !== null && b[i] !== null ? [i] : []));
  const share = rows.filter((i) => same(a[i]!, b[i]!)).length / rows.length;
  const bright = (labels: readonly Value[]) =>
    rows.filter((i) => BRIGHT.has(labels[i]!)).length / rows.length;
  const byChance = bright(a) * bright(b) + (1 - bright(a)) * (1 - bright(b));
  return { rows: rows.length, share, kappa: (share - byChance) / (1 - byChance) };
}

const BRIGHT = new Set<Value>(["praise", "glad"]);
const same = (a: Value, b: Value) => BRIGHT.has(a) === BRIGHT.has(b);

if (import.meta.main) {
  for (const [name, accuracy] of Object.entries(genreAccuracies()))
    console.log(`${name}: ${accuracy.toFixed(2)}`);
  console.log(`AUC of the lexicon: ${lexiconAuc().toFixed(2)}`);
  for (const [a, b] of [
    ["genre", "genreByWords"],
    ["moodByWords", "moodByLexicon"],
    ["genre", "moodByWords"],
    ["genre", "moodByLexicon"],
  ] as const) {
    const { rows, share, kappa } = agreement(a, b);
    console.log(`${a} and ${b}: ${rows} rows, ${share.toFixed(2)} agree, kappa ${kappa.toFixed(2)}`);
  }
}
