import type { SearchLike, SearchResult, SearchSpace, SearchValues } from "./search-rows.ts";

/** The axis of one parameter of a search. */
export interface SearchAxis {
  name: string;
  /** Its values in order, where they come from a list. */
  values?: readonly unknown[];
  /** Its lowest and highest value, where they are drawn from a range. */
  range?: readonly [number, number];
  /** Whether equal steps of the axis are equal factors. */
  log: boolean;
}

/** Numbers that span more than this many times the smallest, evenly by factors, are on a logarithmic axis. */
const leastLogSpan = 10;

const isList = (values: SearchValues): values is ArrayLike<unknown> => "length" in values;

function evenlyByFactors(values: readonly number[]): boolean {
  if (values.length < 3 || values[0]! <= 0) return false;
  const span = values.at(-1)! / values[0]!;
  const factors = values.slice(1).map((value, i) => value / values[i]!);
  return span >= leastLogSpan && Math.max(...factors) <= Math.min(...factors) ** 2;
}

function listAxis(name: string, given: readonly unknown[]): SearchAxis {
  const values = [...new Set(given)];
  const numeric = values.every((value) => typeof value === "number");
  if (!numeric) return { name, values, log: false };
  const sorted = (values as number[]).toSorted((a, b) => a - b);
  return { name, values: sorted, log: evenlyByFactors(sorted) };
}

function axisOf(name: string, given: readonly SearchValues[]): SearchAxis {
  if (given.every(isList))
    return listAxis(
      name,
      given.flatMap((values) => Array.from(values)),
    );
  const kinds = given.flatMap((values) => (isList(values) ? ["list"] : Object.keys(values)));
  const ends = given.flatMap((values): readonly number[] => {
    if (!isList(values)) return Object.values(values)[0]!;
    return Array.from(values).filter((value) => typeof value === "number");
  });
  const range = [Math.min(...ends), Math.max(...ends)] as const;
  return { name, range, log: kinds.every((kind) => kind === "logUniform") };
}

/**
 * The axes of a search's parameters: of all that it will try where its space is known, else of what it has tried.
 * Parameters that have one value only are left out.
 */
export function searchAxes(
  rows: readonly SearchResult[],
  space: SearchSpace | readonly SearchSpace[] | undefined,
): SearchAxis[] {
  const spaces: readonly SearchSpace[] = space ? ([space].flat() as SearchSpace[]) : seenSpaces(rows);
  const names = [...new Set(spaces.flatMap((one) => Object.keys(one)))];
  const axes = names.map((name) =>
    axisOf(
      name,
      spaces.flatMap((one) => (name in one ? [one[name]!] : [])),
    ),
  );
  return axes.filter(({ values }) => values === undefined || values.length > 1);
}

/** More different numbers than this were drawn, not listed. */
const mostListed = 12;

function seenSpaces(rows: readonly SearchResult[]): SearchSpace[] {
  const names = [...new Set(rows.flatMap(({ params }) => Object.keys(params)))];
  const seen = names.map((name): [string, SearchValues] => {
    const values = [
      ...new Set(rows.filter(({ params }) => name in params).map(({ params }) => params[name])),
    ];
    const numbers = values.filter((value): value is number => typeof value === "number");
    if (numbers.length < values.length || numbers.length <= mostListed) return [name, values];
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    return [name, { [low > 0 && high / low > 100 ? "logUniform" : "uniform"]: [low, high] }];
  });
  return names.length > 0 ? [Object.fromEntries(seen)] : [];
}

/** What a search tries, as it says itself or as a figure is told. */
export function spaceOf(
  search: SearchLike | undefined,
  told: SearchSpace | readonly SearchSpace[] | undefined,
): SearchSpace | readonly SearchSpace[] | undefined {
  return told ?? search?.paramGrid ?? search?.paramDistributions;
}

/** How many combinations lists have; undefined where a parameter is drawn from a range. */
export function combinationCount(axes: readonly SearchAxis[]): number | undefined {
  if (axes.some(({ values }) => values === undefined)) return undefined;
  return axes.reduce((count, { values }) => count * values!.length, 1);
}
