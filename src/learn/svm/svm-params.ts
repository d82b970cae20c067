import { anyOf, finiteNumber, oneOf, wholeNumber, wholeNumberOrNull, yesOrNo } from "../base/params.ts";

/** The rules that SVC and SVR share. */
export const svmParams = {
  kernel: oneOf("rbf", "linear", "poly", "sigmoid"),
  C: finiteNumber(1, { above: 0 }),
  gamma: anyOf(oneOf("scale", "auto"), finiteNumber(1, { above: 0 })),
  degree: wholeNumber(3, 0),
  coef0: finiteNumber(0),
  tol: finiteNumber(1e-3, { above: 0 }),
  shrinking: yesOrNo(true),
  maxIter: wholeNumberOrNull(1),
};
