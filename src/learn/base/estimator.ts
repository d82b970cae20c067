import type { EstimatorJSON } from "./estimator-json.ts";
import { encode } from "./json.ts";
import { cloned } from "./learner.ts";
import { Matrix, type MatrixLike } from "./matrix.ts";
import { checkParams, type ParamRules, unknownParam } from "./params.ts";
import { clonedParam, partsOf, splitParam } from "./parts.ts";

type Params = Readonly<Record<string, unknown>>;

/**
 * What all estimators share. Parameters are given to the constructor by name and are properties of the same
 * name; what `fit` learns is kept apart from them, as plain data, and replaced as a whole or not at all.
 *
 * A parameter may be an estimator itself, or a list of named ones: their parameters are named `estimator__maxDepth`.
 */
export abstract class Estimator<Fitted extends object = object> {
  /** The class's name in messages and JSON; `constructor.name` does not survive a minifier. */
  static readonly typeName: string;
  static readonly params: ParamRules;
  /** What `fit` has learned; null before. */
  protected fitted: Fitted | null = null;

  constructor(params: Params = {}) {
    const { typeName, params: rules } = this.constructor as typeof Estimator;
    checkParams(typeName, rules, params);
    for (const [param, rule] of Object.entries(rules)) {
      const initial = Array.isArray(rule.default) ? [...rule.default] : rule.default;
      Reflect.set(this, param, params[param] === undefined ? initial : params[param]);
    }
  }

  /** The parameters by name; those of estimators among them too, as `estimator__maxDepth`. */
  getParams(): Record<string, unknown> {
    const own = this.ownParams();
    for (const [name, part] of partsOf(own)) {
      for (const [param, value] of Object.entries(part.getParams?.() ?? {})) own[`${name}__${param}`] = value;
    }
    return own;
  }

  /**
   * Changes the parameters that are named; what was fitted stays. Throws, changing nothing, if one is unknown.
   *
   * @param params the parameters to change, by name
   */
  setParams(params: Params): this {
    const { typeName, params: rules } = this.constructor as typeof Estimator;
    const own: Record<string, unknown> = {};
    const ofParts = new Map<string, Record<string, unknown>>();
    // What is no object of names has its message from there.
    if (params === null || typeof params !== "object" || Array.isArray(params))
      checkParams(typeName, rules, params);
    for (const [name, value] of Object.entries(params)) {
      const [part, param] = splitParam(name);
      if (param === undefined) own[name] = value;
      else ofParts.set(part, { ...ofParts.get(part), [param]: value });
    }
    checkParams(typeName, rules, own);
    const parts = partsOf({ ...this.ownParams(), ...own });
    for (const [name, its] of ofParts) {
      const part = parts.get(name);
      const known = () => Object.keys(this.getParams());
      if (!part?.setParams) throw unknownParam(typeName, `${name}__${Object.keys(its)[0]}`, known());
      // A learner's own object that has no copies cannot be tried out.
      if (part.clone) cloned(part).setParams!(its);
    }
    for (const [name, its] of ofParts) parts.get(name)!.setParams!(its);
    Object.assign(this, own);
    return this;
  }

  /** A new estimator with the same parameters, not fitted. */
  clone(): this {
    const Class = this.constructor as new (params: Params) => this;
    const params = Object.entries(this.ownParams()).map(([name, value]) => [name, clonedParam(value)]);
    return new Class(Object.fromEntries(params));
  }

  /** This estimator as plain data, from which `fromJSON` makes an equal one. */
  toJSON(): EstimatorJSON {
    const { typeName } = this.constructor as typeof Estimator;
    const params = encode(this.ownParams()) as EstimatorJSON["params"];
    return { type: typeName, params, fitted: encode(this.fitted) as EstimatorJSON["fitted"] };
  }

  /** Puts back what `toJSON` wrote; used by `fromJSON`. */
  static revive(params: Params, fitted: object | null): Estimator {
    // biome-ignore lint/complexity/noThisInStatic: the class that it is called on, not this abstract one
    const Class = this as unknown as new (params: Params) => Estimator;
    const revived = new Class(params);
    revived.fitted = fitted;
    return revived;
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

  private ownParams(): Record<string, unknown> {
    const { params: rules } = this.constructor as typeof Estimator;
    return Object.fromEntries(Object.keys(rules).map((param) => [param, Reflect.get(this, param)]));
  }
}
