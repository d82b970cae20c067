/** Below this a sum of products may have lost parts that were too small for a number. */
export const SURE = 1e-200;

/** A square table of weights, kept with its logarithms. */
export type LogTable = { size: number; logs: Float64Array; weights: Float64Array; isPlain: boolean };

/** The table of these logarithms, for products from row to column; transposed, from column to row. */
export function logTable(logs: Float64Array, size: number, isTransposed: boolean): LogTable {
  const own = isTransposed ? logs.map((_, at) => logs[(at % size) * size + Math.floor(at / size)]!) : logs;
  return { size, logs: own, weights: own.map(Math.exp), isPlain: own.every((value) => value <= 0) };
}

/**
 * ln Σᵢ exp(`logs`[i]) · weight[i, j] for each j, into `out`: a product of a row with a table, without underflow.
 * The sums are taken with plain numbers, relative to the largest; only where they may have lost something, again
 * with logarithms.
 */
export function logProduct(logs: Float64Array, table: LogTable, out: Float64Array): void {
  const { size, weights, isPlain } = table;
  const largest = maximum(logs);
  if (largest === Number.NEGATIVE_INFINITY) {
    out.fill(largest);
    return;
  }
  out.fill(0);
  for (let i = 0; i < size; i++) {
    const share = Math.exp(logs[i]! - largest);
    if (share === 0) continue;
    for (let j = 0; j < size; j++) out[j]! += share * weights[i * size + j]!;
  }
  for (let j = 0; j < size; j++) {
    out[j] = isPlain && out[j]! > SURE ? Math.log(out[j]!) + largest : exactSum(logs, table, j);
  }
}

function exactSum(logs: Float64Array, { size, logs: weights }: LogTable, j: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < size; i++) largest = Math.max(largest, logs[i]! + weights[i * size + j]!);
  if (largest === Number.NEGATIVE_INFINITY) return largest;
  let sum = 0;
  for (let i = 0; i < size; i++) sum += Math.exp(logs[i]! + weights[i * size + j]! - largest);
  return largest + Math.log(sum);
}

/** ln Σ exp(logs). */
export function logSum(logs: Float64Array): number {
  const largest = maximum(logs);
  if (largest === Number.NEGATIVE_INFINITY) return largest;
  let sum = 0;
  for (let i = 0; i < logs.length; i++) sum += Math.exp(logs[i]! - largest);
  return largest + Math.log(sum);
}

/** The largest; −Infinity of none. */
export function maximum(values: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}
