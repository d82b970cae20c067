import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Matrix } from "../../../src/learn/index.ts";
import { root } from "../../lib/root.ts";
import { benchSlider } from "./bench-slider.ts";
import { best } from "./best.ts";
import type { Benched } from "./models.ts";
import { makeTasks, type Task } from "./tasks.ts";

/** Best times in ms, all folds together, and what was predicted for each fold's test rows. */
type Result = { fit: number; predict: number; answers: number[][] };

export function use(model: Benched, X: Matrix): ArrayLike<unknown> {
  return model.predict ? model.predict(X) : model.transform!(X).data;
}

function runOurs({ model, X, y, folds, repeats }: Task): Result {
  const table = Matrix.from(X);
  const result: Result = { fit: 0, predict: 0, answers: [] };
  for (const { train, test } of folds) {
    const [Xs, Xt, ys] = [table.selectRows(train), table.selectRows(test), train.map((i) => y[i]!)];
    const fitted = best(repeats, () => {
      const learner = model.ours();
      learner.fit(Xs, ys);
      return learner;
    });
    const used = best(repeats, () => use(fitted.result, Xt));
    result.fit += fitted.ms;
    result.predict += used.ms;
    result.answers.push(Array.from(used.result, Number));
  }
  return result;
}

function runScikitLearn(tasks: Task[]): Result[] | undefined {
  // Debian's own Python has Debian's python3-sklearn, whatever else is on the PATH.
  for (const python of ["/usr/bin/python3", "python3"]) {
    const { status, stdout } = spawnSync(python, [join(root, "scripts/bench/learn/sklearn_side.py")], {
      input: JSON.stringify(tasks),
      encoding: "utf8",
      maxBuffer: 1e9,
      env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
    });
    if (status === 0) return JSON.parse(stdout) as Result[];
  }
  return undefined;
}

/** The share of answers that differ by less than a millionth. */
function agreement(a: number[][], b: number[][]): string {
  const ours = a.flat();
  const theirs = b.flat();
  const same = ours.filter((value, i) => Math.abs(value - theirs[i]!) <= 1e-6 * Math.max(1, Math.abs(value)));
  return `${((100 * same.length) / ours.length).toFixed(1)} %`;
}

function row(task: Task, ours: Result, theirs: Result | undefined): Record<string, string | number> {
  const shown = {
    model: task.model.name,
    size: `${task.X.length} × ${task.X[0]!.length}`,
    "fit, ms": ours.fit.toFixed(1),
    "predict, ms": ours.predict.toFixed(1),
  };
  if (!theirs) return shown;
  const ratio = (ours.fit + ours.predict) / (theirs.fit + theirs.predict);
  return {
    ...shown,
    "sklearn's fit": theirs.fit.toFixed(1),
    "sklearn's predict": theirs.predict.toFixed(1),
    ratio: ratio.toFixed(2),
    target: task.model.target,
    met: ratio <= task.model.target ? "yes" : "NO",
    same: agreement(ours.answers, theirs.answers),
  };
}

/** Our learners against scikit-learn, in one run, each on one thread: best times of five folds, and their ratio. */
export function benchLearn(wanted: readonly string[]): void {
  const tasks = makeTasks(wanted);
  const theirs = runScikitLearn(tasks);
  if (!theirs) console.log("scikit-learn is not installed (Debian: python3-sklearn): only our own times.");
  console.table(tasks.map((task, i) => row(task, runOurs(task), theirs?.[i])));
  benchSlider(wanted);
}
