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

/** A rule for a whole number of at least `least`. */
export function wholeNumber(initial: number, least: number): ParamRule {
  return {
    default: initial,
    allows: (value) => isInteger(value) && value >= least,
    allowed: `a whole number of at least ${least}`,
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
