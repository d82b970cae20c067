import type { EncodedLabels, Label } from "./labels.ts";
import { anyOf, nothing, oneOf, type ParamRule } from "./params.ts";
import { shown } from "./shown.ts";

/** How much each class counts: all the same, "balanced" (rare ones more, so that all weigh the same), or by name. */
export type ClassWeight = null | "balanced" | Readonly<Record<string, number>>;

const byName: ParamRule = {
  default: null,
  allows: (value) =>
    value !== null &&
    typeof value === "object" &&
    !Array.isArray(value) &&
    Object.values(value).every((weight) => Number.isFinite(weight) && (weight as number) >= 0),
  allowed: 'an object with a number from 0 up for each class, such as {"kick": 2, "snare": 1}',
};

/** A rule for `classWeight`. */
export const classWeight: ParamRule = anyOf(nothing("all count the same"), oneOf("balanced"), byName);

/**
 * The weight of each class, or null where all count the same. A class that is not named counts 1. Throws when a name
 * is no class and some class has no name (most likely a typing error).
 */
export function weightsOfClasses(given: ClassWeight, { classes, codes }: EncodedLabels): Float64Array | null {
  if (given === null) return null;
  if (given === "balanced") {
    const counts = new Float64Array(classes.length);
    for (const code of codes) counts[code]!++;
    return counts.map((count) => codes.length / (classes.length * count));
  }
  const known = new Set(classes.map(String));
  const unknown = Object.keys(given).find((name) => !known.has(name));
  if (unknown !== undefined && classes.some((label) => !Object.hasOwn(given, label))) {
    throw new RangeError(
      `classWeight names ${shown(unknown)}, but the classes in y are ${classes.map(shown).join(", ")}`,
    );
  }
  return Float64Array.from(classes, (label: Label) => given[label] ?? 1);
}

/** The weights of rows and of their classes multiplied; null where all rows count 1. Throws when no row is left. */
export function weightsOfRows(
  sampleWeight: Float64Array | null,
  ofClasses: Float64Array | null,
  codes: Int32Array,
): Float64Array | null {
  if (ofClasses === null) return sampleWeight;
  const weights = Float64Array.from(codes, (code, i) => (sampleWeight?.[i] ?? 1) * ofClasses[code]!);
  if (!weights.some((weight) => weight > 0)) {
    throw new RangeError(
      "classWeight must not leave every row a weight of 0, with sampleWeight if that is given",
    );
  }
  return weights;
}
