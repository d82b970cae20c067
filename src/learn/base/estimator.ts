import { Matrix, type MatrixLike } from "./matrix.ts";
import { checkParams, type ParamRules } from "./params.ts";

/** An estimator as plain data: its class, its parameters and, once fitted, what it has learned. */
export type EstimatorJSON = {
  /** The name of its class. */
  type: string;
  /** Its parameters by name. */
  params: Record<string, unknown>;
  /** What it has learned; null before `fit`. */
  fitted: Record<string, unknown> | null;
};

/**
 * What all estimators share. Parameters are given to the constructor by name and are properties of the same
 * name; what `fit` learns is kept apart from them, as plain data, and replaced as a whole or not at all.
 */
export abstract class Estimator<Fitted extends object = object> {
  /** The class's name in messages and JSON; `constructor.name` does not survive a minifier. */
  static readonly typeName: string;
  static readonly params: ParamRules;
  /** What `fit` has learned; null before. */
  protected fitted: Fitted | null = null;

  constructor(params: Readonly<Record<string, unknown>> = {}) {
    const { typeName, params: rules } = this.constructor as typeof Estimator;
    checkParams(typeName, rules, params);
    for (const [param, rule] of Object.entries(rules)) {
      Reflect.set(this, param, param in params ? params[param] : rule.default);
    }
  }

  /** The parameters by name. */
  getParams(): Record<string, unknown> {
    const { params: rules } = this.constructor as typeof Estimator;
    return Object.fromEntries(Object.keys(rules).map((param) => [param, Reflect.get(this, param)]));
  }

  /**
   * Changes the parameters that are named; what was fitted stays. Throws, changing nothing, if one is unknown.
   *
   * @param params the parameters to change, by name
   */
  setParams(params: Readonly<Record<string, unknown>>): this {
    const { typeName, params: rules } = this.constructor as typeof Estimator;
    checkParams(typeName, rules, params);
    Object.assign(this, params);
    return this;
  }

  /** A new estimator with the same parameters, not fitted. */
  clone(): this {
    const Class = this.constructor as new (params: Record<string, unknown>) => this;
    return new Class(this.getParams());
  }

  /** This estimator as plain data, from which `fromJSON` makes an equal one. */
  toJSON(): EstimatorJSON {
    const { typeName } = this.constructor as typeof Estimator;
    const fitted = this.fitted && (plain(this.fitted) as Record<string, unknown>);
    return { type: typeName, params: this.getParams(), fitted };
  }

  /** What was fitted; throws before `fit`. */
  protected get learned(): Fitted {
    if (this.fitted === null) {
      const { typeName } = this.constructor as typeof Estimator;
      throw new Error(`${typeName} has not been fitted: call fit(X, y) first`);
    }
    return this.fitted;
  }

  /** `X` as a Matrix with as many columns as were fitted. */
  protected checkedInput(X: MatrixLike, cols: number): Matrix {
    const matrix = Matrix.from(X);
    if (matrix.cols !== cols && matrix.rows > 0) {
      const { typeName } = this.constructor as typeof Estimator;
      throw new RangeError(
        `X must have ${cols} columns, as when ${typeName} was fitted, but it has ${matrix.cols}`,
      );
    }
    return matrix;
  }
}

/** The same data in arrays and objects that JSON can hold. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }
  return value;
}
