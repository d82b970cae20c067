import type { Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { checkParams, type ParamRules } from "../base/params.ts";
import type { Fold } from "./fold.ts";

/** A splitter as plain data: its class and its parameters. */
export type SplitterJSON = { splitter: string; params: Record<string, unknown> };

/** What our splitters share: parameters that are given to the constructor by name and stay as they are. */
export abstract class ParamSplitter {
  /** The class's name in messages and JSON; `constructor.name` does not survive a minifier. */
  protected static readonly splitterName: string;
  static readonly params: ParamRules;

  constructor(params: Readonly<Record<string, unknown>> = {}) {
    const { splitterName, params: rules } = this.constructor as typeof ParamSplitter;
    checkParams(splitterName, rules, params);
    for (const [name, rule] of Object.entries(rules)) {
      Object.defineProperty(this, name, { value: params[name] ?? rule.default, enumerable: true });
    }
  }

  /** The folds of these rows. */
  abstract split(X: MatrixLike, y: Labels, groups?: Labels): Fold[];

  /** This splitter as plain data. */
  toJSON(): SplitterJSON {
    const { splitterName } = this.constructor as typeof ParamSplitter;
    return { splitter: splitterName, params: { ...(this as object) } };
  }

  /** Whether `value` is exactly one of our splitters, not of a subclass that may split in a way of its own. */
  static isOurs(value: unknown): value is ParamSplitter {
    return value instanceof ParamSplitter && Object.hasOwn(value.constructor, "splitterName");
  }
}
