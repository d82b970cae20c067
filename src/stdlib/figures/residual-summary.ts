/** What is left over when a model has answered, in numbers. */
export interface ResidualSummary {
  /** Root of the mean square. */
  rmse: number;
  /** Share of the variance that is explained; NaN where the true values are all the same. */
  r2: number;
  /** How far the largest lies from 0. */
  largest: number;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The size of residuals, beside that of the true values around their mean. */
export function residualSummary(yTrue: readonly number[], residuals: readonly number[]): ResidualSummary {
  const middle = mean(yTrue);
  const squares = residuals.reduce((sum, value) => sum + value * value, 0);
  const total = yTrue.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return {
    rmse: Math.sqrt(squares / residuals.length),
    r2: total > 0 ? 1 - squares / total : Number.NaN,
    largest: residuals.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
  };
}

/**
 * The upper end of an axis of residuals: the largest of the model that always answers the mean, or of this model if
 * it is larger. So models that are better than the mean share their axes.
 */
export function residualEnd(yTrue: readonly number[], largest: number): number {
  const middle = mean(yTrue);
  const ofMean = yTrue.reduce((most, value) => Math.max(most, Math.abs(value - middle)), 0);
  return Math.max(ofMean, largest) * 1.05 || 1;
}

/** The running mean of y along x over an odd number of neighbours, fewer at the ends, by rising x. */
export function runningMean(
  x: readonly number[],
  y: readonly number[],
  neighbours: number,
): { x: number; y: number }[] {
  const order = x.map((_, i) => i).sort((a, b) => x[a]! - x[b]!);
  const reach = Math.floor(neighbours / 2);
  return order.map((row, i) => {
    const near = order.slice(Math.max(0, i - reach), i + reach + 1);
    return { x: x[row]!, y: mean(near.map((each) => y[each]!)) };
  });
}
