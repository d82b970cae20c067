/** One setting of a model and what its expected loss is made of, as `biasVariance` gives it. */
export interface BiasVariancePoint {
  /** The setting, such as the degree of a polynomial. */
  value: number;
  bias2: number;
  variance: number;
  /** The variance of the noise, which no model can take away; default 0. */
  noise?: number;
  /** The whole; default the sum of the parts. For classes the parts need not add up to it. */
  expectedLoss?: number;
}

/** The whole loss of a setting. */
export function wholeLoss({ bias2, variance, noise = 0, expectedLoss }: BiasVariancePoint): number {
  return expectedLoss ?? bias2 + variance + noise;
}

/** How far a sum of parts may be from the whole by rounding alone. */
const roundingError = 1e-9;

/** Whether the parts add up to the whole at every setting, so that they may be stacked. */
export function addsUp(points: readonly BiasVariancePoint[]): boolean {
  return points.every((point) => {
    const sum = point.bias2 + point.variance + (point.noise ?? 0);
    return Math.abs(sum - wholeLoss(point)) <= roundingError * Math.max(1, Math.abs(sum));
  });
}

/** The setting with the least expected loss; the first of equal ones. */
export function leastLoss(points: readonly BiasVariancePoint[]): BiasVariancePoint | undefined {
  let best = points[0];
  for (const point of points) if (wholeLoss(point) < wholeLoss(best!)) best = point;
  return best;
}
