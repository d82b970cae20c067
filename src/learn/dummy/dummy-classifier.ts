import { Classifier, checkedTraining, firstLargest } from "../base/classifier.ts";
import type { Label, Labels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { oneOf } from "../base/params.ts";

type Fitted = { classes: Label[]; counts: number[] };

/**
 * The baseline that looks at no feature: it always predicts the most frequent class of the training rows (the
 * first in `classes` of equally frequent ones). Its probabilities are the classes' shares of the training rows
 * with `strategy: "prior"`, the default, and 1 for the predicted class with `"most_frequent"`.
 * @example
 * const baseline = new DummyClassifier().fit([[0], [0], [0]], ["kick", "kick", "snare"]);
 * display(baseline.predict([[1]]));
 */
export class DummyClassifier extends Classifier<Fitted> {
  static override readonly typeName = "DummyClassifier";
  static override readonly params = { strategy: oneOf("prior", "most_frequent") };
  declare strategy: "prior" | "most_frequent";

  constructor(
    params: {
      /** What its probabilities are: the shares of the classes, or all for the commonest. */
      strategy?: "prior" | "most_frequent";
    } = {},
  ) {
    super(params);
  }

  fit(X: MatrixLike, y: Labels): this {
    const { classes, codes } = checkedTraining(X, y).labels;
    const counts = classes.map(() => 0);
    for (const code of codes) counts[code]!++;
    this.fitted = { classes, counts };
    return this;
  }

  protected votes(X: MatrixLike): Float64Array {
    const { counts } = this.learned;
    const { rows } = Matrix.from(X);
    const commonest = firstLargest(counts, 0, counts.length);
    const row = this.strategy === "prior" ? counts : counts.map((_, c) => (c === commonest ? 1 : 0));
    const votes = new Float64Array(rows * row.length);
    for (let i = 0; i < rows; i++) votes.set(row, i * row.length);
    return votes;
  }
}
