// node scripts/run.mjs datasets/exam/baselines.ts prints the figures that the datasheet quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import {
  ColumnTransformer,
  crossValidate,
  crossValPredict,
  GroupKFold,
  KFold,
  metrics,
  OneHotEncoder,
  Pipeline,
  Ridge,
} from "../../src/learn/index.ts";

/** R² of a linear model on rows that were held out at random, and on schools that were held out. */
export type ExamBaseline = { random: number; schools: number };

/** The models of the datasheet, by name: 10 folds, all predictions pooled. */
export function examBaselines(): Record<string, ExamBaseline> {
  const data = openDataset("exam");
  const y = data.column("score") as number[];
  const rows = Array.from({ length: data.X.rows }, (_, i) => [...data.X.row(i), data.groups[i]!]);
  const all = data.featureNames.map((_, column) => column);
  const held = (columns: number[], dummies: boolean): ExamBaseline => {
    const parts = [
      ["numbers", "passthrough", columns] as const,
      ...(dummies ? [["school", new OneHotEncoder({ handleUnknown: "ignore" }), [all.length]] as const] : []),
    ];
    const model = new Pipeline([
      ["columns", new ColumnTransformer({ transformers: parts })],
      ["line", new Ridge({ alpha: 1 })],
    ]);
    const score = (cv: KFold | GroupKFold) => {
      const { pooled } = crossValidate(model, rows, y, { cv, groups: data.groups });
      return metrics.r2(y, pooled.predictions as number[]);
    };
    return {
      random: score(new KFold({ nSplits: 10, shuffle: true, randomState: 0 })),
      schools: score(new GroupKFold({ nSplits: 10 })),
    };
  };
  return {
    "score at eleven": held([0], false),
    "all five columns": held(all, false),
    "score at eleven and which school": held([0], true),
  };
}

/**
 * How far the scores of girls and of boys lie above what the score at eleven alone predicts for them, in the mean:
 * in all schools, and in the mixed ones, where both sat in the same classes. Schools are held out.
 */
export function examGaps(): Record<
  "girls" | "boys" | "girls in mixed schools" | "boys in mixed schools",
  number
> {
  const data = openDataset("exam");
  const y = data.column("score") as number[];
  const cv = new GroupKFold({ nSplits: 10 });
  const guesses = crossValPredict(new Ridge({ alpha: 1 }), data.select(["intake"]), y, {
    cv,
    groups: data.groups,
  });
  const girl = data.column("girl");
  const kind = data.column("schoolKind");
  const above = (isGirl: number, kinds: string[]) => {
    const rows = y.flatMap((_, i) => (girl[i] === isGirl && kinds.includes(String(kind[i])) ? [i] : []));
    return rows.reduce((sum, i) => sum + y[i]! - Number(guesses[i]), 0) / rows.length;
  };
  const all = ["mixed", "boys", "girls"];
  return {
    girls: above(1, all),
    boys: above(0, all),
    "girls in mixed schools": above(1, ["mixed"]),
    "boys in mixed schools": above(0, ["mixed"]),
  };
}

if (import.meta.main) {
  for (const [name, { random, schools }] of Object.entries(examBaselines())) {
    console.log(`${name}: R² ${random.toFixed(3)} random, ${schools.toFixed(3)} unseen schools`);
  }
  for (const [name, gap] of Object.entries(examGaps())) {
    console.log(`${name}: ${gap.toFixed(3)} above what their score at eleven predicts`);
  }
}
