import { checkList } from "../base/check-list.ts";
import { checkSameLength, type Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import type { ParamRule } from "../base/params.ts";
import { checkedRows } from "../base/targets.ts";
import { fClassif } from "./f-classif.ts";
import { fRegression } from "./f-regression.ts";
import { FeatureSelector, type Selected } from "./feature-selector.ts";
import { mutualInfoClassif } from "./mutual-info-classif.ts";
import type { ScoreFunction } from "./score-function.ts";

const byName = {
  fClassif,
  fRegression: (X: MatrixLike, y: Labels) => fRegression(X, y as ArrayLike<number>),
  mutualInfoClassif: (X: MatrixLike, y: Labels) => mutualInfoClassif(X, y),
};
type ScoreFunctionName = keyof typeof byName;
type Fitted = Selected & { scores: Float64Array; pValues: Float64Array | null };

const scoreFuncRule: ParamRule = {
  default: "fClassif",
  allows: (value) =>
    typeof value === "function" || (typeof value === "string" && Object.hasOwn(byName, value)),
  allowed: '"fClassif", "fRegression", "mutualInfoClassif" or a function of X and y',
};
const kRule: ParamRule = {
  default: 10,
  allows: (value) => value === "all" || (Number.isInteger(value) && (value as number) >= 0),
  allowed: 'a whole number of at least 0 or "all"',
};

/**
 * Keeps the `k` columns that score best, each looked at alone. Of columns with equal scores the later one is
 * kept; one whose score is NaN comes last. Time of `fit`: that of the score function.
 * @example
 * const best = new SelectKBest({k: 1}).fit([[1, 5], [2, 4], [8, 5], [9, 4]], ["kick", "kick", "snare", "snare"]);
 * display(best.getSupport());
 * display(best.transform([[3, 4]]).data);
 */
export class SelectKBest extends FeatureSelector<Fitted> {
  static override readonly typeName = "SelectKBest";
  static override readonly params = { scoreFunc: scoreFuncRule, k: kRule };
  declare scoreFunc: ScoreFunctionName | ScoreFunction;
  declare k: number | "all";

  constructor(
    params: {
      /** What scores the columns: a name, or a function of X and y that returns a number a column. */
      scoreFunc?: ScoreFunctionName | ScoreFunction;
      /** How many columns to keep. */
      k?: number | "all";
    } = {},
  ) {
    super(params);
  }

  /**
   * Scores each column; returns this. Throws when there are fewer than `k`.
   *
   * @param X the samples, one a row
   * @param y the class or number of each row
   */
  override fit(X: MatrixLike, y: Labels): this {
    const matrix = checkedRows(X);
    const { k, scoreFunc } = this;
    if (k !== "all" && k > matrix.cols) {
      throw new RangeError(
        `SelectKBest: k must be at most the number of columns, which is ${matrix.cols}, or "all", but it is ${k}`,
      );
    }
    const result = (typeof scoreFunc === "function" ? scoreFunc : byName[scoreFunc])(matrix, y);
    const { scores, pValues = null } = isWithPValues(result) ? result : { scores: result };
    for (const [name, list] of Object.entries({ scores, pValues: pValues ?? scores })) {
      checkList(`the ${name} that scoreFunc returns`, list, "numbers, one for each column");
      checkSameLength("X's rows", matrix.cols, `the ${name} that scoreFunc returns`, list.length);
    }
    const value = (j: number) => (Number.isNaN(scores[j]) ? -Number.MAX_VALUE : scores[j]!);
    const columns = Array.from({ length: matrix.cols }, (_, j) => j);
    const rising = columns.toSorted((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
    const selected = k === "all" ? columns : rising.slice(matrix.cols - k).sort((a, b) => a - b);
    this.fitted = {
      cols: matrix.cols,
      selected,
      scores: Float64Array.from(scores),
      pValues: pValues && Float64Array.from(pValues),
    };
    return this;
  }

  /** The score of each column, NaN where the score function found none. */
  get scores(): Float64Array {
    return this.learned.scores.slice();
  }

  /** The p-value of each column's score; null where the score function gives none. */
  get pValues(): Float64Array | null {
    return this.learned.pValues?.slice() ?? null;
  }
}

function isWithPValues(
  result: ReturnType<ScoreFunction>,
): result is Exclude<typeof result, ArrayLike<number>> {
  return result !== null && typeof result === "object" && "scores" in result;
}
