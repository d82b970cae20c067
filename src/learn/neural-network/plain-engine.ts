import type { Matrix } from "../base/matrix.ts";
import { timesSteepness } from "./activation.ts";
import type { Batch, CreateEngine, Gradient } from "./engine.ts";
import { forward, outputsOf } from "./forward.ts";
import { answersOf } from "./output.ts";
import { createSolver } from "./solvers.ts";
import type { Weights } from "./weights.ts";

/** The arithmetic of a training in plain TypeScript, in double precision. */
export const plainEngine: CreateEngine = (task) => {
  const { activation, alpha, output, training } = task;
  const weights = copied(task.start);
  const { coefs, intercepts, widths } = weights;
  const outputs = widths.at(-1)!;
  const lists = [...coefs, ...intercepts];
  const solvers = lists.map(({ length }) => createSolver(task, length));

  function gradient({ rows, masks }: Batch): Gradient {
    const X = { data: training.X.selectRows(rows).data, rows: rows.length };
    const said = forward(weights, X, activation, masks);
    let slopes = answersOf(said.at(-1)!.slice(), output, outputs);
    for (let i = 0; i < rows.length; i++) {
      for (let o = 0; o < outputs; o++) {
        const at = i * outputs + o;
        slopes[at] = (slopes[at]! - training.targets[rows[i]! * outputs + o]!) / rows.length;
      }
    }
    const found: Gradient = { coefs: [], intercepts: [] };
    for (let l = coefs.length - 1; l >= 0; l--) {
      found.coefs.unshift(ofWeights(said[l]!, slopes, coefs[l]!, alpha / rows.length, rows.length));
      found.intercepts.unshift(columnSums(slopes, widths[l + 1]!));
      if (l === 0) break;
      slopes = backwards(slopes, coefs[l]!, rows.length);
      const mask = masks?.[l - 1];
      // A unit that was left out is 0 whatever it would have said, so its slope does not matter.
      if (mask) for (let i = 0; i < slopes.length; i++) slopes[i] = slopes[i]! * mask[i]!;
      timesSteepness(slopes, mask ? unmasked(said[l]!, mask) : said[l]!, activation);
    }
    return found;
  }

  const asRows = (X: Matrix) => ({ data: X.data, rows: X.rows });
  return {
    gradient,
    step: (batch) => {
      const { coefs: ofCoefs, intercepts: ofIntercepts } = gradient(batch);
      for (const [i, slopes] of [...ofCoefs, ...ofIntercepts].entries()) solvers[i]!(lists[i]!, slopes);
    },
    outputs: (of) => outputsOf(weights, asRows(task[of]!.X), activation),
    weights: () => copied(weights),
    dispose: () => {},
  };
};

function copied({ widths, coefs, intercepts }: Weights): Weights {
  return {
    widths: [...widths],
    coefs: coefs.map((values) => values.slice()),
    intercepts: intercepts.map((values) => values.slice()),
  };
}

/** What the units said before some were left out and the others made up for them. */
function unmasked(said: Float64Array, mask: Float64Array): Float64Array {
  return said.map((value, i) => (mask[i] === 0 ? 0 : value / mask[i]!));
}

/** The slopes along the weights of a layer: inputsᵀ × slopes, and `penalty` × the weights. */
function ofWeights(
  said: Float64Array,
  slopes: Float64Array,
  coefs: Float64Array,
  penalty: number,
  rows: number,
): Float64Array {
  const units = slopes.length / rows;
  const inputs = said.length / rows;
  const found = coefs.map((weight) => penalty * weight);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inputs; k++) {
      const value = said[i * inputs + k]!;
      if (value === 0) continue;
      for (let u = 0; u < units; u++) {
        const at = k * units + u;
        found[at] = found[at]! + value * slopes[i * units + u]!;
      }
    }
  }
  return found;
}

function columnSums(slopes: Float64Array, units: number): Float64Array {
  const sums = new Float64Array(units);
  for (let i = 0; i < slopes.length; i++) sums[i % units] = sums[i % units]! + slopes[i]!;
  return sums;
}

/** The slopes along what the layer before said: slopes × weightsᵀ. */
function backwards(slopes: Float64Array, coefs: Float64Array, rows: number): Float64Array {
  const units = slopes.length / rows;
  const inputs = coefs.length / units;
  const found = new Float64Array(rows * inputs);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inputs; k++) {
      let sum = 0;
      for (let u = 0; u < units; u++) sum += slopes[i * units + u]! * coefs[k * units + u]!;
      found[i * inputs + k] = sum;
    }
  }
  return found;
}
