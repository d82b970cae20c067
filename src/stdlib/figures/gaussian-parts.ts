import { Matrix } from "../../learn/base/matrix.ts";

/** One component of a mixture of normal distributions in one or two dimensions. */
export interface GaussianPart {
  weight: number;
  mean: readonly number[];
  /** The covariance matrix, row after row: one number, or four. */
  covariance: readonly number[];
}

/** A fitted GaussianMixture, or one step of its fit. */
export interface MixtureLike {
  weights: ArrayLike<number>;
  means: Matrix;
  covariances: Matrix | readonly Matrix[] | Float64Array;
  covarianceType?: string;
}

const identity = (cols: number, variance: number) => (cols === 1 ? [variance] : [variance, 0, 0, variance]);
const diagonal = (row: ArrayLike<number>) => (row.length === 1 ? [row[0]!] : [row[0]!, 0, 0, row[1]!]);

/**
 * The covariance matrix of each component, whatever shape they are stored in.
 * @throws RangeError when a square Matrix may be either one covariance for all or the variances of each component.
 */
function covariancesOf({ means, covariances, covarianceType }: MixtureLike): (readonly number[])[] {
  const { rows: k, cols } = means;
  if (covariances instanceof Float64Array) {
    return Array.from(covariances, (variance) => identity(cols, variance));
  }
  if (!(covariances instanceof Matrix)) return covariances.map(({ data }) => Array.from(data));
  const ambiguous = covariances.rows === k && covariances.rows === cols && cols > 1;
  if (ambiguous && covarianceType === undefined) {
    throw new RangeError(
      'mixtureFigure: say covarianceType, "tied" or "diag": a step with as many components as features does not tell.',
    );
  }
  const tied = ambiguous ? covarianceType === "tied" : covariances.rows === cols && covariances.rows !== k;
  return Array.from({ length: k }, (_, c) =>
    tied ? Array.from(covariances.data) : diagonal(covariances.row(c)),
  );
}

/** The components of a mixture in one or two dimensions. */
export function gaussianParts(mixture: MixtureLike): GaussianPart[] {
  const covariances = covariancesOf(mixture);
  return Array.from(mixture.weights, (weight, c) => ({
    weight,
    mean: Array.from(mixture.means.row(c)),
    covariance: covariances[c]!,
  }));
}

/** The density of a component at a point, its weight included. */
export function weightedDensity({ weight, mean, covariance }: GaussianPart, at: readonly number[]): number {
  const dx = at[0]! - mean[0]!;
  if (mean.length === 1) {
    const variance = covariance[0]!;
    return (weight * Math.exp((-dx * dx) / variance / 2)) / Math.sqrt(2 * Math.PI * variance);
  }
  const dy = at[1]! - mean[1]!;
  const [a, b, , d] = covariance as [number, number, number, number];
  const determinant = a * d - b * b;
  const distance = (d * dx * dx - 2 * b * dx * dy + a * dy * dy) / determinant;
  return (weight * Math.exp(-distance / 2)) / (2 * Math.PI * Math.sqrt(determinant));
}

/** For a point the part of each component in it, and the largest first found. */
export function membership(
  parts: readonly GaussianPart[],
  at: readonly number[],
): { parts: number[]; largest: number } {
  const densities = parts.map((part) => weightedDensity(part, at));
  const total = densities.reduce((sum, density) => sum + density, 0);
  const shares = densities.map((density) => (total > 0 ? density / total : 1 / parts.length));
  return { parts: shares, largest: shares.indexOf(Math.max(...shares)) };
}
