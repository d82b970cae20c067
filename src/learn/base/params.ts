import { nearestName } from "./nearest-name.ts";
import { shown } from "./shown.ts";

/** What an estimator's parameter is when not given, and which values it may have. */
export type ParamRule = {
  default: unknown;
  allows: (value: unknown) => boolean;
  /** What is allowed, in words: "a whole number of at least 1". */
  allowed: string;
};
export type ParamRules = Readonly<Record<string, ParamRule>>;

const isInteger = (value: unknown): value is number => Number.isInteger(value);

/** A rule for a whole number of at least `least`, and at most `most` if that is given. */
export function wholeNumber(initial: number, least: number, most = Number.POSITIVE_INFINITY): ParamRule {
  return {
    default: initial,
    allows: (value) => isInteger(value) && value >= least && value <= most,
    allowed:
      most < Number.POSITIVE_INFINITY
        ? `a whole number from ${least} to ${most}`
        : `a whole number of at least ${least}`,
  };
}

/** A rule for a whole number of at least `least`, or null for "no limit", which is the default. */
export function wholeNumberOrNull(least: number): ParamRule {
  return {
    default: null,
    allows: (value) => value === null || (isInteger(value) && value >= least),
    allowed: `null (no limit) or a whole number of at least ${least}`,
  };
}

/** A rule for one of a few words, of which the first is the default. */
export function oneOf(...words: [string, ...string[]]): ParamRule {
  return {
    default: words[0],
    allows: (value) => words.includes(value as string),
    allowed: words.map(shown).join(" or "),
  };
}

/** A rule for yes or no. */
export function yesOrNo(initial: boolean): ParamRule {
  return { default: initial, allows: (value) => typeof value === "boolean", allowed: "true or false" };
}

/** What a number may be: above or from `least`, below or up to `most`. */
export type Bounds = { above?: number; least?: number; below?: number; most?: number };

/** A rule for a finite number within bounds. */
export function finiteNumber(initial: number | null, bounds: Bounds = {}): ParamRule {
  const { above = Number.NEGATIVE_INFINITY, least = Number.NEGATIVE_INFINITY } = bounds;
  const { below = Number.POSITIVE_INFINITY, most = Number.POSITIVE_INFINITY } = bounds;
  const words = Object.entries(bounds).map(([bound, value]) => `${boundWords[bound]} ${value}`);
  return {
    default: initial,
    allows: (value) =>
      Number.isFinite(value) &&
      (value as number) > above &&
      (value as number) >= least &&
      (value as number) < below &&
      (value as number) <= most,
    allowed: ["a number", words.join(" and ")].filter(Boolean).join(" "),
  };
}

const boundWords: Record<string, string> = {
  above: "above",
  least: "of at least",
  below: "below",
  most: "of at most",
};

/** A rule for what any of some rules allows; its default is that of the first. */
export function anyOf(first: ParamRule, ...others: ParamRule[]): ParamRule {
  const rules = [first, ...others];
  return {
    default: first.default,
    allows: (value) => rules.some((rule) => rule.allows(value)),
    allowed: rules.map((rule) => rule.allowed).join(", or "),
  };
}

/** A rule for null, which is the default; `meaning` says what it stands for. */
export function nothing(meaning: string): ParamRule {
  return { default: null, allows: (value) => value === null, allowed: `null (${meaning})` };
}

/** A rule for an estimator that has these methods. There is no default: it must be given. */
export function learner(...methods: string[]): ParamRule {
  return {
    default: undefined,
    allows: (value) => hasMethods(value, ["fit", ...methods]),
    allowed: `an estimator with ${["fit", ...methods].join(" and ")}`,
  };
}

/** A rule for a list of named estimators that have these methods, such as `[["knn", new KNeighborsClassifier()]]`. */
export function namedLearners(...methods: string[]): ParamRule {
  const isNamed = (item: unknown) =>
    Array.isArray(item) &&
    typeof item[0] === "string" &&
    item[0] !== "" &&
    !item[0].includes("__") &&
    hasMethods(item[1], ["fit", ...methods]);
  return {
    default: undefined,
    allows: (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every(isNamed) &&
      new Set(value.map(([name]) => name)).size === value.length,
    allowed: `a list of named estimators such as [["knn", new KNeighborsClassifier()], …], each with ${["fit", ...methods].join(" and ")}, the names different and without "__"`,
  };
}

function hasMethods(value: unknown, methods: readonly string[]): boolean {
  if (value === null || typeof value !== "object") return false;
  return methods.every((method) => typeof Reflect.get(value, method) === "function");
}

/** A rule for the seed of a random generator: 0 unless given, so that the same call gives the same result. */
export const seed: ParamRule = {
  default: 0,
  allows: (value) => isInteger(value) && value >= 0 && value < 2 ** 32,
  allowed: "a whole number from 0 to 4294967295",
};

/** Throws unless `given` is an object, every name in it is in `rules` and its value is allowed. */
export function checkParams(
  owner: string,
  rules: ParamRules,
  given: Readonly<Record<string, unknown>>,
): void {
  if (given === null || typeof given !== "object" || Array.isArray(given)) throw unnamed(owner, rules, given);
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(rules, name)) throw unknownParam(owner, name, Object.keys(rules));
    const rule = rules[name]!;
    if (!rule.allows(value)) {
      throw new RangeError(`${owner}: ${name} must be ${rule.allowed}, but it is ${shown(value)}`);
    }
  }
}

/** The error for a value given without its parameter's name: it shows the call that was most likely meant. */
function unnamed(owner: string, rules: ParamRules, given: unknown): TypeError {
  const meant = Object.keys(rules).find((name) => rules[name]!.allows(given));
  const [name = meant] = Object.keys(rules);
  if (name === undefined) return new TypeError(`${owner} has no parameters, but it got ${shown(given)}`);
  const example = meant ? `${meant}: ${shown(given)}` : `${name}: ${shown(rules[name]!.default)}`;
  return new TypeError(
    `${owner} takes its parameters by name, in braces, such as {${example}}, but it got ${shown(given)}`,
  );
}

/** The error for a parameter that does not exist: it names the nearest one that does. */
export function unknownParam(owner: string, name: string, known: readonly string[]): TypeError {
  const nearest = nearestName(name, known);
  const advice = nearest ? `did you mean ${nearest}? Its parameters are ${known.join(", ")}` : "it has none";
  return new TypeError(`${owner} has no parameter ${shown(name)}: ${advice}`);
}
