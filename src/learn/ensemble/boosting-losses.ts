import { pairwiseSum } from "../base/pairwise-sum.ts";

/** What boosting makes small. Raw predictions, gradients and hessians lie tree after tree, one item a row. */
export type BoostingLoss = {
  /** How many trees are grown in each round. */
  readonly width: number;
  /** The raw predictions before the first round. */
  baseline(): Float64Array;
  /** Writes gradients and hessians at the raw predictions, and returns the mean loss there. */
  differentiate(raw: Float64Array, gradients: Float32Array, hessians: Float32Array): number;
};

/** The log loss of two classes, 0 and 1. */
export function binaryLoss(codes: Int32Array, weights: Float64Array | null): BoostingLoss {
  const rows = codes.length;
  return {
    width: 1,
    baseline() {
      const least = 10 * Number.EPSILON;
      const share = Math.min(1 - least, Math.max(least, shareOf(codes, 1, weights)));
      return Float64Array.of(Math.log(share / (1 - share)));
    },
    differentiate(raw, gradients, hessians) {
      let loss = 0;
      for (let i = 0; i < rows; i++) {
        const weight = weights === null ? 1 : weights[i]!;
        // Of the size that does not overflow.
        const small = Math.exp(-Math.abs(raw[i]!));
        const one = raw[i]! > 0 ? 1 / (1 + small) : small / (1 + small);
        const hessian = small / ((1 + small) * (1 + small));
        gradients[i] = (codes[i] === 1 ? one - 1 : one) * weight;
        hessians[i] = hessian * weight;
        const against = codes[i] === 1 ? -raw[i]! : raw[i]!;
        loss += weight * (Math.log1p(small) + Math.max(0, against));
      }
      return loss / totalOf(weights, rows);
    },
  };
}

/** The log loss of several classes; a tree for each. */
export function multiclassLoss(codes: Int32Array, width: number, weights: Float64Array | null): BoostingLoss {
  const rows = codes.length;
  const exps = new Float64Array(width);
  return {
    width,
    baseline() {
      const shares = Float64Array.from({ length: width }, (_, c) => {
        return Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, shareOf(codes, c, weights)));
      });
      const middle = Math.exp(pairwiseSum(shares.map(Math.log)) / width);
      return shares.map((share) => Math.log(share / middle));
    },
    differentiate(raw, gradients, hessians) {
      let loss = 0;
      for (let i = 0; i < rows; i++) {
        let largest = raw[i]!;
        for (let c = 1; c < width; c++) largest = Math.max(largest, raw[c * rows + i]!);
        let sum = 0;
        for (let c = 0; c < width; c++) {
          exps[c] = Math.exp(raw[c * rows + i]! - largest);
          sum += exps[c]!;
        }
        const weight = weights === null ? 1 : weights[i]!;
        const code = codes[i]!;
        for (let c = 0; c < width; c++) {
          const share = exps[c]! / sum;
          const at = c * rows + i;
          gradients[at] = (c === code ? share - 1 : share) * weight;
          hessians[at] = share * (1 - share) * weight;
        }
        loss += weight * (Math.log(sum) + largest - raw[code * rows + i]!);
      }
      return loss / totalOf(weights, rows);
    },
  };
}

/** Half the squared error of numbers. */
export function squaredLoss(target: Float64Array, weights: Float64Array | null): BoostingLoss {
  const rows = target.length;
  return {
    width: 1,
    baseline() {
      return Float64Array.of(meanOf(target, weights));
    },
    differentiate(raw, gradients, hessians) {
      let loss = 0;
      for (let i = 0; i < rows; i++) {
        const weight = weights === null ? 1 : weights[i]!;
        const difference = raw[i]! - target[i]!;
        gradients[i] = difference * weight;
        hessians[i] = weight;
        loss += 0.5 * weight * difference * difference;
      }
      return loss / totalOf(weights, rows);
    },
  };
}

function totalOf(weights: Float64Array | null, rows: number): number {
  return weights === null ? rows : pairwiseSum(weights);
}

/** The weighted mean, summed as numpy does: a last bit here can become another tree later. */
function meanOf(values: Float64Array, weights: Float64Array | null): number {
  const weighted = weights === null ? values : values.map((value, i) => value * weights[i]!);
  return pairwiseSum(weighted) / totalOf(weights, values.length);
}

function shareOf(codes: Int32Array, code: number, weights: Float64Array | null): number {
  return meanOf(
    Float64Array.from(codes, (other) => (other === code ? 1 : 0)),
    weights,
  );
}
