/** The losses of one set, epoch by epoch, as far as they are numbers. */
export interface LossSeries {
  points: { epoch: number; loss: number }[];
  /** The first epoch whose loss is no finite number: training has diverged. */
  brokenAt?: number;
}

/** Reads losses until the first that is not known yet or is no finite number; the first epoch is 1. */
export function lossSeries(losses: ArrayLike<number | undefined> = []): LossSeries {
  const points: LossSeries["points"] = [];
  for (let i = 0; i < losses.length; i++) {
    const loss = losses[i];
    if (loss === undefined || loss === null) break;
    if (!Number.isFinite(loss)) return { points, brokenAt: i + 1 };
    points.push({ epoch: i + 1, loss });
  }
  return { points };
}

/** The epoch with the least loss; the first of equal ones. */
export function leastEpoch({ points }: LossSeries): { epoch: number; loss: number } | undefined {
  let best = points[0];
  for (const point of points) if (point.loss < best!.loss) best = point;
  return best;
}

/** The powers of ten between which positive losses lie; 0.1 and 1 where there are none. */
export function decades(losses: readonly number[]): [number, number] {
  const positive = losses.filter((loss) => loss > 0 && Number.isFinite(loss));
  if (positive.length === 0) return [0.1, 1];
  const low = Math.floor(Math.log10(positive.reduce((a, b) => Math.min(a, b))) + 1e-9);
  const high = Math.ceil(Math.log10(positive.reduce((a, b) => Math.max(a, b))) - 1e-9);
  return [10 ** low, 10 ** Math.max(high, low + 1)];
}
