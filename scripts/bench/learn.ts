import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { DecisionTreeClassifier, KNeighborsClassifier, Matrix, RandomState } from "../../src/learn/index.ts";
import { root } from "../lib/root.ts";

const REPEATS = 9;
const SIZES = [
  { rows: 1000, cols: 57, classes: 10 },
  { rows: 400, cols: 20, classes: 6 },
];
const MODELS = {
  KNeighborsClassifier: () => new KNeighborsClassifier({ nNeighbors: 5 }),
  DecisionTreeClassifier: () => new DecisionTreeClassifier({ randomState: 0 }),
};

type ModelName = keyof typeof MODELS;
type Task = {
  model: ModelName;
  X: number[][];
  y: number[];
  train: number[];
  test: number[];
  repeats: number;
};
/** Best time of some repeats, in ms, and what was predicted for the test rows. */
type Result = { fit: number; predict: number; predictions: number[] };

/** Clouds that overlap, one a class; a fifth of the rows is for testing. */
function makeTask(model: ModelName, { rows, cols, classes }: (typeof SIZES)[number]): Task {
  const random = new RandomState(7);
  const table = (n: number, spread: number) =>
    Array.from({ length: n }, () => Array.from({ length: cols }, () => random.normal(0, spread)));
  const centres = table(classes, 0.5);
  const y = Array.from({ length: rows }, (_, i) => i % classes);
  const X = table(rows, 1).map((row, i) => row.map((value, j) => value + centres[y[i]!]![j]!));
  const order = random.permutation(rows);
  const split = Math.round(0.8 * rows);
  return { model, X, y, train: order.slice(0, split), test: order.slice(split), repeats: REPEATS };
}

function best<T>(work: () => T): { ms: number; result: T } {
  let ms = Number.POSITIVE_INFINITY;
  let result!: T;
  for (let i = 0; i < REPEATS; i += 1) {
    const started = performance.now();
    result = work();
    ms = Math.min(ms, performance.now() - started);
  }
  return { ms, result };
}

function runOurs({ model, X, y, train, test }: Task): Result {
  const table = Matrix.from(X);
  const Xs = table.selectRows(train);
  const Xt = table.selectRows(test);
  const ys = train.map((i) => y[i]!);
  const fit = best(() => MODELS[model]().fit(Xs, ys));
  const predict = best(() => fit.result.predict(Xt));
  return { fit: fit.ms, predict: predict.ms, predictions: [...predict.result] as number[] };
}

function runScikitLearn(tasks: Task[]): Result[] | undefined {
  // Debian's own Python has Debian's python3-sklearn, whatever else is on the PATH.
  for (const python of ["/usr/bin/python3", "python3"]) {
    const { status, stdout } = spawnSync(python, [join(root, "scripts/bench/learn-sklearn.py")], {
      input: JSON.stringify(tasks),
      encoding: "utf8",
      maxBuffer: 1e8,
      env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
    });
    if (status === 0) return JSON.parse(stdout) as Result[];
  }
  return undefined;
}

function accuracy(task: Task, { predictions }: Result): string {
  const right = task.test.filter((row, i) => task.y[row] === predictions[i]).length;
  return (right / task.test.length).toFixed(3);
}

function row(task: Task, ours: Result, theirs: Result | undefined): Record<string, string> {
  const shown: Record<string, string> = {
    model: task.model,
    size: `${task.X.length} × ${task.X[0]!.length}`,
    "fit, ms": ours.fit.toFixed(2),
    "predict, ms": ours.predict.toFixed(2),
    accuracy: accuracy(task, ours),
  };
  if (!theirs) return shown;
  const same = theirs.predictions.filter((label, i) => label === ours.predictions[i]).length;
  return {
    ...shown,
    "fit / sklearn": (ours.fit / theirs.fit).toFixed(2),
    "predict / sklearn": (ours.predict / theirs.predict).toFixed(2),
    "same predictions": `${same} of ${task.test.length}`,
  };
}

/** Our learners against scikit-learn, in one run, each on one thread: best times, and their ratio. */
export function benchLearn(): void {
  const tasks = SIZES.flatMap((size) =>
    (Object.keys(MODELS) as ModelName[]).map((model) => makeTask(model, size)),
  );
  const theirs = runScikitLearn(tasks);
  if (!theirs) console.log("scikit-learn is not installed (Debian: python3-sklearn): only our own times.");
  console.table(tasks.map((task, i) => row(task, runOurs(task), theirs?.[i])));
}
