import type { ParamRule } from "../base/params.ts";
import { anyOf } from "../base/params.ts";

/** Parameters by name, each with the values to try. */
export type ParamGrid = Readonly<Record<string, ArrayLike<unknown>>>;

/** The values of one candidate, by the name of the parameter. */
export type Candidate = Record<string, unknown>;

/** Whether `value` is a list to choose from, and not empty. */
export function isChoice(value: unknown): value is ArrayLike<unknown> {
  return value !== null && typeof value === "object" && "length" in value && (value.length as number) > 0;
}

/** A rule for parameters by name, or a list of such objects; `allows` tells which values each may have. */
export function gridRule(allows: (value: unknown) => boolean, allowed: string): ParamRule {
  const isGrid = (grid: unknown) =>
    grid !== null && typeof grid === "object" && !Array.isArray(grid) && Object.values(grid).every(allows);
  const one: ParamRule = { default: undefined, allows: isGrid, allowed };
  const many = {
    ...one,
    allows: (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isGrid),
    allowed: "a list of such objects",
  };
  return anyOf(one, many);
}

/** One grid as a list of one. */
export function gridsOf<Grid extends object>(grid: Grid | readonly Grid[]): readonly Grid[] {
  return Array.isArray(grid) ? (grid as readonly Grid[]) : [grid as Grid];
}

/** The names in a grid, in the order in which scikit-learn goes through them. */
export function sortedNames(grid: object): string[] {
  return Object.keys(grid).sort((a, b) => (a < b ? -1 : 1));
}

/** All combinations, grid after grid; the last name's values change fastest. */
export function combinations(grid: ParamGrid | readonly ParamGrid[]): Candidate[] {
  return gridsOf(grid).flatMap((one) =>
    sortedNames(one).reduce<Candidate[]>(
      (candidates, name) =>
        candidates.flatMap((candidate) =>
          Array.from(one[name]!, (value) => ({ ...candidate, [name]: value })),
        ),
      [{}],
    ),
  );
}
