import { firstLargest } from "./classifier.ts";
import type { Label } from "./labels.ts";
import type { Matrix } from "./matrix.ts";

/** The class that each row of a decision speaks for: of one column above 0 the second, of more the first largest. */
export function decided({ data, rows, cols }: Matrix, classes: readonly Label[]): Label[] {
  return Array.from({ length: rows }, (_, i) =>
    cols === 1 ? classes[data[i]! > 0 ? 1 : 0]! : classes[firstLargest(data, i * cols, cols)]!,
  );
}

/**
 * What is proportional to the probability of each class, rows × classes, the largest of a row being 1: by softmax, or
 * of one column by the logistic function.
 */
export function likelihoods({ data, rows, cols }: Matrix): Float64Array {
  const width = Math.max(2, cols);
  const result = new Float64Array(rows * width);
  for (let i = 0; i < rows; i++) {
    const at = i * width;
    if (cols === 1) {
      const small = Math.exp(-Math.abs(data[i]!));
      result[at] = data[i]! >= 0 ? small : 1;
      result[at + 1] = data[i]! >= 0 ? 1 : small;
      continue;
    }
    const most = data[at + firstLargest(data, at, cols)]!;
    for (let k = 0; k < cols; k++) result[at + k] = Math.exp(data[at + k]! - most);
  }
  return result;
}
