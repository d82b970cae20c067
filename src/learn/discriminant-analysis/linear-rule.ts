import { Matrix } from "../base/matrix.ts";
import { multiply, multiplyTransposed } from "../linalg/products.ts";

/** Weighted sums of the columns, plus an intercept, whose largest tells the class; for two classes their difference. */
export type LinearRule = { coef: Matrix; intercept: Float64Array };

/** The rule that chooses the class whose mean is nearest along the directions `scalings`, weighed by the priors. */
export function linearRule(
  means: Matrix,
  overall: Float64Array,
  scalings: Matrix,
  priors: Float64Array,
): LinearRule {
  const { rows, cols } = means;
  const centred = means.data.map((value, at) => value - overall[at % cols]!);
  const places = multiply(new Matrix(centred, rows, cols), scalings);
  const coef = multiplyTransposed(places, scalings);
  const intercept = priors.map((prior, c) => {
    let sum = Math.log(prior);
    for (const place of places.row(c)) sum -= 0.5 * place * place;
    for (let j = 0; j < cols; j++) sum -= overall[j]! * coef.data[c * cols + j]!;
    return sum;
  });
  return rows === 2 ? difference(coef, intercept) : { coef, intercept };
}

function difference({ data, cols }: Matrix, intercept: Float64Array): LinearRule {
  const coef = data.slice(cols);
  for (let j = 0; j < cols; j++) coef[j]! -= data[j]!;
  return { coef: new Matrix(coef, 1, cols), intercept: Float64Array.of(intercept[1]! - intercept[0]!) };
}
