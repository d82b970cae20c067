import { expect, test } from "vitest";
import { Matrix, RandomState } from "../../../../src/learn/index.ts";
import { activationNames } from "../../../../src/learn/neural-network/activation.ts";
import type { EngineTask } from "../../../../src/learn/neural-network/engine.ts";
import { forward } from "../../../../src/learn/neural-network/forward.ts";
import { type Output, qualityOf } from "../../../../src/learn/neural-network/output.ts";
import { plainEngine } from "../../../../src/learn/neural-network/plain-engine.ts";
import { taskOf } from "./task-of.ts";

const rows = Int32Array.from([4, 0, 7, 2, 9]);
const cases = (["softmax", "logistic", "identity"] as Output[]).flatMap((output) =>
  activationNames.flatMap((activation) => [0, 0.4].map((dropout) => ({ output, activation, dropout }))),
);

/** What the gradient is the slope of: the loss of a batch, and the penalty. */
function lossOf(task: EngineTask, masks: Float64Array[] | null): number {
  const { output, alpha, start, training } = task;
  const width = start.widths.at(-1)!;
  const X = { data: training.X.selectRows(rows).data, rows: rows.length };
  const sums = forward(start, X, task.activation, masks).at(-1)!;
  const targets = new Matrix(training.targets, training.X.rows, width).selectRows(rows).data;
  const { loss } = qualityOf(sums, targets, output, width);
  const squares = start.coefs.flatMap((values) => [...values]).reduce((sum, value) => sum + value * value, 0);
  // The slope of half the squared error is what scikit-learn follows.
  return loss / (output === "identity" ? 2 : 1) + (alpha / 2 / rows.length) * squares;
}

test.each(cases)(
  "the slopes of a $output network of $activation units, dropout $dropout, are those of small steps",
  ({ output, activation, dropout }) => {
    const task = taskOf({ output, activation });
    const random = new RandomState(3);
    const masks =
      dropout === 0
        ? null
        : task.start.widths
            .slice(1, -1)
            .map((units) =>
              Float64Array.from({ length: rows.length * units }, () =>
                random.random() < dropout ? 0 : 1 / (1 - dropout),
              ),
            );
    const { coefs, intercepts } = plainEngine(task).gradient({ rows, masks });
    const { start } = task;
    const step = 1e-6;
    for (const [weights, slopes] of [
      ...start.coefs.map((values, l) => [values, coefs[l]!] as const),
      ...start.intercepts.map((values, l) => [values, intercepts[l]!] as const),
    ]) {
      for (let i = 0; i < weights.length; i++) {
        const before = weights[i]!;
        weights[i] = before + step;
        const above = lossOf(task, masks);
        weights[i] = before - step;
        const slope = (above - lossOf(task, masks)) / (2 * step);
        weights[i] = before;
        // Half of the digits are lost in the difference.
        expect(Math.abs(slope - slopes[i]!)).toBeLessThan(1e-6);
      }
    }
  },
);
